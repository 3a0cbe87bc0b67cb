import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { note } from '@/lib/catalog/schema'
import { check } from '@/lib/check'
import type { Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import { decodeReadme } from '@/lib/readme/bytes'
import { changesSchema, type Change } from '@/lib/readme/change'
import { diff } from '@/lib/readme/diff'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { parse, type Problem, type Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import type { PrismaClient } from '@/prisma/generated/client'
import { changesShown, viewChanges, type ChangeView } from './change-view'
import { tellClashes, type ToldClash } from './clashes'
import { newFindings, type NewFinding } from './new-findings'
import { diffReadmes } from './readme-diff'
import { shortDiff, type ShortDiff } from './short-diff'
import { rebase } from './rebase'
import { titleOfImport } from './title'
import { describe } from './told'
import { createProposal, reviseVersion } from './write'

/** The longest README taken, in bytes, and the most changes that one proposal holds. */
export const longestReadme = 5_000_000
const mostChanges = 20_000
/** An edited README, and the catalog revision whose export was edited; by default the current one. */
export interface EditedReadme {
  bytes: Uint8Array
  base?: number | undefined
  /** Came through a browser's text area, which keeps no line ends: it gets those of the README that it is compared with. */
  pasted?: boolean
}

/** What an edited README would change. */
export interface ReadmePreview {
  /** The revision that it was compared with, and the catalog's own. */
  base: number
  revision: number
  title: string
  /** The first of the changes; `total` counts them all. */
  changes: ChangeView[]
  total: number
  /** Where it clashes with what happened since its base. */
  clashes: ToldClash[]
  /** What the engine kept without understanding it, in lines that are new. */
  problems: Problem[]
  /** What the linter would find in the README then, and does not find now. */
  findings: NewFinding[]
  /** What accepting it now would do to the README; null where it cannot be accepted. */
  readme: ShortDiff | null
}

interface Read {
  actor: Viewer
  base: Readme
  baseRevision: number
  revision: number
  edited: Readme
  changes: Change[]
}

/**
 * Shows what proposing an edited README would change, without writing anything. Fails as `signed-out`, `forbidden`, or `invalid`
 * with a message under `readme` or `base`: not UTF-8, too long, nothing changed, no such revision.
 */
export async function previewReadme(db: Db, actor: Actor, input: EditedReadme): Promise<Result<ReadmePreview>> {
  const read = await readEdited(db, actor, input)
  if (!read.ok) return read
  const { base, baseRevision, revision, edited, changes } = read.value
  const now = revision === baseRevision ? base : await loadReadme(db, revision)
  const { after, clashes } = rebase(base, now, changes)
  const told = describe(base, changes)
  return ok({
    ...{ base: baseRevision, revision, title: titleOfImport(told), total: changes.length },
    changes: await viewChanges(db, told.slice(0, changesShown), { duplicates: true }),
    clashes: tellClashes(base, clashes),
    problems: newProblems(base, edited),
    findings: after.ok ? newFindings(now, after.value) : [],
    readme: after.ok ? shortDiff(diffReadmes(now, after.value)) : null,
  })
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
  const { base, baseRevision, changes, actor: proposer } = read.value
  const title = titleOfImport(describe(base, changes))
  const draft = { title, rationale: rationale.value, changes: changes.map((change) => ({ change, entryId: null })), baseRevision, keepsDate: true }
  const { revises } = input
  const sent = await db.$transaction(
    async (tx) =>
      revises ? reviseVersion(tx, proposer, revises, draft) : ok({ id: await createProposal(tx, proposer, draft), version: 1 }),
    { timeout: 60_000 },
  )
  return sent.ok ? ok({ ...sent.value, title, changes: changes.length, base: baseRevision }) : sent
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
  const edited = parse(text)
  if (was === text) return refuse('readme', nothing(baseRevision === revision, baseRevision))
  // Through the schema, as a database gives them back: what is undefined goes.
  const changes = changesSchema.parse(JSON.parse(JSON.stringify(diff(known, edited))))
  const again = patch(known, changes)
  // Found now, and not by whoever accepts it.
  if (!again.ok || render(again.value.parts) !== text) throw new Error('the changes of an edited README do not lead to it')
  if (changes.length > mostChanges)
    return refuse('readme', `This changes ${changes.length} things; a proposal holds ${mostChanges} at most. Import it in parts.`)
  return ok({ actor, base: known, baseRevision, revision, edited, changes })
}

/** Text with the line ends, and the mark at its start, that the README had before. */
function likeBefore(pasted: string, before: string): string {
  const [crlf, all] = [before.match(/\r\n/g)?.length ?? 0, before.match(/\n/g)?.length ?? 0]
  const mark = before.startsWith('\ufeff') && !pasted.startsWith('\ufeff') ? '\ufeff' : ''
  return mark + pasted.replace(/\r\n?|\n/g, crlf * 2 > all ? '\r\n' : '\n')
}

function refuse(field: string, message: string): Failure {
  return fail('invalid', message, { [field]: message })
}

function nothing(isCurrent: boolean, base: number): string {
  return isCurrent
    ? 'This README is what the catalog says already.'
    : `This README is what the catalog said at revision ${base}: it changes nothing.`
}

/** Problems in lines that the README did not have before. */
function newProblems(base: Readme, edited: Readme): Problem[] {
  const known = new Set(render(base.parts).split(/\r\n?|\n/))
  const lines = render(edited.parts).split(/\r\n?|\n/)
  return edited.problems.filter(({ line }) => !known.has(lines[line - 1] ?? ''))
}
