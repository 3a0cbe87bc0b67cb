import { foreignPost } from '@/lib/auth/guard'
import type { Actor } from '@/lib/auth/policy'
import { currentViewer } from '@/lib/auth/viewer'
import { exits, type Result } from '@/lib/errors'

/**
 * Answers a form of the inbox, which names a notice, by leading on. Plain forms and not server actions: these change the page in place, and
 * the account menu would go on counting what was read.
 */
export async function answerForm(request: Request, run: (viewer: Actor, notice: bigint) => Promise<Result<{ path: string }>>): Promise<Response> {
  const refusal = foreignPost(request)
  if (refusal) return refusal
  const notice = new URLSearchParams(await request.text()).get('notice') ?? ''
  if (!/^[1-9]\d{0,17}$/.test(notice)) return say(422, 'There is no such notice.')
  const result = await run(await currentViewer(), BigInt(notice))
  if (result.ok) return leadTo(result.value.path)
  return result.code === 'signed-out' ? leadTo('/sign-in?to=/inbox') : say(exits[result.code].status, result.message)
}

function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'private, no-store' } })
}

function say(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' } })
}
