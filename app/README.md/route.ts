import { snapshotAt } from '@/lib/api/snapshot'
import { database } from '@/lib/db'
import { streamReadme } from '@/lib/readme/stream'
import { isHeld, readmeResponse, unchanged } from '../readme-response'
import { nothing } from '../streamed'

export const dynamic = 'force-dynamic'

const cacheControl = 'public, no-cache'

/** The README of the approved state. Who holds it already costs two small queries. */
export async function GET(request: Request): Promise<Response> {
  const snapshot = await snapshotAt(database(), undefined)
  if (!snapshot.ok) return nothing(snapshot.message)
  if (isHeld(request, snapshot.value)) return unchanged(snapshot.value, cacheControl)
  const text = await streamReadme(database(), snapshot.value.revision)
  return text !== null ? readmeResponse(snapshot.value, text, cacheControl) : nothing('The catalog is empty: no README was imported yet.')
}
