import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { exits } from '@/lib/errors'
import { isOwnOrigin } from '@/lib/auth/origin'
import { unsubscribe } from '@/lib/notices/unsubscribe'

type Context = { params: Promise<{ token: string }> }

const headers = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }

/** Asks first: scanners and previews follow every link of a mail. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  return new Response(null, { status: 303, headers: { ...headers, Location: `/unsubscribe?${new URLSearchParams({ token })}` } })
}

/** Ends the e-mails: at one click in a mail program (RFC 8058), which has no session and comes from anywhere, or by the page's form. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  // Mail programs send either kind of form (RFC 8058).
  const form = await request.formData().catch(() => new FormData())
  const what = form.get('List-Unsubscribe') === 'One-Click' ? 'these' : form.get('what')
  if (what !== 'these' && what !== 'all') return say(422, 'Say what to end.')
  const { secret, publicOrigin } = settings()
  const ended = await unsubscribe(database(), secret, token, what)
  if (isOwnOrigin(request.headers.get('origin'), publicOrigin)) {
    const query = new URLSearchParams({ token, ...(ended.ok && { done: what }) })
    return new Response(null, { status: 303, headers: { ...headers, Location: `/unsubscribe?${query}` } })
  }
  return ended.ok ? say(200, 'You will get no more of these e-mails.') : say(exits[ended.code].status, ended.message)
}

function say(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } })
}
