import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { note } from '@/lib/catalog/schema'
import { check } from '@/lib/check'
import { transact, type Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import { decodeReadme } from '@/lib/readme/bytes'
import { allowPreview } from '@/lib/limits/sending'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { render } from '@/lib/readme/render'
import type { PrismaClient } from '@/prisma/generated/client'
import { compare, likeBefore, previewCompared, refuse, type Compared, type ReadmePreview } from './compared'
import { titleOfImport } from './title'
import { describe } from './told'
import { createProposal, reviseVersion } from './write'

/** The longest README taken, in bytes. */
export const longestReadme = 5_000_000

/** An edited README, and the catalog revision whose export was edited; by default the current one. */
export interface EditedReadme {
  bytes: Uint8Array
  base?: number | undefined
  /** Came through a browser's text area, which keeps no line ends: it gets those of the README that it is compared with. */
  pasted?: boolean
}

interface Read {
  actor: Viewer
  compared: Compared
}

/**
 * Shows what proposing an edited README would change, without writing anything. Fails as `signed-out`, `forbidden`, or `invalid`
 * with a message under `readme` or `base`: not UTF-8, too long, nothing changed, no such revision.
 */
export async function previewReadme(db: Db, actor: Actor, input: EditedReadme): Promise<Result<ReadmePreview>> {
  const read = await readEdited(db, actor, input)
  if (!read.ok) return read
  const allowed = await allowPreview(db, read.value.actor)
  return allowed.ok ? ok(await previewCompared(db, read.value.compared)) : allowed
}

const rationaleSchema = note(2000, 'Keep the note under 2,000 characters.')

/** An edited README that is sent for review. */
export interface SentReadme extends EditedReadme {
  rationale: string
  /** One's own open proposal of which it is to be the next version, and the version that was read; absent: a new proposal. */
  revises?: { proposal: number; version: number } | undefined
}

/**
 * Sends an edited README for review, as one proposal with exactly the changes that make it of the README of its base revision.
 * Fails as `previewReadme` does, and as `conflict` where the proposal that it revises was decided or revised meanwhile.
 */
export async function proposeReadme(
  db: PrismaClient,
  actor: Actor,
  input: SentReadme,
): Promise<Result<{ id: number; version: number; title: string; changes: number; base: number }>> {
  const read = await readEdited(db, actor, input)
  if (!read.ok) return read
  const rationale = check(rationaleSchema, input.rationale)
  if (!rationale.ok)
    return fail('invalid', rationale.message, { rationale: Object.values(rationale.fields ?? {})[0] ?? rationale.message })
  const { actor: proposer, compared: { base, baseRevision, changes } } = read.value
  const title = titleOfImport(describe(base, changes))
  const draft = { title, rationale: rationale.value, changes: changes.map((change) => ({ change, entryId: null })), baseRevision, keepsDate: true }
  const { revises } = input
  const sent = await transact<{ id: number; version?: number }>(
    db,
    (tx) => (revises ? reviseVersion(tx, proposer, revises, draft) : createProposal(tx, proposer, draft)),
    { timeout: 60_000 },
  )
  return sent.ok ? ok({ version: 1, ...sent.value, title, changes: changes.length, base: baseRevision }) : sent
}

async function readEdited(db: Db, actor: Actor, { bytes, base, pasted = false }: EditedReadme): Promise<Result<Read>> {
  const permission = can(actor, 'catalog.import')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  if (bytes.length > longestReadme) return refuse('readme', 'This README is too long: import 5 MB at most.')
  const decoded = decodeReadme(bytes)
  if (!decoded.ok) return refuse('readme', decoded.message)
  if (decoded.value.trim() === '') return refuse('readme', 'There is nothing in it.')
  const revision = await currentRevision(db)
  if (revision === 0) return fail('conflict', 'The catalog is empty: an admin imports its first README from the command line.')
  const baseRevision = base ?? revision
  if (!Number.isInteger(baseRevision) || baseRevision < 1 || baseRevision > revision)
    return refuse('base', `There is no revision ${baseRevision}; the catalog is at ${revision}.`)
  const known = await loadReadme(db, baseRevision)
  const was = render(known.parts)
  const text = pasted ? likeBefore(decoded.value, was) : decoded.value
  const compared = compare(known, text, { baseRevision, revision })
  return compared.ok ? ok({ actor, compared: compared.value }) : compared
}
