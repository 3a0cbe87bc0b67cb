import { can, refused, type Actor } from '@/lib/auth/policy'
import { kindOf } from '@/lib/catalog/entry'
import { homelessOf } from '@/lib/catalog/homeless'
import { frameOf } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { proposalSchema, titleOf, type FormChange, type ProposalDraft, type ProposalInput } from './change'
import { check } from '@/lib/check'
import { claim, lockProposal } from './claim'
import { nextState } from './states'
import { createProposal, recordEvent, reviseVersion, type Version } from './write'

/** Sends a new proposal for review. Fails as `signed-out`, `forbidden`, or `invalid` with messages by field. */
export async function submitProposal(db: PrismaClient, actor: Actor, input: ProposalInput): Promise<Result<{ id: number }>> {
  const permission = can(actor, 'proposal.submit')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const draft = check(proposalSchema, input)
  if (!draft.ok) return draft
  return db.$transaction(async (tx) => {
    const misfit = await misfitOf(tx, draft.value.changes)
    if (misfit) return misfit
    return ok({ id: await createProposal(tx, actor, versionOf(draft.value)) })
  })
}

/** A new version of one's own open proposal; `version` is the one that was read. */
export interface Revision {
  proposal: number
  version: number
  input: ProposalInput
}

/** Sends a new version of a proposal for review. Fails as `conflict` where it was decided or revised meanwhile. */
export async function reviseProposal(
  db: PrismaClient,
  actor: Actor,
  { proposal, version, input }: Revision,
): Promise<Result<{ id: number; version: number }>> {
  const draft = check(proposalSchema, input)
  return db.$transaction(async (tx) => {
    // The policy first: who may not revise it is not told what is wrong with the draft.
    const found = await lockProposal(tx, actor, proposal, 'proposal.revise')
    if (!found.ok) return found
    if (!draft.ok) return draft
    const misfit = await misfitOf(tx, draft.value.changes)
    return misfit ?? reviseVersion(tx, actor, { proposal, version }, versionOf(draft.value))
  })
}

/** Takes one's own open proposal back; nothing of it is deleted. */
export async function withdrawProposal(
  db: PrismaClient,
  actor: Actor,
  { proposal, version }: { proposal: number; version: number },
): Promise<Result<{ id: number }>> {
  return db.$transaction(async (tx) => {
    const found = await lockProposal(tx, actor, proposal, 'proposal.withdraw')
    if (!found.ok) return found
    const claimed = await claim(tx, found.value, version, nextState(found.value.state, 'withdraw'), {})
    if (!claimed.ok) return claimed
    await recordEvent(tx, 'withdrawn', found.value.actor, proposal)
    return ok({ id: proposal })
  })
}

/** What only the server can know of changes: that their sections exist, list their kind, and have a column for all that they say. */
async function misfitOf(db: Db, changes: readonly FormChange[]): Promise<Failure | undefined> {
  const slugs = [...new Set(changes.map((change) => change.section))]
  const sections = await db.section.findMany({ where: { slug: { in: slugs }, removed: false }, select: { slug: true, kind: true, frame: true } })
  const fields: Record<string, string> = {}
  changes.forEach(({ section, entry }, index) => {
    const found = sections.find(({ slug }) => slug === section)
    if (!found) fields[`changes.${index}.section`] = 'There is no such section any more; choose another.'
    else if (found.kind !== entry.kind) fields[`changes.${index}.section`] = `This section lists ${kindOf(found.kind).words.many}; choose another.`
    else {
      const homeless = homelessOf(entry, frameOf(found).columns)
      if (homeless) fields[`changes.${index}.section`] = `The table of this section has no column for “${homeless}”; choose another, or leave that empty.`
    }
  })
  return Object.keys(fields).length > 0 ? fail('invalid', 'The proposal does not fit the catalog.', fields) : undefined
}

/** Entries from a form hold against any revision: where they go is told by their section alone. */
function versionOf({ rationale, changes }: ProposalDraft): Version {
  return { title: titleOf(changes), rationale, changes, baseRevision: null, keepsDate: false }
}
