import type { Db } from '@/lib/db'
import type { Frame, Row } from '@/lib/readme/frame'
import type { EntryKind } from './entry'
import { recordOf } from './record'

/** A row that enters the catalog as a new entry. */
export interface NewEntry {
  id: string
  kind: EntryKind
  sectionId: string
  slug: string
  rank: string
  row: Row
}

// Prisma writes a whole list as one statement, at a cost that grows faster than the list; and while it does, the transaction
// sits idle until the database ends it.
const batch = 500

/**
 * Writes new entries with their first revision, terms and identities, inside the caller's transaction. All of one
 * section, whose frame tells what the cells mean.
 */
export async function insertEntries(db: Db, frame: Frame, catalogRevision: number, entries: readonly NewEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += batch) await insertBatch(db, frame, catalogRevision, entries.slice(start, start + batch))
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
  await db.entryTerm.createMany({ data: records.flatMap(({ id, record }) => record.terms.map((term) => ({ entryId: id, ...term }))) })
  await db.entryIdentity.createMany({
    data: records.flatMap(({ id, record }) => record.identities.map((identity) => ({ entryId: id, identity }))),
  })
}
