import { revisionOf } from '@/app/(public)/query'
import { isHeld, readmeResponse, unchanged } from '@/app/readme-response'
import { nothing } from '@/app/streamed'
import { database } from '@/lib/db'
import { streamReadme } from '@/lib/readme/stream'

export const dynamic = 'force-dynamic'

// A revision never changes, so neither does its README.
const cacheControl = 'public, max-age=31536000, immutable'

/** The README of one catalog revision, for ever. */
export async function GET(request: Request, { params }: { params: Promise<{ revision: string }> }): Promise<Response> {
  const asked = (await params).revision
  const revision = revisionOf(asked)
  const text = revision === undefined ? null : await streamReadme(database(), revision)
  if (revision === undefined || text === null) return nothing('There is no such revision of the catalog.')
  return isHeld(request, revision) ? unchanged(revision, cacheControl) : readmeResponse(revision, text, cacheControl)
}
