import { entryName, readCells, type EntryKind } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import type { Db } from '@/lib/db'
import type { KeyedRow, Section } from './parse'
import { rowName } from './row-name'

/** An entry as it stands in the database. */
export interface KnownEntry {
  id: string
  kind: EntryKind
  slug: string
  sectionId: string
  rank: string
}

type Tombstone = KnownEntry & { nameKey: string; cells: string[] }

/**
 * The tombstones that new rows bring back to life, by `rowName`, so that an entry which returns keeps its address and its
 * history: one of the same name, or, of the kind `table`, whose names are a reading, one that said the very same.
 */
export async function findTombstones(
  db: Db,
  rows: readonly { section: Section; row: KeyedRow }[],
): Promise<Map<string, KnownEntry>> {
  const asked = rows.map(({ section: { kind, frame }, row }) => ({
    kind,
    row,
    key: nameKey(entryName(readCells(kind, frame.columns, row.cells))),
  }))
  const found = asked.length === 0 ? [] : await tombstonesNamed(db, [...new Set(asked.map(({ key }) => key))])
  const waiting = new Map<string, Tombstone[]>()
  for (const tombstone of found) {
    const alike = waiting.get(`${tombstone.kind}/${tombstone.nameKey}`)
    if (alike) alike.push(tombstone)
    else waiting.set(`${tombstone.kind}/${tombstone.nameKey}`, [tombstone])
  }
  const back = new Map<string, KnownEntry>()
  for (const { kind, row, key } of asked) {
    const alike = waiting.get(`${kind}/${key}`) ?? []
    const same = alike.findIndex(
      ({ cells }) => cells.length === row.cells.length && cells.every((cell, index) => cell === row.cells[index]),
    )
    const [one] = same >= 0 ? alike.splice(same, 1) : kind === 'table' ? [] : alike.splice(0, 1)
    if (one) back.set(rowName(kind, row.key), one)
  }
  return back
}

function tombstonesNamed(db: Db, keys: readonly string[]): Promise<Tombstone[]> {
  return db.$queryRaw<Tombstone[]>`
    SELECT id, kind::text, slug, section_id AS "sectionId", rank, name_key AS "nameKey", cells FROM entry
    WHERE removed AND name_key <> '' AND name_key = ANY(${keys}::text[]) ORDER BY id`
}
