import type { Actor } from '@/lib/auth/policy'
import { publicName } from '@/lib/auth/name'
import { check } from '@/lib/check'
import { transact, type Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import { evidenceSchema } from '@/lib/lookup/evidence'
import { sentEvidence } from '@/lib/lookup/sent-evidence'
import { tell } from '@/lib/notices/tell'
import { changeSchema, type Change } from '@/lib/readme/change'
import { currentRevision } from '@/lib/readme/load'
import { loadOutline } from '@/lib/readme/load-text'
import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import { z } from 'zod'
import { amendmentSchema, type AmendmentInput } from './amendment'
import type { FormChange } from './change'
import { lockProposal, movedOn, type Claimed } from './claim'
import { asOne } from './passages'
import { dropSent, type SentDraft } from './drafts'
import { resolveChanges } from './resolve'
import { nextState } from './states'

/**
 * Puts another change in the place of one that waits for a decision: what an acceptance then takes, and the draft `from` which it was
 * sent goes. The change stays as it was sent,
 * and with no change given it is taken as it was after all. Fails as `conflict` where the proposal was decided or revised
 * meanwhile, or the catalog changed the same, and as `invalid` where the change is about something else.
 */
export async function amendChange(db: PrismaClient, actor: Actor, input: AmendmentInput, from: SentDraft = null): Promise<Result<{ id: number }>> {
  const amendment = check(amendmentSchema, input)
  return transact(db, async (tx) => {
    const found = await lockProposal(tx, actor, input.proposal, 'proposal.amend')
    if (!found.ok) return found
    if (!amendment.ok) return amendment
    const { proposal, version, ordinal, changes: [change], lookups } = amendment.value
    const moved = await movedOn(tx, found.value, version, nextState(found.value.state, 'accept'))
    if (moved) return moved
    const sent = await tx.change.findUnique({ where: { proposalId_version_ordinal: { proposalId: proposal, version, ordinal } }, select: { change: true } })
    if (!sent) return fail('not-found', 'There is no such change.')
    if (change && !isAbout(changeSchema.parse(sent.change), change)) return fail('invalid', 'An amendment is about what the change is about.')
    const resolved = await resolveChanges(tx, change ? [change] : [])
    if (!resolved.ok) return resolved
    const baseRevision = resolved.value.baseRevision ?? (await currentRevision(tx))
    const amended = await asOneChange(tx, resolved.value.changes.map((one) => one.change), baseRevision)
    await writeAmendment(tx, found.value, ordinal, { change: amended, baseRevision, lookups })
    await dropSent(tx, found.value.actor, from)
    return ok({ id: proposal })
  })
}

/** What is to be accepted in the place of a change, made against a revision, with the look-ups that it names. */
interface Amending {
  change: Change | null
  baseRevision: number
  lookups?: readonly string[] | undefined
}

/** Writes it with what bears it out, of what bore the change out before, too; and its event. */
export async function writeAmendment(
  db: Db,
  { id, version, actor }: Claimed,
  ordinal: number,
  { change, baseRevision, lookups = [] }: Amending,
): Promise<void> {
  const of = { proposalId: id, version, ordinal }
  const last = await db.amendment.findFirst({ where: of, select: { number: true, evidence: true }, orderBy: { number: 'desc' } })
  const before = z.array(evidenceSchema).parse(last?.evidence ?? [])
  const [evidence = []] = change ? await sentEvidence(db, [change], { lookups, before, replaces: { proposal: id, version } }) : []
  await db.amendment.create({ data: { ...of, number: (last?.number ?? 0) + 1, reviewerId: actor.id, change: change ?? Prisma.DbNull, baseRevision, evidence } })
  const data = { actor: publicName(actor), ordinal }
  const event = await db.event.create({ data: { kind: 'amended', actorId: actor.id, proposalId: id, data }, select: { id: true } })
  await tell(db, { event: event.id, kind: 'amended' })
}

/** What a form's change comes to as one: what it changes of a passage in several places with what stands between these. */
async function asOneChange(db: Db, changes: readonly Change[], revision: number): Promise<Change | null> {
  const texts = changes.filter((change) => change.op === 'text')
  return texts.length > 1 ? (asOne(await loadOutline(db, revision), texts) ?? null) : (changes[0] ?? null)
}

/** Whether a form's change does the same sort of thing to the same entry as a stored one, or changes the text as that does. */
function isAbout(sent: Change, change: FormChange): boolean {
  if (change.op === 'text' || sent.op === 'text') return sent.op === change.op
  if (change.op === 'add') return sent.op === 'add' && sent.entry.kind === change.entry.kind
  return sent.op === change.op && 'entry' in sent && sent.entry === change.key
}
