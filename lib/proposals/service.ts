import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import { transact, type Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import type { Evidence } from '@/lib/lookup/evidence'
import { sentEvidence, type Named } from '@/lib/lookup/sent-evidence'
import { allowUpdate } from '@/lib/limits/sending'
import type { PrismaClient } from '@/prisma/generated/client'
import { proposalSchema, type ProposalDraft, type ProposalInput } from './change'
import { claim, lockProposal, movedOn } from './claim'
import { dropSent, type SentDraft } from './drafts'
import { resolveChanges } from './resolve'
import { nextState } from './states'
import { titleOf } from './title'
import { createProposal, recordEvent, reviseVersion, type Version } from './write'

/**
 * Sends a new proposal for review; the draft `from` which it was sent goes with it. Fails as `signed-out`, `forbidden`, `limited`, or
 * `invalid` with messages by field.
 */
export async function submitProposal(db: PrismaClient, actor: Actor, input: ProposalInput, from: SentDraft = null): Promise<Result<{ id: number }>> {
  const permission = can(actor, 'proposal.submit')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const draft = check(proposalSchema, input)
  if (!draft.ok) return draft
  return transact(db, (tx) => submitIn(tx, actor, draft.value, from))
}

/** The same of a draft that was checked, within a transaction, by somebody who may; `before` bore out its values when they were sent once. */
export async function submitIn(tx: Db, actor: Viewer, draft: ProposalDraft, from: SentDraft, before: readonly Evidence[] = []): Promise<Result<{ id: number }>> {
  const version = await versionOf(tx, draft, { before })
  if (!version.ok) return version
  const sent = await createProposal(tx, actor, version.value)
  if (sent.ok) await dropSent(tx, actor, from)
  return sent
}

/** A new version of one's own open proposal; `version` is the one that was read. */
export interface Revision {
  proposal: number
  version: number
  input: ProposalInput
  /** The draft that it was, which goes with it. */
  from?: SentDraft
}

/** Sends a new version of a proposal for review. Fails as `conflict` where it was decided or revised meanwhile. */
export async function reviseProposal(
  db: PrismaClient,
  actor: Actor,
  { proposal, version, input, from = null }: Revision,
): Promise<Result<{ id: number; version: number }>> {
  const draft = check(proposalSchema, input)
  return transact(db, async (tx) => {
    // The policy first: who may not revise it is not told what is wrong with the draft.
    const found = await lockProposal(tx, actor, proposal, 'proposal.revise')
    if (!found.ok) return found
    if (!draft.ok) return draft
    const next = await versionOf(tx, draft.value, { replaces: { proposal, version } })
    if (!next.ok) return next
    const sent = await reviseVersion(tx, actor, { proposal, version }, next.value)
    if (sent.ok) await dropSent(tx, found.value.actor, from)
    return sent
  })
}

/** Takes one's own open proposal back; nothing of it is deleted. */
export async function withdrawProposal(
  db: PrismaClient,
  actor: Actor,
  { proposal, version }: { proposal: number; version: number },
): Promise<Result<{ id: number }>> {
  return transact(db, async (tx) => {
    const found = await lockProposal(tx, actor, proposal, 'proposal.withdraw')
    if (!found.ok) return found
    const moved = await movedOn(tx, found.value, version, nextState(found.value.state, 'withdraw'))
    if (moved) return moved
    const allowed = await allowUpdate(tx, found.value.actor)
    if (!allowed.ok) return allowed
    const claimed = await claim(tx, found.value, version, nextState(found.value.state, 'withdraw'), {})
    if (!claimed.ok) return claimed
    await recordEvent(tx, 'withdrawn', found.value.actor, proposal)
    return ok({ id: proposal })
  })
}

async function versionOf(db: Db, { rationale, changes, lookups = [] }: ProposalDraft, borne: Omit<Named, 'lookups'>): Promise<Result<Version>> {
  const resolved = await resolveChanges(db, changes)
  if (!resolved.ok) return resolved
  const { changes: listed, baseRevision } = resolved.value
  const evidence = await sentEvidence(db, listed.map(({ change }) => change), { lookups, ...borne })
  const borneOut = listed.map((change, index) => ({ ...change, evidence: evidence[index] }))
  return ok({ title: titleOf(listed), rationale, changes: borneOut, baseRevision, keepsDate: false })
}
