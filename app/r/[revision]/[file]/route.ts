import { revisionOf } from '@/app/(public)/query'
import { atOnce, catalogFile } from '@/app/streamed'
import { site } from '@/components/site/site'
import { database } from '@/lib/db'
import { checksums, dumpFiles } from '@/lib/download/dump'
import { settings } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** The files of a catalog revision: everything with its history, each kind as a table, and their checksums. */
export async function GET(request: Request, { params }: { params: Promise<{ revision: string; file: string }> }): Promise<Response> {
  const { revision: asked, file: name } = await params
  // A revision that can't be one is one that is not there.
  return catalogFile(
    request,
    async (snapshot) => {
      const dumped = { origin: settings().publicOrigin, name: site.name, snapshot }
      if (name === 'manifest.json') {
        const { revision, at } = snapshot
        const manifest = { name: site.name, revision, at: at.toISOString(), readme: `${dumped.origin}/r/${revision}/README.md`, files: await checksums(database(), dumped) }
        return { type: 'application/json', pieces: atOnce(`${JSON.stringify(manifest, null, 2)}\n`) }
      }
      const file = dumpFiles.find((one) => one.name === name)
      return file ? { type: file.type, name: `r${snapshot.revision}-${name}`, pieces: file.write(database(), dumped) } : null
    },
    revisionOf(asked) ?? 999_999_999,
  )
}
