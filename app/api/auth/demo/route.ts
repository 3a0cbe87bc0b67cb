import { cookies } from 'next/headers'
import { cookiesOf } from '@/lib/auth/cookies'
import { startDemoSession } from '@/lib/auth/demo'
import { demoPerson } from '@/lib/auth/demo-people'
import { foreignPost } from '@/lib/auth/guard'
import { ownPath } from '@/lib/auth/origin'
import { limitedStart } from '@/lib/auth/sign-in-start'
import { offersDemo } from '@/lib/auth/ways'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'

export async function POST(request: Request): Promise<Response> {
  const refusal = foreignPost(request)
  if (refusal) return refusal
  if (!offersDemo(settings(), request.headers)) return new Response('Not found\n', { status: 404 })
  const form = new URLSearchParams(await request.text())
  const person = demoPerson(form.get('as'))
  if (!person) return new Response('There is no such demo person.\n', { status: 422 })
  const limited = await limitedStart(request, person.key)
  if (limited) return limited
  const { publicOrigin } = settings()
  const { name, options } = cookiesOf(publicOrigin).sessionToken
  const jar = await cookies()
  const { token, expires } = await startDemoSession(database(), person, jar.get(name)?.value)
  jar.set(name, token, { ...options, expires })
  const location = ownPath(form.get('callbackUrl'), publicOrigin)
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
}
