import type { Db } from '@/lib/db'
import type { Frame, Row } from '@/lib/readme/frame'
import type { EntryKind } from './entry'
import { recordOf, type EntryRecord } from './record'
import { indexEntries } from './search/index-entries'

/** An entry where it is to stand, with the row that it is to have. */
export interface PlacedEntry {
  id: string
  kind: EntryKind
  sectionId: string
  rank: string
  row: Row
}

/** A row that enters the catalog as a new entry. */
export interface NewEntry extends PlacedEntry {
  slug: string
}

// Each statement takes its rows as one JSON text: Prisma's own lists cost a parameter for every cell. Bounded, because while a
// long list is read, the transaction sits idle, until the database ends it.
const batch = 500

/**
 * Writes new entries with their first revision, terms and identities, inside the caller's transaction. All of one
 * section, whose frame tells what the cells mean.
 */
export async function insertEntries(db: Db, frame: Frame, catalogRevision: number, entries: readonly NewEntry[]): Promise<void> {
  for (const part of batches(entries)) await insertBatch(db, frame, catalogRevision, part)
}

/**
 * Writes entries anew, tombstones among them, each with its next revision, terms and identities, inside the caller's
 * transaction. All of one section, whose frame tells what the cells mean. No entry may take the rank that another leaves in
 * the same call.
 */
export async function changeEntries(
  db: Db,
  frame: Frame,
  catalogRevision: number,
  entries: readonly PlacedEntry[],
): Promise<void> {
  for (const part of batches(entries)) await changeBatch(db, frame, catalogRevision, part)
}

/** Makes entries tombstones, each by its next revision, inside the caller's transaction. They keep their ranks. */
export async function removeEntries(db: Db, catalogRevision: number, ids: readonly string[]): Promise<void> {
  for (const part of batches(ids)) {
    await db.$executeRaw`UPDATE entry SET removed = true, revision = revision + 1 WHERE id = ANY(${part}::uuid[])`
    await recordRevisions(db, catalogRevision, part)
    await db.entrySearch.deleteMany({ where: { entryId: { in: part } } })
  }
}

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / batch) }, (_, index) => items.slice(index * batch, (index + 1) * batch))
}

async function insertBatch(db: Db, frame: Frame, catalogRevision: number, entries: readonly NewEntry[]): Promise<void> {
  const records = readRecords(frame, entries)
  const slugs = new Map(entries.map(({ id, slug }) => [id, slug]))
  const rows = records.map((record) => ({ ...rowOf(record), kind: record.kind, slug: slugs.get(record.id) }))
  await db.$executeRaw`
    INSERT INTO entry (id, kind, section_id, slug, rank, cells, verbatim, name, name_key)
    SELECT id, kind, section_id, slug, rank, cells, verbatim, name, name_key
    FROM json_populate_recordset(NULL::entry, ${JSON.stringify(rows)}::json)`
  await recordRevisions(
    db,
    catalogRevision,
    records.map(({ id }) => id),
  )
  await insertReadings(db, records)
}

async function changeBatch(db: Db, frame: Frame, catalogRevision: number, entries: readonly PlacedEntry[]): Promise<void> {
  const records = readRecords(frame, entries)
  await db.$executeRaw`
    UPDATE entry SET section_id = fresh.section_id, rank = fresh.rank, cells = fresh.cells, verbatim = fresh.verbatim,
      name = fresh.name, name_key = fresh.name_key, removed = false, merged_into = NULL, revision = entry.revision + 1
    FROM json_populate_recordset(NULL::entry, ${JSON.stringify(records.map(rowOf))}::json) AS fresh WHERE entry.id = fresh.id`
  const ids = records.map(({ id }) => id)
  await recordRevisions(db, catalogRevision, ids)
  await db.$executeRaw`DELETE FROM entry_term WHERE entry_id = ANY(${ids}::uuid[])`
  await db.$executeRaw`DELETE FROM entry_identity WHERE entry_id = ANY(${ids}::uuid[])`
  await insertReadings(db, records)
}

type Recorded = PlacedEntry & { record: EntryRecord }

function readRecords(frame: Frame, entries: readonly PlacedEntry[]): Recorded[] {
  return entries.map((entry) => ({ ...entry, record: recordOf(entry.kind, frame.columns, entry.row.cells) }))
}

/** An entry as the database's own columns have it. */
function rowOf({ id, sectionId, rank, row, record }: Recorded) {
  return {
    ...{ id, section_id: sectionId, rank, cells: row.cells, verbatim: row.verbatim },
    ...{ name: record.name, name_key: record.nameKey },
  }
}

/** Writes entries as they now are into the history. */
async function recordRevisions(db: Db, catalogRevision: number, ids: readonly string[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO entry_revision (entry_id, number, catalog_revision, section_id, rank, name, cells, verbatim, removed)
    SELECT id, revision, ${catalogRevision}, section_id, rank, name, cells, verbatim, removed
    FROM entry WHERE id = ANY(${ids}::uuid[])`
}

async function insertReadings(db: Db, records: readonly Recorded[]): Promise<void> {
  const terms = records.flatMap(({ id, record }) => record.terms.map((term) => ({ entry_id: id, ...term })))
  const identities = records.flatMap(({ id, record }) => record.identities.map((identity) => ({ entry_id: id, identity })))
  await db.$executeRaw`
    INSERT INTO entry_term (entry_id, facet, ordinal, value, key)
    SELECT entry_id, facet, ordinal, value, key FROM json_populate_recordset(NULL::entry_term, ${JSON.stringify(terms)}::json)`
  await db.$executeRaw`
    INSERT INTO entry_identity (entry_id, identity)
    SELECT entry_id, identity FROM json_populate_recordset(NULL::entry_identity, ${JSON.stringify(identities)}::json)`
  await indexEntries(
    db,
    records.map(({ id, sectionId, row, record }) => ({ id, sectionId, cells: row.cells, record })),
  )
}
