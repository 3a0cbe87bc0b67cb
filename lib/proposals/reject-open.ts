import { can, refused, type Actor } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { decideMany } from './decide-many'

/** What became of a person's proposals that waited. */
export interface RejectedOpen {
  rejected: number
  /** How many still wait: more than can be rejected at once, or sent or revised meanwhile. */
  left: number
}

/** One request takes its time for as many, and no longer. */
export const mostRejected = 200

/**
 * Rejects what of somebody's waits for a decision, the oldest `most` of it, each by itself and all for one reason, which must not be empty. Fails
 * as `signed-out` or `forbidden`. `person` must be a UUID.
 */
export async function rejectOpen(db: PrismaClient, actor: Actor, person: string, reason: string, now: Date, most = mostRejected): Promise<Result<RejectedOpen>> {
  const permission = can(actor, 'queue.view')
  if (!permission.allowed) return refused(permission.reason)
  const open = await db.proposal.findMany({ where: { proposerId: person, state: 'submitted' }, select: { id: true, version: true }, orderBy: { id: 'asc' }, take: most })
  const outcomes = await decideMany(db, actor, { proposals: open.map(({ id, version }) => ({ proposal: id, version })), verdict: 'rejected', reason }, now)
  const rejected = outcomes.filter(({ result }) => result.ok).length
  return ok({ rejected, left: await waitingOf(db, person) })
}

/** How many of a person's proposals wait for a decision. */
export function waitingOf(db: Db, person: string): Promise<number> {
  return db.proposal.count({ where: { proposerId: person, state: 'submitted' } })
}
