import { printCells } from '@/lib/catalog/entry'
import type { AddChange, Change } from '@/lib/readme/change'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import { rowName } from '@/lib/readme/row-name'

/**
 * The entry of each change, by `rowName`; null where it has none. Changes name their entries by `before`; the row that an added
 * one became is found in `after` by what it says, as its key there may be another.
 */
export function entriesOfChanges(before: Readme, after: Readme, changes: readonly Change[]): (string | null)[] {
  const kinds = new Map(sectionsOf(before.parts).map(({ key, kind }) => [key, kind]))
  const arrived = arrivals(before, after)
  return changes.map((change) => {
    if (change.op === 'text' || change.op === 'layout') return null
    if (change.op === 'add') return arrived(change)
    const kind = kinds.get(change.section)
    return kind === undefined ? null : rowName(kind, change.entry)
  })
}

/** Gives each added entry one of the rows that are new in its section and say the same. */
function arrivals(before: Readme, after: Readme): (change: AddChange) => string | null {
  const known = new Set(sectionsOf(before.parts).flatMap(({ kind, rows }) => rows.map(({ key }) => rowName(kind, key))))
  const frames = new Map(sectionsOf(after.parts).map(({ key, frame }) => [key, frame]))
  const waiting = new Map<string, string[]>()
  for (const { key, kind, rows } of sectionsOf(after.parts)) {
    for (const row of rows) {
      const name = rowName(kind, row.key)
      const says = JSON.stringify([key, row.cells])
      if (known.has(name)) continue
      const alike = waiting.get(says)
      if (alike) alike.push(name)
      else waiting.set(says, [name])
    }
  }
  return ({ section, entry }) => {
    const frame = frames.get(section)
    return (frame && waiting.get(JSON.stringify([section, printCells(entry, frame.columns)]))?.shift()) ?? null
  }
}
