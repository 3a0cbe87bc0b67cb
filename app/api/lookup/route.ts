import { foreignPost } from '@/lib/auth/guard'
import { currentViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { exits } from '@/lib/errors'
import { lookUp } from '@/lib/lookup/look-up'
import { reachOf } from '@/lib/lookup/reach'

// What is asked is about what nobody has published yet.
const headers = { 'Cache-Control': 'private, no-store' }

/** Looks up what is pasted, `{ "text": … }`. A route and not a server action: a slow service must not hold up a sending behind it. */
export async function POST(request: Request): Promise<Response> {
  const foreign = foreignPost(request)
  if (foreign) return foreign
  const asked: unknown = await request.json().catch(() => null)
  const result = await lookUp(database(), await currentViewer(), asked, { now: new Date(), reach: reachOf(settings()) })
  return Response.json(result, { headers, status: result.ok ? 200 : exits[result.code].status })
}
