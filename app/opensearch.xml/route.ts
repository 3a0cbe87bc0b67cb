import { site } from '@/components/site/site'
import { settings } from '@/lib/env'
import { openSearch } from '@/lib/download/xml'

export const dynamic = 'force-dynamic'

/** How a browser searches the catalog from its address bar. The same at every revision. */
export function GET(): Response {
  return new Response(openSearch({ origin: settings().publicOrigin, ...site }), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8', 'Cache-Control': 'public, no-cache' },
  })
}
