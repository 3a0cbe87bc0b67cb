import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { cookiesOf, forgotten } from '@/lib/auth/cookies'
import { csrfPair } from '@/lib/auth/csrf'
import { emailAddress } from '@/lib/auth/email-address'
import { foreignPost } from '@/lib/auth/guard'
import { authOptions } from '@/lib/auth/options'
import { limitedStart } from '@/lib/auth/sign-in-start'
import { settings } from '@/lib/env'

type Context = { params: Promise<{ nextauth: string[] }> }

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const response: Response = await NextAuth(request, context, authOptions())
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

export const GET = answer

// A form of our pages can't carry next-auth's CSRF token: a page that is rendered on the server can't set the cookie that
// belongs to it. The Origin says the same and more, so it is checked, and the token put in behind it for this one call.
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const refusal = foreignPost(request)
  if (refusal) return refusal
  const [step, provider] = (await context.params).nextauth
  // next-auth would take more, such as lines that a browser's own copy of it has written to our log.
  if (step !== 'signin' && step !== 'signout') return new Response('Not found\n', { status: 404 })
  const form = new URLSearchParams(await request.text())
  // One address, written in one way: what is counted is what is written to.
  const address = provider === 'email' ? emailAddress(form.get('email') ?? '') : null
  if (provider === 'email') form.set('email', address ?? '')
  const limited = step === 'signin' ? await limitedStart(request, address) : null
  if (limited) return limited
  const { publicOrigin, secret } = settings()
  const { csrfToken, sessionToken } = cookiesOf(publicOrigin)
  const { token, cookie } = csrfPair(secret)
  const jar = await cookies()
  jar.set(csrfToken.name, cookie, csrfToken.options)
  form.set('csrfToken', token)
  const response = await answer(new NextRequest(request.url, { method: 'POST', headers: formHeaders(request), body: form.toString() }), context)
  jar.set(...forgotten(csrfToken))
  // Next, as it joins the two lots of cookies, loses the Max-Age=0 by which next-auth ends one.
  if (step === 'signout') {
    jar.set(...forgotten(sessionToken))
    response.headers.delete('Set-Cookie')
  }
  return response
}

function formHeaders(request: Request): Headers {
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/x-www-form-urlencoded')
  headers.delete('content-length')
  return headers
}
