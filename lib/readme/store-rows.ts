import { randomUUID } from 'node:crypto'
import { entryName, readCells, type EntryKind } from '@/lib/catalog/entry'
import { slugify, slugTaker } from '@/lib/catalog/fold'
import { recordOf } from '@/lib/catalog/record'
import { changeEntries, insertEntries, removeEntries, type NewEntry, type PlacedEntry } from '@/lib/catalog/store'
import type { Db } from '@/lib/db'
import type { Frame } from './frame'
import type { KeyedRow, Section } from './parse'
import { rankStretches } from './ranks'
import { findReturning, type KnownEntry } from './revive'
import { rowName } from './row-name'

/** A section as it is to be, and its id in the database. */
export interface StoredSection {
  id: string
  section: Section
}

interface Standing {
  section: Section
  row: KeyedRow
}

/**
 * Writes what became of the rows, inside the caller's transaction: new, changed, moved, removed and returning ones. A row is
 * the entry that its key names in `before`. Answers the ids of all entries touched, by `rowName`.
 */
export async function storeRows(
  db: Db,
  revision: number,
  before: readonly StoredSection[],
  after: readonly StoredSection[],
): Promise<Map<string, string>> {
  const [was, now] = [standings(before), standings(after)]
  const old = new Map(before.map(({ id, section }) => [id, section]))
  const fresh = new Map(after.map(({ id, section }) => [id, section]))
  const touched = [...new Set([...old.keys(), ...fresh.keys()])].filter((id) => !isSame(old.get(id), fresh.get(id)))
  const excerpts = new Map(before.flatMap((one) => (touched.includes(one.id) && one.section.rows.some(({ unread }) => unread !== undefined) ? [[one.id, one.section]] : [])))
  const read = [...(await entriesOf(db, touched.filter((id) => !excerpts.has(id)))), ...(await entriesNear(db, excerpts))]
  const known = await knownEntries(db, was, now, read)
  const back = [...known].flatMap(([name, entry]) => (was.has(name) || !excerpts.has(entry.sectionId) ? [] : [entry.id]))
  const standing = await withReturning(db, read, back)
  const names = new Map<string, string>()
  const take = (name: string): string => {
    const { id } = known.get(name) as KnownEntry
    names.set(name, id)
    return id
  }
  const staying = new Set([...now.keys()].flatMap((name) => known.get(name)?.id ?? []))
  const gone = [...was.keys()].filter((name) => !now.has(name)).map(take)
  await removeEntries(db, revision, gone.filter((id) => !staying.has(id)))
  const placed = after.filter(({ id }) => touched.includes(id)).map((one) => ({ ...one, entries: place(one, known, standing) }))
  for (const { section, entries } of placed) {
    const changed = entries.filter((entry) => entry.known && isChanged(entry, was.get(entry.name), section.frame))
    changed.forEach(({ name }) => take(name))
    await changeEntries(db, section.frame, revision, changed)
  }
  const added = placed.map(({ section, entries }) => ({ section, entries: entries.filter((entry) => !entry.known) }))
  const slugs = await slugsFor(db, added)
  for (const { section, entries } of added) {
    const inserted: NewEntry[] = entries.map((entry) => ({ ...entry, slug: slugs[entry.kind](nameOf(section, entry.row)) }))
    entries.forEach(({ name, id }) => names.set(name, id))
    await insertEntries(db, section.frame, revision, inserted)
  }
  return names
}

/** Entries that were read, and those that come back to sections that were read in part (`back`), with what stands directly behind these. */
async function withReturning(db: Db, read: readonly KnownEntry[], back: readonly string[]): Promise<KnownEntry[]> {
  if (back.length === 0) return [...read]
  const near = await db.$queryRaw<KnownEntry[]>`
    WITH own AS (SELECT id, section_id, rank FROM entry WHERE id = ANY(${back}::uuid[])),
    near AS (
      SELECT id FROM own
      UNION SELECT next.id FROM own CROSS JOIN LATERAL (SELECT id FROM entry WHERE section_id = own.section_id AND rank > own.rank ORDER BY rank LIMIT 1) AS next
    )
    SELECT id, kind::text, slug, section_id AS "sectionId", rank FROM entry WHERE id IN (SELECT id FROM near)`
  const ids = new Set(read.map(({ id }) => id))
  // By bytes, as the database has it.
  return [...read, ...near.filter(({ id }) => !ids.has(id))].toSorted((a, b) => Number(a.rank > b.rank) - Number(a.rank < b.rank))
}

/** The entries that rows are, by `rowName`: those that stood there, those that stood elsewhere until now, and tombstones that come back. */
async function knownEntries(
  db: Db,
  was: ReadonlyMap<string, Standing>,
  now: ReadonlyMap<string, Standing>,
  standing: readonly KnownEntry[],
): Promise<Map<string, KnownEntry>> {
  const known = new Map<string, KnownEntry>()
  for (const entry of standing) {
    const name = rowName(entry.kind, entry.slug)
    if (was.has(name)) known.set(name, entry)
  }
  const leaving = [...known].filter(([name]) => !now.has(name)).map(([, { id }]) => id)
  const fresh = [...now].filter(([name]) => !was.has(name)).map(([, row]) => row)
  for (const [name, entry] of await findReturning(db, fresh, leaving)) known.set(name, entry)
  return known
}

function standings(sections: readonly StoredSection[]): Map<string, Standing> {
  return new Map(sections.flatMap(({ section }) => readRows(section).map((row) => [rowName(section.kind, row.key), { section, row }])))
}

function isSame(was: Section | undefined, now: Section | undefined): boolean {
  if (!was || !now || was.rows.length !== now.rows.length || !equal(was.frame.columns, now.frame.columns)) return false
  return was.rows.every((row, index) => isSameRow(row, now.rows[index] as KeyedRow) && row.key === now.rows[index]?.key)
}

function isSameRow(was: KeyedRow, now: KeyedRow): boolean {
  return was === now || (was.verbatim === now.verbatim && equal(was.cells, now.cells))
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

/** Every entry that ever stood in these sections and stands in no other since, in the order of ranks. */
async function entriesOf(db: Db, sections: readonly string[]): Promise<KnownEntry[]> {
  if (sections.length === 0) return []
  return db.$queryRaw<KnownEntry[]>`
    SELECT id, kind::text, slug, section_id AS "sectionId", rank FROM entry
    WHERE section_id = ANY(${sections}::uuid[]) ORDER BY rank`
}

/** The rows of a section that were read. */
function readRows({ rows }: Section): KeyedRow[] {
  return rows.filter(({ unread }) => unread === undefined)
}

/** Of sections that were read in part the entries of the rows read, and those that stand directly behind these or first, removed ones among them. */
async function entriesNear(db: Db, sections: ReadonlyMap<string, Section>): Promise<KnownEntry[]> {
  const found: KnownEntry[] = []
  for (const [id, section] of sections) {
    const slugs = readRows(section).map(({ key }) => key)
    const near = await db.$queryRaw<KnownEntry[]>`
      WITH own AS (SELECT id, rank FROM entry WHERE section_id = ${id}::uuid AND slug = ANY(${slugs})),
      near AS (
        SELECT id FROM own
        UNION SELECT next.id FROM own CROSS JOIN LATERAL (SELECT id FROM entry WHERE section_id = ${id}::uuid AND rank > own.rank ORDER BY rank LIMIT 1) AS next
        UNION (SELECT id FROM entry WHERE section_id = ${id}::uuid ORDER BY rank LIMIT 1)
      )
      SELECT id, kind::text, slug, section_id AS "sectionId", rank FROM entry WHERE id IN (SELECT id FROM near) ORDER BY rank`
    found.push(...near)
  }
  return found
}

/** A section's rows as entries with ranks; `known` is the entry as it stands, undefined for a new one. */
function place(
  { id: sectionId, section }: StoredSection,
  known: ReadonlyMap<string, KnownEntry>,
  standing: readonly KnownEntry[],
) {
  const entries = readRows(section).map((row) => ({
    row,
    name: rowName(section.kind, row.key),
    known: known.get(rowName(section.kind, row.key)),
  }))
  const own = new Map(entries.map(({ row, known: entry }) => [row, entry?.sectionId === sectionId ? entry.rank : undefined]))
  const ranks = rankStretches(
    stretchesOf(section).map((rows) => rows.map((row) => own.get(row))),
    standing.filter((entry) => entry.sectionId === sectionId).map(({ rank }) => rank),
  )
  return entries.map((entry, index) => ({
    ...entry,
    ...{ id: entry.known?.id ?? randomUUID(), kind: section.kind, sectionId, rank: ranks[index] as string },
  }))
}

/** The rows of a section that were read, in stretches between those that were not. */
function stretchesOf({ rows }: Section): KeyedRow[][] {
  const stretches: KeyedRow[][] = [[]]
  for (const row of rows) {
    if (row.unread === undefined) stretches.at(-1)?.push(row)
    else stretches.push([])
  }
  return stretches
}

function isChanged(
  entry: PlacedEntry & { known: KnownEntry | undefined; row: KeyedRow },
  was: Standing | undefined,
  frame: Frame,
): boolean {
  if (!was || entry.rank !== entry.known?.rank || entry.sectionId !== entry.known.sectionId || !isSameRow(was.row, entry.row))
    return true
  // The same cells may say something else under another header.
  if (equal(was.section.frame.columns, frame.columns)) return false
  const read = (columns: readonly string[]) => JSON.stringify({ ...recordOf(entry.kind, columns, entry.row.cells), entry: null })
  return read(was.section.frame.columns) !== read(frame.columns)
}

function nameOf({ kind, frame }: Section, { cells }: KeyedRow): string {
  return entryName(readCells(kind, frame.columns, cells))
}

/** Slugs that no entry has, for the names of new rows: asked for in one question each kind, as an import may bring thousands. */
async function slugsFor(
  db: Db,
  added: readonly { section: Section; entries: readonly { kind: EntryKind; row: KeyedRow }[] }[],
): Promise<Record<EntryKind, (name: string) => string>> {
  const takerOf = async (kind: EntryKind) => {
    const rows = added.flatMap(({ section, entries }) =>
      section.kind === kind ? entries.map(({ row }) => nameOf(section, row)) : [],
    )
    return slugTaker(rows.length > 0 ? await takenLike(db, kind, [...new Set(rows.map(slugify))]) : [])
  }
  return { model: await takerOf('model'), dataset: await takerOf('dataset'), table: await takerOf('table') }
}

/** The slugs that are one of these, or one of these and a number. */
async function takenLike(db: Db, kind: EntryKind, slugs: readonly string[]): Promise<string[]> {
  const found = await db.$queryRaw<{ slug: string }[]>`
    SELECT entry.slug FROM unnest(${slugs}::text[]) AS wanted (slug)
    JOIN entry ON entry.kind = ${kind}::entry_kind AND (entry.slug = wanted.slug COLLATE "C"
      OR (entry.slug >= wanted.slug || '-' COLLATE "C" AND entry.slug < wanted.slug || '.' COLLATE "C"))`
  return found.map(({ slug }) => slug)
}
