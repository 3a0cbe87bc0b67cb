import type { SubjectState, Viewer } from '@/lib/auth/policy'
import type { ProposalInput } from '@/lib/proposals/change'
import { decideProposal } from '@/lib/proposals/decide'
import { submitProposal, withdrawProposal } from '@/lib/proposals/service'
import type { PrismaClient } from '@/prisma/generated/client'

/** What a form sends that adds a dataset. */
export function newEntry(name: string): ProposalInput {
  return { changes: [{ op: 'add', section: 'drug', entry: { kind: 'dataset', fields: { name, papers: [], description: null, links: [] } } }] }
}

let made = 0

/** A new proposal brought into a state as people bring it there; answers its number. */
export async function bringTo(db: PrismaClient, by: Viewer, decider: Viewer, state: SubjectState): Promise<number> {
  const sent = await submitProposal(db, by, newEntry(`Brought ${++made}`))
  if (!sent.ok) throw new Error(sent.message)
  const proposal = sent.value.id
  // No form sends a draft.
  if (state === 'draft') await db.proposal.update({ where: { id: proposal }, data: { state } })
  if (state === 'withdrawn') await withdrawProposal(db, by, { proposal, version: 1 })
  if (state === 'accepted' || state === 'rejected' || state === 'changes_requested') {
    const decided = await decideProposal(db, decider, { proposal, version: 1, verdict: state, reason: 'Because.' }, new Date())
    if (!decided.ok) throw new Error(decided.message)
  }
  return proposal
}

/** Blocks somebody, or lets them in again, without a word of it in the log. */
export async function setBlocked(db: PrismaClient, id: string, blocked: boolean): Promise<void> {
  await db.user.update({ where: { id }, data: blocked ? { blockedAt: new Date(), blockReason: 'Because.' } : { blockedAt: null, blockReason: null } })
}
