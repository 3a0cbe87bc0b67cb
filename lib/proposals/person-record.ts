import type { Block } from '@/lib/auth/block'
import { publicName } from '@/lib/auth/name'
import { can, refused, type Actor, type Role } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import { listItems, listSelect, type ListedProposal } from './queue'
import { waitingOf } from './reject-open'
import { openStates } from './states'

/** How a person's proposals ended so far. */
export interface ProposerRecord {
  accepted: number
  rejected: number
  open: number
}

/** What maintainers know of whoever proposes. */
export interface PersonRecord extends ProposerRecord {
  id: string
  name: string
  role: Role
  since: Date
  /** How many of their proposals wait for a decision. */
  waiting: number
  /** The latest of their proposals. */
  proposals: ListedProposal[]
  /** null: they are not blocked. */
  block: Block | null
  mayUndo: boolean
  mayBlock: boolean
}

const latest = 50

/** A person's record, for maintainers; fails as `not-found` where there is nobody. `id` must be a UUID. */
export async function personRecord(db: Db, actor: Actor, id: string): Promise<Result<PersonRecord>> {
  const permission = can(actor, 'queue.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const found = await db.user.findUnique({ where: { id }, select: { id: true, name: true, role: true, createdAt: true, blockedAt: true, blockReason: true } })
  if (!found) return fail('not-found', 'There is no such person.')
  const rows = await db.proposal.findMany({ where: { proposerId: id, state: { not: 'draft' } }, select: listSelect, orderBy: { id: 'desc' }, take: latest })
  return ok({
    ...{ id: found.id, name: publicName(found), role: found.role, since: found.createdAt },
    ...(await countRecord(db, id)),
    waiting: await waitingOf(db, id),
    block: found.blockedAt && { since: found.blockedAt, reason: found.blockReason ?? '' },
    ...{ proposals: await listItems(db, actor, rows), mayUndo: can(actor, 'person.undo').allowed },
    mayBlock: can(actor, 'person.block', { personId: id, role: found.role }).allowed,
  })
}

/** The same in numbers alone, without asking who asks. */
export async function countRecord(db: Db, proposerId: string): Promise<ProposerRecord> {
  const groups = await db.proposal.groupBy({ by: ['state'], where: { proposerId }, _count: true })
  const count = (...states: string[]) => groups.reduce((sum, group) => sum + (states.includes(group.state) ? group._count : 0), 0)
  return { accepted: count('accepted'), rejected: count('rejected'), open: count(...openStates) }
}
