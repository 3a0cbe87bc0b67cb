import type { AddChange, Position } from '../change'
import type { Readme, Section } from '../parse'
import type { Value } from './merge-values'
import { rowName, sectionsByKey, type Side } from './side'

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
  /** The list as our side left it. */
  after: ReadonlyMap<string, Section>
  /** The section in which each row stands now, by the row's name; theirs join as they are taken over. */
  where: Map<string, string>
  /** What rows that they added are called now, where ours added the same; by the row's name. */
  twins: Map<string, string>
  /** Rows that our side added and that have their twin among theirs. */
  paired: Set<AddChange>
  clashes: Clash[]
}

/** Begins a merge. */
export function beginMerge(base: Readme, after: Readme, ours: Side): Merging {
  const left = sectionsByKey(after.parts)
  const where = new Map<string, string>()
  for (const section of left.values()) for (const row of section.rows) where.set(rowName(section, row.key), section.key)
  return { base: sectionsByKey(base.parts), ours, after: left, where, twins: new Map(), paired: new Set(), clashes: [] }
}

/** The same place in the list as it is now: behind the row that stood above, or the nearest one above it that is still there; never `self`. */
export function rebasePlace(merging: Merging, section: Section, place: Position, self?: string): Position {
  if (typeof place === 'string') return place
  const key = merging.twins.get(rowName(section, place.after)) ?? place.after
  if (merging.where.get(rowName(section, key)) === section.key) return { after: key }
  const rows = merging.base.get(section.key)?.rows ?? []
  const above = rows.slice(0, Math.max(0, rows.findIndex((row) => row.key === key)))
  const nearest = above.findLast((row) => row.key !== self && merging.where.get(rowName(section, row.key)) === section.key)
  return nearest ? { after: nearest.key } : 'start'
}
