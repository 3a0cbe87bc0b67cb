import { database } from '@/lib/db'
import { currentRevision } from '@/lib/readme/load'
import { streamReadme } from '@/lib/readme/stream'
import { isHeld, readmeResponse, unchanged } from '../readme-response'
import { nothing } from '../streamed'

export const dynamic = 'force-dynamic'

const cacheControl = 'public, no-cache'

/** The README of the approved state. Who holds it already costs one small query. */
export async function GET(request: Request): Promise<Response> {
  const revision = await currentRevision(database())
  if (isHeld(request, revision)) return unchanged(revision, cacheControl)
  const text = await streamReadme(database(), revision)
  return text !== null ? readmeResponse(revision, text, cacheControl) : nothing('The catalog is empty: no README was imported yet.')
}
