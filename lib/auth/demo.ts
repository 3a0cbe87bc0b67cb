import type { PrismaClient } from '@/prisma/generated/client'
import { databaseAdapter, newSessionToken, SESSION_SECONDS } from './adapter'
import type { DemoPerson } from './demo-people'

/**
 * Starts a session for a demo person, made at first use, and ends the session that `previous` names. Gives back the new
 * session's token and end, for the cookie. Whether the demo sign-in is on is the caller's to check.
 */
export async function startDemoSession(
  db: PrismaClient,
  { id, name, role }: DemoPerson,
  previous: string | undefined,
): Promise<{ token: string; expires: Date }> {
  const adapter = databaseAdapter(db)
  await db.user.upsert({ where: { id }, create: { id, name, role }, update: {} })
  if (previous) await adapter.deleteSession?.(previous)
  const session = { sessionToken: newSessionToken(), userId: id, expires: new Date(Date.now() + SESSION_SECONDS * 1000) }
  await adapter.createSession?.(session)
  return { token: session.sessionToken, expires: session.expires }
}
