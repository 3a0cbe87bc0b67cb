import { revisionOf } from '@/app/(public)/query'
import { readmeResponse, isHeld, noReadme, readmeTag, unchanged } from '@/app/readme-response'
import { database } from '@/lib/db'
import { exportReadme } from '@/lib/readme/export'

export const dynamic = 'force-dynamic'

// A revision never changes, so neither does its README.
const cacheControl = 'public, max-age=31536000, immutable'

/** The README of one catalog revision, for ever. */
export async function GET(request: Request, { params }: { params: Promise<{ revision: string }> }): Promise<Response> {
  const asked = (await params).revision
  const revision = revisionOf(asked)
  const readme = revision === undefined ? null : await exportReadme(database(), revision)
  if (!readme) return noReadme('There is no such revision of the catalog.')
  return isHeld(request, readmeTag(readme.revision)) ? unchanged(readme.revision, cacheControl) : readmeResponse(readme, cacheControl)
}
