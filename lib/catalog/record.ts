import { entryName, readCells, termsOf, type EntryKind, type ReadEntry } from './entry'
import { nameKey } from './fold'
import { identitiesOf } from './identity'
import type { Facet } from './kinds/kind'

/** What the database keeps of an entry beside its cells: all of it a reading of the cells, made anew with each revision. */
export interface EntryRecord {
  entry: ReadEntry
  name: string
  nameKey: string
  terms: { facet: Facet; ordinal: number; value: string; key: string }[]
  identities: string[]
}

/** Reads a row's cells into the record that the database keeps. */
export function recordOf(kind: EntryKind, columns: readonly string[], cells: readonly string[]): EntryRecord {
  const entry = readCells(kind, columns, cells)
  const name = entryName(entry)
  const terms = Object.entries(termsOf(entry)).flatMap(([facet, values]) =>
    values.map((value, ordinal) => ({ facet: facet as Facet, ordinal, value, key: nameKey(value) })),
  )
  return { entry, name: name || 'Entry without a name', nameKey: nameKey(name), terms, identities: identitiesOf(entry) }
}
