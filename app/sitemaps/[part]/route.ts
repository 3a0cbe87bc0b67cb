import { atOnce, catalogFile } from '@/app/streamed'
import { database } from '@/lib/db'
import { siteMapPart } from '@/lib/download/site-map'
import { siteMap } from '@/lib/download/xml'
import { settings } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** Some of the pages that there are. */
export async function GET(request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const name = /^(\w+)\.xml$/.exec((await params).part)?.[1] ?? ''
  return catalogFile(request, async (snapshot) => {
    const pages = await siteMapPart(database(), snapshot, name)
    return pages && { type: 'application/xml; charset=utf-8', pieces: atOnce(siteMap(settings().publicOrigin, pages)) }
  })
}
