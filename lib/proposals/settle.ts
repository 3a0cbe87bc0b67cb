import type { Actor } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import { transact } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { reachOf } from '@/lib/readme/load-reach'
import type { PrismaClient } from '@/prisma/generated/client'
import { writeAmendment } from './amend'
import { settleSchema, type SettleInput } from './amendment'
import { lockProposal, movedOn } from './claim'
import { settleEdit } from './settle-edit'
import { nextState } from './states'
import { storedChanges } from './stored-changes'

/**
 * Settles what of an edit clashes with the catalog as it is: each field gets what one side says. What comes of it is an amendment of the
 * change. Fails as `amendChange` does, and as `settleEdit`.
 */
export async function settleClash(db: PrismaClient, actor: Actor, input: SettleInput): Promise<Result<{ id: number }>> {
  const settled = check(settleSchema, input)
  return transact(db, async (tx) => {
    const found = await lockProposal(tx, actor, input.proposal, 'proposal.amend')
    if (!found.ok) return found
    if (!settled.ok) return settled
    const { proposal, version, ordinal, picks } = settled.value
    const moved = await movedOn(tx, found.value, version, nextState(found.value.state, 'accept'))
    if (moved) return moved
    const stored = (await storedChanges(tx, proposal, version)).find((one) => one.ordinal === ordinal)
    const { baseRevision: sent } = await tx.proposalVersion.findUniqueOrThrow({ where: { proposalId_number: { proposalId: proposal, number: version } }, select: { baseRevision: true } })
    const change = stored?.amended?.change ?? stored?.change
    const base = stored?.amended?.base ?? sent
    if (change?.op !== 'edit' || base === null) return fail('conflict', 'Only fields of an edit are settled so: leave the change out, or ask for changes.')
    const revision = await currentRevision(tx)
    const reach = await reachOf(tx, [change], [base, revision])
    const edit = settleEdit(await loadReadme(tx, base, reach), await loadReadme(tx, revision, reach), change, picks)
    if (!edit.ok) return edit
    await writeAmendment(tx, found.value, ordinal, { change: edit.value, baseRevision: revision })
    return ok({ id: proposal })
  })
}
