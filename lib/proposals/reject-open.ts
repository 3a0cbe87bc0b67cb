import { can, refused, type Actor } from '@/lib/auth/policy'
import { ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { decideMany } from './decide-many'

/** What became of a person's proposals that waited. */
export interface RejectedOpen {
  rejected: number
  /** Decided or revised by others meanwhile, or one's own. */
  left: number
}

const most = 200

/**
 * Rejects what of somebody's waits for a decision, the oldest 200 of it, each by itself and all for one reason, which must not be empty. Fails
 * as `signed-out` or `forbidden`. `person` must be a UUID.
 */
export async function rejectOpen(db: PrismaClient, actor: Actor, person: string, reason: string, now: Date): Promise<Result<RejectedOpen>> {
  const permission = can(actor, 'queue.view')
  if (!permission.allowed) return refused(permission.reason)
  const open = await db.proposal.findMany({ where: { proposerId: person, state: 'submitted' }, select: { id: true, version: true }, orderBy: { id: 'asc' }, take: most })
  const outcomes = await decideMany(db, actor, { proposals: open.map(({ id, version }) => ({ proposal: id, version })), verdict: 'rejected', reason }, now)
  const rejected = outcomes.filter(({ result }) => result.ok).length
  return ok({ rejected, left: outcomes.length - rejected })
}
