import { readAnyDraft } from '@/components/propose/draft'
import { draftTitle } from '@/components/propose/draft-title'
import { keepingSchema } from '@/components/propose/post-draft'
import { foreignPost } from '@/lib/auth/guard'
import { currentViewer } from '@/lib/auth/viewer'
import { check } from '@/lib/check'
import { database } from '@/lib/db'
import { exits, fail, type Failure, type Result } from '@/lib/errors'
import { keepDraft, type Kept } from '@/lib/proposals/drafts'

const headers = { 'Cache-Control': 'private, no-store' }

/** Keeps what somebody typed into a form and has not sent, or throws it away. */
export async function PUT(request: Request): Promise<Response> {
  const foreign = foreignPost(request)
  if (foreign) return foreign
  const kept = await keep(await request.json().catch(() => null))
  return kept.ok ? Response.json(kept.value, { headers }) : refuse(kept)
}

async function keep(body: unknown): Promise<Result<Kept>> {
  const asked = check(keepingSchema, body)
  if (!asked.ok) return fail('invalid', 'This is no draft of a form.')
  const { form, over, draft } = asked.value
  const read = readAnyDraft(draft)
  return keepDraft(database(), await currentViewer(), { form, over, title: read ? draftTitle(form, read) : '', content: draft })
}

function refuse({ code, message }: Failure): Response {
  return Response.json({ error: message }, { status: exits[code].status, headers })
}
