import { atOnce, catalogFile } from '@/app/streamed'
import { site } from '@/components/site/site'
import { listSections } from '@/lib/api/section-list'
import { database } from '@/lib/db'
import { llmsText } from '@/lib/download/llms'
import { settings } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** Where the list's plain text stands, for programs that read text. */
export function GET(request: Request): Promise<Response> {
  return catalogFile(request, async (snapshot) => {
    const sections = await listSections(database(), snapshot)
    return { type: 'text/plain; charset=utf-8', pieces: atOnce(llmsText({ origin: settings().publicOrigin, ...site }, snapshot.revision, sections)) }
  })
}
