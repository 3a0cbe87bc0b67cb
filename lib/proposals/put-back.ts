import type { Actor } from '@/lib/auth/policy'
import { transact } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import { allowUpdate } from '@/lib/limits/sending'
import { storedEvidence } from '@/lib/lookup/sent-evidence'
import { loadOutline } from '@/lib/readme/load-text'
import type { PrismaClient } from '@/prisma/generated/client'
import { claim, lockProposal, movedOn } from './claim'
import { draftOf } from './form-changes'
import { nextState } from './states'
import { storedChanges } from './stored-changes'
import { fillTray } from './tray'
import { recordEvent } from './write'

/**
 * Takes one's own open proposal back and puts its changes into the tray, where each can be mended before they are sent anew. Fails as
 * `conflict` where it was decided or revised meanwhile, or holds what no form does, as `invalid` where the tray is too full, and as `limited`.
 */
export async function putBack(db: PrismaClient, actor: Actor, { proposal, version }: { proposal: number; version: number }): Promise<Result<{ id: number }>> {
  return transact(db, async (tx) => {
    const found = await lockProposal(tx, actor, proposal, 'proposal.withdraw')
    if (!found.ok) return found
    const to = nextState(found.value.state, 'withdraw')
    const moved = await movedOn(tx, found.value, version, to)
    if (moved) return moved
    const sent = await tx.proposalVersion.findUniqueOrThrow({ where: { proposalId_number: { proposalId: proposal, number: version } }, select: { baseRevision: true, rationale: true, keepsDate: true } })
    const sections = await tx.section.findMany({ select: { slug: true, kind: true } })
    const kinds = new Map(sections.map(({ slug, kind }) => [slug, kind]))
    const stored = await storedChanges(tx, proposal, version)
    const known = sent.baseRevision === null ? null : await loadOutline(tx, sent.baseRevision)
    const drafts = sent.keepsDate ? null : draftOf(stored.map(({ change }) => change), { base: sent.baseRevision, kindIn: (section) => kinds.get(section), known })
    if (!drafts) return fail('conflict', 'Your tray cannot hold these changes: no form does.')
    const allowed = await allowUpdate(tx, found.value.actor)
    if (!allowed.ok) return allowed
    const borne = await storedEvidence(tx, proposal, version)
    // Changes of entries keep their order; nothing bears out a text.
    const entries = stored.filter(({ change }) => change.op !== 'text')
    const evidenceOf = (at: number) => borne.flatMap(({ ordinal, evidence }) => (ordinal === entries[at]?.ordinal ? [evidence] : []))
    const filled = await fillTray(tx, found.value.actor.id, drafts.map((change, at) => ({ change, rationale: sent.rationale, lookups: [], evidence: evidenceOf(at) })))
    if (!filled.ok) return filled
    const claimed = await claim(tx, found.value, version, to, {})
    if (!claimed.ok) return claimed
    await recordEvent(tx, 'withdrawn', found.value.actor, proposal)
    return ok({ id: proposal })
  })
}
