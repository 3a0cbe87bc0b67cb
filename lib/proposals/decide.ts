import { publicName } from '@/lib/auth/name'
import type { Actor } from '@/lib/auth/policy'
import type { EntryRef } from '@/lib/catalog/view'
import { transact, type Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { tell } from '@/lib/notices/tell'
import type { PrismaClient } from '@/prisma/generated/client'
import type { ProposalState } from '@/prisma/generated/enums'
import { acceptChanges } from './accept'
import { decisionSchema, type DecisionDraft, type DecisionInput } from './decision'
import { check } from '@/lib/check'
import { claim, lockProposal, type Claimed } from './claim'
import { actionOfVerdict, nextState } from './states'

/** What a decision led to. */
export interface Decided {
  state: ProposalState
  /** The revision that an acceptance made. */
  catalogRevision: number | null
  /** The first entry that an acceptance added. */
  entry: EntryRef | null
}

/**
 * Decides a version of a proposal, in one transaction: state, catalog, history, decision and log event, or nothing.
 * `now` dates it. Fails as `conflict` where somebody decided or revised it meanwhile, telling who and what.
 */
export async function decideProposal(db: PrismaClient, actor: Actor, input: DecisionInput, now: Date): Promise<Result<Decided>> {
  const decision = check(decisionSchema, input)
  return transact(
    db,
    async (tx) => {
      // The document's row is the one lock that decisions queue at; taken first by all, so no two can wait for each other.
      const [document] = await tx.$queryRaw<{ revision: number }[]>`SELECT revision FROM document WHERE id = 1 FOR UPDATE`
      const proposal = await lockProposal(tx, actor, input.proposal, 'proposal.decide')
      if (!proposal.ok) return proposal
      if (!decision.ok) return decision
      const { verdict, version } = decision.value
      const without = new Set(decision.value.without.map(({ ordinal }) => ordinal))
      const state = await claim(tx, proposal.value, version, nextState(proposal.value.state, actionOfVerdict[verdict]), {})
      if (!state.ok) return state
      const accepted =
        verdict === 'accepted' ? await acceptChanges(tx, proposal.value, { revision: (document?.revision ?? 0) + 1, now, without }) : ok(null)
      if (!accepted.ok) return accepted
      await record(tx, proposal.value, decision.value, accepted.value?.revision ?? null, now)
      return ok({ state: state.value, catalogRevision: accepted.value?.revision ?? null, entry: accepted.value?.entry ?? null })
    },
    // An import may change thousands of rows. Others who decide meanwhile wait for the lock, and are told to try again.
    { timeout: 60_000 },
  )
}

async function record(db: Db, proposal: Claimed, draft: DecisionDraft, catalogRevision: number | null, at: Date): Promise<void> {
  const { version, verdict, reason, without } = draft
  const of = { proposalId: proposal.id, version }
  await db.decision.create({ data: { ...of, verdict, reason, deciderId: proposal.actor.id, catalogRevision, at } })
  for (const leftOut of without) {
    await db.change.updateMany({ where: { ...of, ordinal: leftOut.ordinal }, data: { verdict: 'rejected', reason: leftOut.reason } })
  }
  await db.change.updateMany({ where: { ...of, verdict: null }, data: { verdict } })
  const data = { proposer: publicName(proposal.proposer), decider: publicName(proposal.actor) }
  const event = await db.event.create({
    data: { kind: verdict, actorId: proposal.actor.id, proposalId: proposal.id, catalogRevision, data, at },
    select: { id: true },
  })
  await tell(db, { event: event.id, kind: verdict })
}
