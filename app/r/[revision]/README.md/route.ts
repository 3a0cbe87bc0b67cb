import { revisionOf } from '@/app/(public)/query'
import { isHeld, readmeResponse, unchanged } from '@/app/readme-response'
import { nothing } from '@/app/streamed'
import { snapshotAt } from '@/lib/api/snapshot'
import { database } from '@/lib/db'
import { streamReadme } from '@/lib/readme/stream'

export const dynamic = 'force-dynamic'

// A revision never changes, so neither does its README.
const cacheControl = 'public, max-age=31536000, immutable'

/** The README of one catalog revision, for ever. */
export async function GET(request: Request, { params }: { params: Promise<{ revision: string }> }): Promise<Response> {
  const revision = revisionOf((await params).revision)
  const snapshot = revision === undefined ? null : await snapshotAt(database(), revision)
  const text = snapshot?.ok ? await streamReadme(database(), snapshot.value.revision) : null
  if (!snapshot?.ok || text === null) return nothing('There is no such revision of the catalog.')
  return isHeld(request, snapshot.value) ? unchanged(snapshot.value, cacheControl) : readmeResponse(snapshot.value, text, cacheControl)
}
