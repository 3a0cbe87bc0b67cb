import type { Db } from '@/lib/db'
import type { Frame, Row } from '@/lib/readme/frame'
import type { EntryKind } from './entry'
import { recordOf, type EntryRecord } from './record'

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

// Prisma writes a whole list as one statement, at a cost that grows faster than the list; and while it does, the transaction
// sits idle until the database ends it.
const batch = 500

/**
 * Writes new entries with their first revision, terms and identities, inside the caller's transaction. All of one
 * section, whose frame tells what the cells mean.
 */
export async function insertEntries(db: Db, frame: Frame, catalogRevision: number, entries: readonly NewEntry[]): Promise<void> {
  for (const part of batches(entries)) await insertBatch(db, frame, catalogRevision, part)
}

/**
 * Writes entries anew, each with its next revision, terms and identities, inside the caller's transaction. All of one
 * section, whose frame tells what the cells mean. No entry may take the rank that another leaves in the same call.
 */
export async function changeEntries(db: Db, frame: Frame, catalogRevision: number, entries: readonly PlacedEntry[]): Promise<void> {
  for (const part of batches(entries)) await changeBatch(db, frame, catalogRevision, part)
}

/** Makes entries tombstones, each by its next revision, inside the caller's transaction. They keep their ranks. */
export async function removeEntries(db: Db, catalogRevision: number, ids: readonly string[]): Promise<void> {
  for (const part of batches(ids)) {
    await db.$executeRaw`UPDATE entry SET removed = true, revision = revision + 1 WHERE id = ANY(${part}::uuid[])`
    await recordRevisions(db, catalogRevision, part)
  }
}

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / batch) }, (_, index) => items.slice(index * batch, (index + 1) * batch))
}

async function insertBatch(db: Db, frame: Frame, catalogRevision: number, entries: readonly NewEntry[]): Promise<void> {
  const records = entries.map((entry) => ({ ...entry, record: recordOf(entry.kind, frame.columns, entry.row.cells) }))
  await db.entry.createMany({
    data: records.map(({ id, kind, sectionId, slug, rank, row, record }) => ({
      ...{ id, kind, sectionId, slug, rank, cells: row.cells, verbatim: row.verbatim },
      ...{ name: record.name, nameKey: record.nameKey, search: record.search },
    })),
  })
  await db.entryRevision.createMany({
    data: records.map(({ id, sectionId, rank, row, record }) => ({
      ...{ entryId: id, number: 1, catalogRevision, sectionId, rank },
      ...{ name: record.name, cells: row.cells, verbatim: row.verbatim },
    })),
  })
  await insertReadings(db, records)
}

async function changeBatch(db: Db, frame: Frame, catalogRevision: number, entries: readonly PlacedEntry[]): Promise<void> {
  const records = entries.map((entry) => ({ ...entry, record: recordOf(entry.kind, frame.columns, entry.row.cells) }))
  const rows = records.map(({ id, sectionId, rank, row, record }) => ({
    ...{ id, section_id: sectionId, rank, cells: row.cells, verbatim: row.verbatim },
    ...{ name: record.name, name_key: record.nameKey, search: record.search },
  }))
  // One statement for all: Prisma updates row by row.
  await db.$executeRaw`
    UPDATE entry SET section_id = fresh.section_id, rank = fresh.rank, cells = fresh.cells, verbatim = fresh.verbatim,
      name = fresh.name, name_key = fresh.name_key, search = fresh.search, revision = entry.revision + 1
    FROM json_populate_recordset(NULL::entry, ${JSON.stringify(rows)}::json) AS fresh WHERE entry.id = fresh.id`
  const ids = records.map(({ id }) => id)
  await recordRevisions(db, catalogRevision, ids)
  await db.entryTerm.deleteMany({ where: { entryId: { in: ids } } })
  await db.entryIdentity.deleteMany({ where: { entryId: { in: ids } } })
  await insertReadings(db, records)
}

/** Writes entries as they now are into the history. */
async function recordRevisions(db: Db, catalogRevision: number, ids: readonly string[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO entry_revision (entry_id, number, catalog_revision, section_id, rank, name, cells, verbatim, removed)
    SELECT id, revision, ${catalogRevision}, section_id, rank, name, cells, verbatim, removed FROM entry WHERE id = ANY(${ids}::uuid[])`
}

async function insertReadings(db: Db, records: readonly { id: string; record: EntryRecord }[]): Promise<void> {
  await db.entryTerm.createMany({ data: records.flatMap(({ id, record }) => record.terms.map((term) => ({ entryId: id, ...term }))) })
  await db.entryIdentity.createMany({
    data: records.flatMap(({ id, record }) => record.identities.map((identity) => ({ entryId: id, identity }))),
  })
}
