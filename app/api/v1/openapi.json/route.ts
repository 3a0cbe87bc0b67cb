import { openApi } from '@/lib/api/openapi'
import { settings } from '@/lib/env'
import { named, OPTIONS } from '../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** The OpenAPI document. It follows from the code alone, so it is the same at every revision. */
export function GET(): Response {
  const document = openApi({ origin: settings().publicOrigin, ...named })
  return Response.json(document, { headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, no-cache' } })
}
