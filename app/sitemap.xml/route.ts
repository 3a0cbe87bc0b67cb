import { atOnce, catalogFile } from '@/app/streamed'
import { database } from '@/lib/db'
import { siteMapParts } from '@/lib/download/site-map'
import { siteMapIndex } from '@/lib/download/xml'
import { settings } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** Where the sitemaps are. */
export function GET(request: Request): Promise<Response> {
  return catalogFile(request, async (snapshot) => {
    const parts = await siteMapParts(database(), snapshot)
    return { type: 'application/xml; charset=utf-8', pieces: atOnce(siteMapIndex(settings().publicOrigin, parts)) }
  })
}
