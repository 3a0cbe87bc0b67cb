import type { EntryKind } from '@/lib/catalog/entry'
import type { AddChange, Position } from '../change'
import type { KeyedRow, Readme, Section } from '../parse'
import type { MergedTable } from './merge-table'
import type { Value } from './merge-values'
import { rowName } from '../row-name'
import { sectionsByKey, type Side } from './side'

/** Where two sides made different things of one: what happened, in words, and the three values where there are such. */
export interface Clash {
  /** The section's key; "" for the text around the tables. */
  section: string
  /** The row's key; null where it is about the section or the text. */
  entry: string | null
  /** The field or column; null where it is about the whole row. */
  field: string | null
  what: string
  base?: Value
  ours?: Value
  theirs?: Value
}

/** What the parts of a merge share. */
export interface Merging {
  base: ReadonlyMap<string, Section>
  ours: Side
  theirs: Side
  /** Tables as they will be, once asked for. */
  tables: Map<string, MergedTable>
  /** The list as our side left it. */
  after: ReadonlyMap<string, Section>
  /** The section in which each row stands now, by the row's name; theirs join as they are taken over. */
  where: Map<string, string>
  /** The section in which each row stood as our side left it. */
  stood: ReadonlyMap<string, string>
  /** What rows that they added are called now, where ours added the same; by the row's name. */
  twins: Map<string, string>
  /** Rows that our side added and that have their twin among theirs. */
  paired: Set<AddChange>
  /** Cells of rows that they removed and that cannot simply be removed, as JSON. */
  unsettled: Set<string>
  clashes: Clash[]
}

/** Begins a merge. */
export function beginMerge(base: Readme, after: Readme, ours: Side, theirs: Side): Merging {
  const left = sectionsByKey(after.parts)
  const where = new Map<string, string>()
  for (const section of left.values()) for (const row of section.rows) where.set(rowName(section.kind, row.key), section.key)
  return { base: sectionsByKey(base.parts), ours, theirs, tables: new Map(), after: left, where, stood: new Map(where), twins: new Map(), paired: new Set(), unsettled: new Set(), clashes: [] }
}

/** The same place in the list as it is now: behind the row that stood above, or the nearest one above it that is still there; never `self`. */
export function rebasePlace(merging: Merging, section: Section, place: Position, self?: string): Position {
  if (typeof place === 'string') return place
  const key = merging.twins.get(rowName(section.kind, place.after)) ?? place.after
  if (merging.where.get(rowName(section.kind, key)) === section.key) return { after: key }
  const rows = merging.base.get(section.key)?.rows ?? []
  const above = rows.slice(0, Math.max(0, rows.findIndex((row) => row.key === key)))
  const nearest = above.findLast((row) => row.key !== self && merging.where.get(rowName(section.kind, row.key)) === section.key)
  return nearest ? { after: nearest.key } : 'start'
}

/** A row as it was, and the section that it stood in. */
export interface Origin {
  section: Section
  row: KeyedRow
}

/** Where a row stood; undefined for one that was not there. */
export function originOf({ base }: Merging, kind: EntryKind, key: string): Origin | undefined {
  for (const section of base.values()) {
    const row = section.kind === kind ? rowOf(base, section.key, key) : undefined
    if (row) return { section, row }
  }
  return undefined
}

/** A row of a section, which must be there, by its key. */
export function rowOf(sections: ReadonlyMap<string, Section>, section: string, key: string): KeyedRow | undefined {
  const found = sections.get(section) as Section
  const known = rowsByKey.get(found) ?? new Map(found.rows.map((row) => [row.key, row]))
  rowsByKey.set(found, known)
  return known.get(key)
}

const rowsByKey = new WeakMap<Section, Map<string, KeyedRow>>()
