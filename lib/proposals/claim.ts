import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { publicName } from '@/lib/auth/name'
import { counted } from '@/lib/catalog/schema'
import type { Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import type { ProposalState } from '@/prisma/generated/enums'

/** A proposal whose row this transaction holds, and who may act on it. */
export interface Claimed {
  id: number
  state: ProposalState
  version: number
  title: string
  proposer: { id: string; name: string | null }
  actor: Viewer
}

type Acting = 'proposal.revise' | 'proposal.withdraw' | 'proposal.decide' | 'proposal.amend' | 'proposal.claim' | 'proposal.comment'

/** Actions that a maintainer does with other people's proposals, and an admin with their own where there is no other. */
const deciding: readonly Acting[] = ['proposal.decide', 'proposal.amend', 'proposal.claim']

/**
 * Locks a proposal's row and asks the policy. Who may not even see it is told that there is none; a state in which
 * the action makes no sense is left to `claim`, which knows what happened.
 */
export async function lockProposal(db: Db, actor: Actor, id: number, action: Acting): Promise<Result<Claimed>> {
  if (!actor) return refused('signed-out')
  if (!isProposalNumber(id)) return noProposal(id)
  await db.$queryRaw`SELECT id FROM proposal WHERE id = ${id} FOR UPDATE`
  const found = await db.proposal.findUnique({ where: { id }, select: claimSelect })
  if (!found) return noProposal(id)
  const { proposer, ...proposal } = found
  const subject = { proposerId: proposer.id, state: proposal.state }
  if (!can(actor, 'proposal.view', subject).allowed) return noProposal(id)
  const singleMaintainer = deciding.includes(action) && (await isOnlyMaintainer(db, actor))
  const permission = can(actor, action, { ...subject, singleMaintainer })
  return permission.allowed ? ok({ ...proposal, proposer, actor }) : refused(permission.reason)
}

const claimSelect = { id: true, state: true, version: true, title: true, proposer: { select: { id: true, name: true } } } as const

/** Whether a proposal can have this number. */
export function isProposalNumber(id: number): boolean {
  return counted.safeParse(id).success
}

/** The refusal that does not tell whether a proposal exists. */
export function noProposal(id: number) {
  return fail('not-found', `There is no proposal ${id} that you could see.`)
}

/** Whether an admin is the only one who could decide anything, and so may decide their own. */
export async function isOnlyMaintainer(db: Db, { id, role }: Viewer): Promise<boolean> {
  if (role !== 'admin') return false
  return (await db.user.count({ where: { role: { in: ['maintainer', 'admin'] }, blockedAt: null, id: { not: id } } })) === 0
}

/** Why a proposal is not as it was read, or cannot go where it should; undefined where it can. */
export async function movedOn(db: Db, proposal: Claimed, version: number, to: ProposalState | undefined): Promise<Failure | undefined> {
  return to === undefined || proposal.version !== version ? fail('conflict', await whatHappened(db, proposal, version)) : undefined
}

/**
 * Moves a proposal to its next state, if it still is as it was read. `to` undefined: the state machine knows no such
 * step. Fails as `conflict`, saying what happened meanwhile.
 */
export async function claim(
  db: Db,
  proposal: Claimed,
  version: number,
  to: ProposalState | undefined,
  data: Prisma.ProposalUpdateManyMutationInput,
): Promise<Result<ProposalState>> {
  const moved = await movedOn(db, proposal, version, to)
  if (moved) return moved
  if (to === undefined) throw new Error(`proposal ${proposal.id} has no next state`)
  const where = { id: proposal.id, state: proposal.state, version }
  const { count } = await db.proposal.updateMany({ where, data: { ...data, state: to } })
  if (count !== 1) throw new Error(`proposal ${proposal.id} changed under its lock`)
  return ok(to)
}

const words: Partial<Record<ProposalState, string>> = {
  accepted: 'accepted this proposal',
  rejected: 'rejected this proposal',
  changes_requested: 'asked for changes',
}

async function whatHappened(db: Db, { id, state, version }: Claimed, read: number): Promise<string> {
  if (version > read) return `The proposer sent version ${version} meanwhile; you read version ${read}. Read the new one first.`
  const decision = await db.decision.findUnique({
    where: { proposalId_version: { proposalId: id, version } },
    select: { at: true, reason: true, decider: { select: { id: true, name: true } } },
  })
  if (!decision) return state === 'withdrawn' ? 'The proposer withdrew this proposal.' : `This proposal is ${state} and open to nobody now.`
  const at = decision.at.toISOString().slice(0, 16).replace('T', ' ')
  const reason = decision.reason ? `: ${decision.reason}` : '.'
  return `${publicName(decision.decider)} ${words[state] ?? 'decided'} on ${at} UTC${reason}`
}
