import type { Actor } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import { transact, type Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { Change } from '@/lib/readme/change'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { reachOf } from '@/lib/readme/load-reach'
import { loadOutline } from '@/lib/readme/load-text'
import type { PrismaClient } from '@/prisma/generated/client'
import { writeAmendment } from './amend'
import { settleSchema, type SettleInput, type SettleOutput } from './amendment'
import { lockProposal, movedOn } from './claim'
import { settleEdit } from './settle-edit'
import { settleText, type TextPick } from './settle-text'
import { nextState } from './states'
import { storedChanges } from './stored-changes'

/**
 * Settles what of an edit or of a change of the text clashes with the catalog as it is: each field gets what one side says, and a text may get what is
 * written. What comes of it is an amendment of the change. Fails as `amendChange` does, and as `settleEdit` and `settleText`.
 */
export async function settleClash(db: PrismaClient, actor: Actor, input: SettleInput): Promise<Result<{ id: number }>> {
  const settled = check(settleSchema, input)
  return transact(db, async (tx) => {
    const found = await lockProposal(tx, actor, input.proposal, 'proposal.amend')
    if (!found.ok) return found
    if (!settled.ok) return settled
    const { proposal, version, ordinal } = settled.value
    const moved = await movedOn(tx, found.value, version, nextState(found.value.state, 'accept'))
    if (moved) return moved
    const stored = (await storedChanges(tx, proposal, version)).find((one) => one.ordinal === ordinal)
    const { baseRevision: sent } = await tx.proposalVersion.findUniqueOrThrow({ where: { proposalId_number: { proposalId: proposal, number: version } }, select: { baseRevision: true } })
    const change = stored?.amended?.change ?? stored?.change
    const base = stored?.amended?.base ?? sent
    if (!change || base === null) return unsettled
    const revision = await currentRevision(tx)
    const made = await settleChange(tx, change, [base, revision], settled.value)
    if (!made.ok) return made
    await writeAmendment(tx, found.value, ordinal, { change: made.value, baseRevision: revision })
    return ok({ id: proposal })
  })
}

const unsettled = fail('conflict', 'Only fields of an edit and texts are settled so: leave the change out, or ask for changes.')

/** The change that settles another, made against the first of the revisions, as one against the second. */
async function settleChange(db: Db, change: Change, [base, revision]: [number, number], { picks, written }: SettleOutput): Promise<Result<Change>> {
  if (change.op === 'edit') {
    const reach = await reachOf(db, [change], [base, revision])
    return settleEdit(await loadReadme(db, base, reach), await loadReadme(db, revision, reach), change, picks)
  }
  if (change.op !== 'text') return unsettled
  const side = picks.text
  if (side === undefined) return fail('invalid', 'Pick one.', { text: 'Pick one.' })
  const pick: TextPick = side === 'written' ? { side, text: written } : { side }
  return settleText(await loadOutline(db, base), await loadOutline(db, revision), change, pick)
}
