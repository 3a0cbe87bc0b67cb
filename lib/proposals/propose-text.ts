import { can, refused, type Actor } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import { transact, type Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { currentRevision } from '@/lib/readme/load'
import { loadText } from '@/lib/readme/load-text'
import type { Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import type { PrismaClient } from '@/prisma/generated/client'
import { compare, previewCompared, refuse, type Compared, type ReadmePreview } from './compared'
import { changedPassage, passagesOf, withPassage, type Passage } from './passages'
import { storedChanges } from './stored-changes'
import { textEditSchema, type TextEdit, type TextEditInput } from './text-edit'
import { titleOfImport } from './title'
import { describe } from './told'
import { createProposal, reviseVersion } from './write'

/** The passages of the README as it is, and the catalog revision that it is so at; none of an empty catalog. */
export async function readmePassages(db: Db): Promise<{ base: number; passages: Passage[] }> {
  const base = await currentRevision(db)
  return { base, passages: base === 0 ? [] : passagesOf(await loadText(db, base)) }
}

/**
 * Shows what another text in the place of a passage would change, without writing anything. Fails as `signed-out`, `forbidden`, or
 * `invalid` with a message under `text` or `base`: nothing changed, no such passage, a table would.
 */
export async function previewText(db: Db, actor: Actor, input: TextEditInput): Promise<Result<ReadmePreview>> {
  const permission = can(actor, 'proposal.submit')
  if (!permission.allowed) return refused(permission.reason)
  const edit = check(textEditSchema, input)
  if (!edit.ok) return edit
  const compared = await compareText(db, edit.value)
  return compared.ok ? ok(await previewCompared(db, compared.value)) : compared
}

/**
 * Sends it for review: as a new proposal, or as the next version of one's own, made from the `version` read. Fails as `previewText`, and as
 * `conflict` where that was decided or revised meanwhile.
 */
export async function proposeText(
  db: PrismaClient,
  actor: Actor,
  input: TextEditInput,
  revises: { proposal: number; version: number } | null,
): Promise<Result<{ id: number }>> {
  const permission = can(actor, 'proposal.submit')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const edit = check(textEditSchema, input)
  if (!edit.ok) return edit
  // Before the transaction: what a revision said never changes, and a long README takes its time.
  const compared = await compareText(db, edit.value)
  if (!compared.ok) return compared
  const { base, baseRevision, changes } = compared.value
  const title = titleOfImport(describe(base, changes))
  return transact(db, async (tx) => {
    const version = { title, rationale: edit.value.rationale, changes: changes.map((change) => ({ change, entryId: null })), baseRevision, keepsDate: false }
    return revises ? reviseVersion(tx, actor, revises, version) : createProposal(tx, actor, version)
  })
}

async function compareText(db: Db, { base, index, text }: TextEdit): Promise<Result<Compared>> {
  const revision = await currentRevision(db)
  if (base > revision) return refuse('base', `There is no revision ${base}; the catalog is at ${revision}.`)
  const known = await loadText(db, base)
  const passage = passagesOf(known)[index]
  if (!passage) return refuse('text', 'There is no such passage of the README.')
  const compared = compare(known, withPassage(known, index, text), { baseRevision: base, revision })
  if (!compared.ok) return refuse('text', compared.message)
  const isText = compared.value.changes.every((change) => change.op === 'text' && [...change.before, ...change.after].every((item) => typeof item === 'string'))
  return isText ? compared : refuse('text', 'This would become a part of the table above or beneath. Keep an empty line between text and tables.')
}

/** A passage as a proposal of one's own would have it, for the form that sends its next version. */
export interface ProposedPassage extends Passage {
  base: number
  rationale: string
}

/** The passage that a version of a proposal changes, as that has it; null where it changes anything else. */
export async function proposedPassage(db: Db, { proposal, version }: { proposal: number; version: number }): Promise<ProposedPassage | null> {
  const found = await db.proposalVersion.findUnique({ where: { proposalId_number: { proposalId: proposal, number: version } }, select: { baseRevision: true, rationale: true, keepsDate: true } })
  if (!found || found.baseRevision === null || found.keepsDate) return null
  const stored = await storedChanges(db, proposal, version)
  if (!stored.every(({ change }) => change.op === 'text')) return null
  const known: Readme = await loadText(db, found.baseRevision)
  const after = patch(known, stored.map(({ change }) => change))
  if (!after.ok) throw new Error(`the changes of proposal ${proposal} do not fit what they were made against`)
  const changed = changedPassage(known, after.value)
  const passage = changed && passagesOf(known)[changed.index]
  return passage ? { ...passage, text: changed.text, base: found.baseRevision, rationale: found.rationale } : null
}
