import { kindOf, readCells, type Columns, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import { homelessOf } from '@/lib/catalog/homeless'
import { frameOf } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import type { Change, MoveChange, RemoveChange } from '@/lib/readme/change'
import { staleIn } from '@/lib/readme/changes/content'
import { currentRevision, loadTables } from '@/lib/readme/load'
import type { FormChange } from './change'
import { labelOf } from './field-steps'
import { editOf, nameOfAdd, undone } from './form-changes'
import { resolveText } from './resolve-text'

/** A change of the list that a form's comes to, the entry that it is about, where there is one yet, and what that, or the passage of text, is called. */
export interface ResolvedChange {
  op: FormChange['op']
  change: Change
  entryId: string | null
  name: string
}

/** What a form sent, as changes of the list. */
export interface Resolved {
  changes: ResolvedChange[]
  /** The catalog revision that they hold against; null: any. */
  baseRevision: number | null
}

type Listed = Exclude<FormChange, { op: 'add' | 'text' }>

interface Section {
  id: string
  slug: string
  kind: EntryKind
  columns: Columns
}

/** What resolving reads with, once for all changes. */
interface Reading {
  db: Db
  revision: number
  sections: ReadonlyMap<string, Section>
}

/**
 * Finds what a form's changes are about, and makes of them changes of the list as it is now: what the catalog changed otherwise since
 * the form showed it stands. Fails as `invalid` with messages at the changes' fields, and as `conflict` where the catalog
 * changed the same meanwhile, saying what.
 */
export async function resolveChanges(db: Db, changes: readonly FormChange[]): Promise<Result<Resolved>> {
  const reading = await readingOf(db, changes)
  const misfits = changes.flatMap((_, index) => misfitsOf(reading, changes, index))
  if (misfits.length > 0) return misfit(misfits)
  const resolved: ResolvedChange[] = []
  for (const [index, change] of changes.entries()) {
    const one = await resolveOne(reading, change, index)
    if (!one.ok) return one
    resolved.push(...one.value)
  }
  const holdsAnywhere = resolved.every(({ op }) => op === 'add')
  return ok({ changes: resolved.toSorted(editsFirst), baseRevision: holdsAnywhere ? null : reading.revision })
}

/** The same change by change, so that one that does not fit stands in no other's way. */
export async function resolveEach(db: Db, changes: readonly FormChange[]): Promise<Result<ResolvedChange[]>[]> {
  const reading = await readingOf(db, changes)
  const resolved: Result<ResolvedChange[]>[] = []
  for (const [index, change] of changes.entries()) {
    const misfits = misfitsOf(reading, changes, index)
    resolved.push(misfits.length > 0 ? misfit(misfits) : await resolveOne(reading, change, index))
  }
  return resolved
}

async function readingOf(db: Db, changes: readonly FormChange[]): Promise<Reading> {
  return { db, revision: await currentRevision(db), sections: await sectionsOf(db, changes) }
}

function misfitsOf(reading: Reading, changes: readonly FormChange[], index: number): [path: string, message: string][] {
  const found = [...misfitOf(reading, changes[index] as FormChange), ...repeated(changes, index)]
  return found.map(([field, message]) => [`changes.${index}.${field}`, message])
}

function misfit(misfits: [path: string, message: string][]): Failure {
  return fail('invalid', 'The proposal does not fit the catalog.', Object.fromEntries(misfits))
}

/** What a form's change comes to: one change of an entry, or of a passage one for each place in it. */
async function resolveOne(reading: Reading, change: FormChange, index: number): Promise<Result<ResolvedChange[]>> {
  if (change.op === 'add') return ok([{ op: change.op, change, entryId: null, name: nameOfAdd(change) }])
  if (change.op === 'text') {
    const text = await resolveText(reading.db, change, reading.revision)
    if (!text.ok) return at(index, text)
    return ok(text.value.changes.map((one) => ({ op: change.op, change: one, entryId: null, name: text.value.name })))
  }
  const listed = await resolve(reading, change, index)
  return listed.ok ? ok([listed.value]) : listed
}

/** A failure with its messages at the fields of a change. */
function at(index: number, failure: Failure): Failure {
  const fields = Object.entries(failure.fields ?? {}).map(([field, message]) => [`changes.${index}.${field}`, message])
  return failure.fields ? fail(failure.code, failure.message, Object.fromEntries(fields)) : failure
}

/** An entry is edited where it stands, and then moved. */
export function editsFirst(a: ResolvedChange, b: ResolvedChange): number {
  return Number(b.op === 'edit') - Number(a.op === 'edit')
}

/** Of one entry a proposal says each thing once, and of one that goes nothing else; of a passage, too. */
function repeated(changes: readonly FormChange[], index: number): [field: string, message: string][] {
  const change = changes[index] as FormChange
  const before = changes.slice(0, index)
  if (change.op === 'add') return []
  if (change.op === 'text') {
    const isSaid = before.some((other) => other.op === 'text' && other.above === change.above)
    return isSaid ? [['text', 'This proposal changes that passage already; put both into one change.']] : []
  }
  const isSaid = before.some(
    (other) => 'key' in other && other.section === change.section && other.key === change.key && (other.op === change.op || other.op === 'remove' || change.op === 'remove'),
  )
  return isSaid ? [['key', 'This proposal says something of that entry already; put both into one change.']] : []
}

async function sectionsOf(db: Db, changes: readonly FormChange[]): Promise<Map<string, Section>> {
  const slugs = changes.flatMap((change) => {
    if (change.op === 'text') return []
    return change.op === 'move' && change.to !== undefined ? [change.section, change.to] : [change.section]
  })
  const found = await db.section.findMany({
    where: { slug: { in: [...new Set(slugs)] }, removed: false },
    select: { id: true, slug: true, kind: true, frame: true },
  })
  return new Map(found.map((section) => [section.slug, { ...section, columns: frameOf(section).columns }]))
}

/** What only the server can know to be wrong: sections that are not there, list another kind, or have no column for what is said. */
function misfitOf({ revision, sections }: Reading, change: FormChange): [field: string, message: string][] {
  const section = change.op === 'text' ? undefined : sections.get(change.section)
  if (change.op !== 'add' && change.base > revision) return [['base', `There is no revision ${change.base}; the catalog is at ${revision}.`]]
  if (change.op === 'text') return []
  if (!section) return [['section', 'There is no such section any more; choose another.']]
  if (change.op === 'move') return misfitOfMove(sections, section, change)
  if (change.op === 'remove') return []
  if (section.kind !== change.entry.kind) return [['section', `This section lists ${kindOf(section.kind).words.many}; choose another.`]]
  const homeless = homelessOf(change.entry, section.columns)
  return homeless === undefined
    ? []
    : [['section', `The table of this section has no column for “${homeless}”; choose another, or leave that empty.`]]
}

function misfitOfMove(sections: Reading['sections'], from: Section, { to }: Extract<Listed, { op: 'move' }>): [string, string][] {
  const target = to === undefined ? from : sections.get(to)
  if (!target) return [['to', 'There is no such section any more; choose another.']]
  return target.kind === from.kind ? [] : [['to', `That section lists ${kindOf(target.kind).words.many}; choose another.`]]
}

/** An entry as it was at a revision. */
interface EntryThen {
  sectionId: string
  removed: boolean
  columns: Columns
  entry: ReadEntry
}

async function resolve(reading: Reading, change: Listed, index: number): Promise<Result<ResolvedChange>> {
  const { db, revision } = reading
  const section = reading.sections.get(change.section) as Section
  const found = await db.entry.findUnique({ where: { kind_slug: { kind: section.kind, slug: change.key } }, select: { id: true, name: true } })
  const then = found && (await entryAt(db, found.id, change.base))
  if (!found || !then || then.removed || then.sectionId !== section.id) return absent(index, change)
  const now = change.base === revision ? then : ((await entryAt(db, found.id, revision)) as EntryThen)
  if (now.removed) return fail('conflict', `${found.name} was removed from the list meanwhile.`)
  if (now.sectionId !== section.id) return fail('conflict', `${found.name} was moved to another section meanwhile.`)
  const resolved = change.op === 'edit' ? resolveEdit(change, then, now, found.name, index) : await resolveOther(reading, change, section, index)
  return resolved.ok ? ok({ op: change.op, change: resolved.value, entryId: found.id, name: found.name }) : resolved
}

function absent(index: number, { key, base }: Listed): Failure {
  return misplaced(index, 'key', `This section had no entry “${key}” at revision ${base}.`)
}

function resolveEdit(change: Extract<Listed, { op: 'edit' }>, then: EntryThen, now: EntryThen, name: string, index: number): Result<Change> {
  const edit = editOf(change, then.columns, then.entry)
  const open = edit && undone(edit, now.entry)
  if (!open) return misplaced(index, 'entry', 'This is what the list says already.')
  const stale = staleIn(now.entry, open)
  if (stale === undefined) return ok(open)
  return fail('conflict', `${labelOf(stale)} of ${name} was changed meanwhile. Open the form again to see what it says now.`)
}

async function resolveOther({ db }: Reading, change: Exclude<Listed, { op: 'edit' }>, { id, kind, slug }: Section, index: number): Promise<Result<Change>> {
  const { op, section, key: entry } = change
  if (op === 'remove') {
    const { reason, into } = change
    const isThere = into === undefined || (into !== entry && (await isListed(db, { kind, slug: into })))
    const gone: RemoveChange = { op, section, entry, reason, ...(into !== undefined && { into }) }
    return isThere ? ok(gone) : misplaced(index, 'into', 'Choose an entry of the list that says the same.')
  }
  const to = change.to === undefined || change.to === slug ? undefined : change.to
  const moved: MoveChange = { op, section, entry, place: change.place, ...(to !== undefined && { to }) }
  if (typeof change.place === 'string') return ok(moved)
  const behind = { kind, slug: change.place.after, section: to === undefined ? { id } : { slug: to } }
  const isThere = change.place.after !== entry && (await isListed(db, behind))
  return isThere ? ok(moved) : misplaced(index, 'place', 'Choose an entry of that section.')
}

async function isListed(db: Db, where: { kind: EntryKind; slug: string; section?: { id: string } | { slug: string } }): Promise<boolean> {
  return (await db.entry.count({ where: { ...where, removed: false } })) > 0
}

function misplaced(index: number, field: string, message: string): Failure {
  return fail('invalid', message, { [`changes.${index}.${field}`]: message })
}

async function entryAt(db: Db, entryId: string, revision: number): Promise<EntryThen | null> {
  const row = await db.entryRevision.findFirst({
    where: { entryId, catalogRevision: { lte: revision } },
    select: { cells: true, removed: true, sectionId: true, section: { select: { kind: true } } },
    orderBy: { number: 'desc' },
  })
  if (!row) return null
  const { sectionId, removed, cells } = row
  const columns = (await loadTables(db, revision, [sectionId])).get(sectionId)?.frame.columns ?? []
  return { sectionId, removed, columns, entry: readCells(row.section.kind, columns, cells) }
}
