import { can, refused, type Actor } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import { isProposalNumber, noProposal } from './claim'
import { nextState } from './states'

/** A proposal of one's own that is open, as far as sending its next version needs; fails as `not-found` where it is no such. */
export async function revisable(
  db: Db,
  actor: Actor,
  id: number,
): Promise<Result<{ proposal: number; version: number; title: string }>> {
  if (!actor) return refused('signed-out')
  const found = isProposalNumber(id)
    ? await db.proposal.findUnique({ where: { id }, select: { title: true, version: true, state: true, proposerId: true } })
    : null
  if (!found || !can(actor, 'proposal.view', found).allowed) return noProposal(id)
  const permission = can(actor, 'proposal.revise', found)
  if (!permission.allowed) return refused(permission.reason)
  if (nextState(found.state, 'revise') === undefined) return fail('conflict', 'This proposal was decided already.')
  return ok({ proposal: id, version: found.version, title: found.title })
}
