import { cookies } from 'next/headers'
import { SESSION_SECONDS } from '@/lib/auth/adapter'
import { cookiesOf, forgotten } from '@/lib/auth/cookies'
import { linksOf, type ViewerAnswer } from '@/lib/auth/links'
import { publicName } from '@/lib/auth/name'
import { currentViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { unreadOf } from '@/lib/notices/inbox'

export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  await rollCookie(viewer !== null)
  const answer: ViewerAnswer = viewer && { name: publicName(viewer), role: viewer.role, links: linksOf(viewer), unread: await unreadOf(database(), viewer.id) }
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
}

// A session's row rolls wherever it is read, but a page can't set a cookie: this is where the browser hears of it. And of
// its end: a cookie without a session would keep the browser away from cached pages.
async function rollCookie(signedIn: boolean): Promise<void> {
  const { sessionToken } = cookiesOf(settings().publicOrigin)
  const jar = await cookies()
  const token = jar.get(sessionToken.name)?.value
  if (token === undefined) return
  if (signedIn) jar.set(sessionToken.name, token, { ...sessionToken.options, maxAge: SESSION_SECONDS })
  else jar.set(...forgotten(sessionToken))
}
