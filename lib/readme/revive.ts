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

type Candidate = KnownEntry & { nameKey: string; cells: string[] }

/**
 * The entries that new rows are, by `rowName`, so that one which returns keeps its address and its history: of those that the
 * same step takes from their places (`leaving`), then of the tombstones, one of the same name, or, of the kind `table`, whose
 * names are a reading, one that said the very same.
 */
export async function findReturning(
  db: Db,
  rows: readonly { section: Section; row: KeyedRow }[],
  leaving: readonly string[],
): Promise<Map<string, KnownEntry>> {
  const asked = rows.map(({ section: { kind, frame }, row }) => ({
    kind,
    row,
    key: nameKey(entryName(readCells(kind, frame.columns, row.cells))),
  }))
  const found = asked.length === 0 ? [] : await candidatesNamed(db, [...new Set(asked.map(({ key }) => key))], leaving)
  const waiting = new Map<string, Candidate[]>()
  for (const candidate of found) {
    const alike = waiting.get(`${candidate.kind}/${candidate.nameKey}`)
    if (alike) alike.push(candidate)
    else waiting.set(`${candidate.kind}/${candidate.nameKey}`, [candidate])
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

function candidatesNamed(db: Db, keys: readonly string[], leaving: readonly string[]): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    SELECT id, kind::text, slug, section_id AS "sectionId", rank, name_key AS "nameKey", cells FROM entry
    WHERE (removed OR id = ANY(${leaving}::uuid[])) AND name_key <> '' AND name_key = ANY(${keys}::text[])
    ORDER BY removed, id`
}
