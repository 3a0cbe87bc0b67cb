import { cookies } from 'next/headers'
import { SESSION_SECONDS } from '@/lib/auth/adapter'
import { cookiesOf } from '@/lib/auth/cookies'
import { linksOf, type ViewerAnswer } from '@/lib/auth/links'
import { publicName } from '@/lib/auth/name'
import { currentViewer } from '@/lib/auth/viewer'
import { settings } from '@/lib/env'

export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (viewer) await rollCookie()
  const answer: ViewerAnswer = viewer && { name: publicName(viewer), role: viewer.role, links: linksOf(viewer) }
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
}

// The session's row rolls wherever it is read, but a page can't set a cookie: this is where the browser hears of it.
async function rollCookie(): Promise<void> {
  const { name, options } = cookiesOf(settings().publicOrigin).sessionToken
  const jar = await cookies()
  const token = jar.get(name)?.value
  if (token) jar.set(name, token, { ...options, maxAge: SESSION_SECONDS })
}
