import { publicName } from '@/lib/auth/name'
import type { Actor } from '@/lib/auth/policy'
import { transact, type Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { lockProposal } from './claim'
import { nextState } from './states'
import { recordEvent } from './write'

/** Who says to be reviewing a proposal, and until when that holds. Nobody is kept from deciding by it. */
export interface Claim {
  reviewer: { id: string; name: string }
  until: Date
}

const holds = 30 * 60_000

/**
 * Says that one is reviewing a proposal, for half an hour; said again, for another. Fails as `conflict` where somebody else says so, or
 * it waits for nobody.
 */
export async function claimReview(db: PrismaClient, actor: Actor, proposal: number, now: Date): Promise<Result<{ id: number; until: Date }>> {
  return transact(db, async (tx) => {
    const found = await lockProposal(tx, actor, proposal, 'proposal.claim')
    if (!found.ok) return found
    if (nextState(found.value.state, 'accept') === undefined) return fail('conflict', 'It does not wait for a decision.')
    const other = (await claimsOf(tx, [proposal], now)).get(proposal)
    const me = found.value.actor
    if (other && other.reviewer.id !== me.id) return fail('conflict', `${other.reviewer.name} is reviewing it.`)
    const until = new Date(now.getTime() + holds)
    await tx.proposal.update({ where: { id: proposal }, data: { claimedById: me.id, claimedUntil: until } })
    if (!other) await recordEvent(tx, 'claimed', me, proposal)
    return ok({ id: proposal, until })
  })
}

/** Takes that back; where one did not say so, nothing happens. */
export async function releaseReview(db: PrismaClient, actor: Actor, proposal: number): Promise<Result<{ id: number }>> {
  return transact(db, async (tx) => {
    const found = await lockProposal(tx, actor, proposal, 'proposal.claim')
    if (!found.ok) return found
    const me = found.value.actor
    const { count } = await tx.proposal.updateMany({ where: { id: proposal, claimedById: me.id }, data: { claimedById: null, claimedUntil: null } })
    if (count > 0) await recordEvent(tx, 'released', me, proposal)
    return ok({ id: proposal })
  })
}

/** The claims of some proposals that hold at a time, by proposal. */
export async function claimsOf(db: Db, proposals: readonly number[], now: Date): Promise<Map<number, Claim>> {
  const found = await db.proposal.findMany({
    where: { id: { in: [...proposals] }, claimedUntil: { gt: now } },
    select: { id: true, claimedUntil: true, claimedBy: { select: { id: true, name: true } } },
  })
  return new Map(
    found.flatMap(({ id, claimedUntil, claimedBy }) =>
      claimedUntil && claimedBy ? [[id, { reviewer: { id: claimedBy.id, name: publicName(claimedBy) }, until: claimedUntil }] as const] : [],
    ),
  )
}
