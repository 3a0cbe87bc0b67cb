import { entryName, readCells } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import type { MatchedTable } from './match-table'
import type { KeyedRow, Section } from '../parse'

interface Left {
  section: Section
  row: KeyedRow
}

/**
 * Tells which of the rows that are new in their section stood in another one, in a section that is gone too: rows of the same
 * key where keys are the catalog's own, else the same cells, or the same name under the same columns.
 */
export function matchMoves(sections: readonly Section[], tables: readonly MatchedTable[], byKey: boolean): void {
  if (tables.every(({ after, matches }) => matches.size === after.rows.length)) return
  const left = leftRows(sections, tables)
  if (left.length === 0) return
  if (byKey) claim(left, tables, ({ key }) => key)
  else {
    claim(left, tables, ({ cells }) => JSON.stringify(cells))
    claim(left, tables, (row, { kind, frame }) => {
      const name = nameKey(entryName(readCells(kind, frame.columns, row.cells)))
      return name && JSON.stringify([name, frame.columns])
    })
  }
}

function leftRows(sections: readonly Section[], tables: readonly MatchedTable[]): Left[] {
  const kept = new Map(tables.map(({ before, matches }) => [before, new Set(matches.values())]))
  const reordered = new Set(tables.filter(({ columns }) => columns).map(({ before }) => before))
  // Layouts are applied first, so a row cannot leave a table whose columns change as what it was in it.
  return sections.filter((section) => !reordered.has(section)).flatMap((section) => section.rows.filter((_, index) => !kept.get(section)?.has(index)).map((row) => ({ section, row })))
}

function claim(left: Left[], tables: readonly MatchedTable[], keyOf: (row: KeyedRow, section: Section) => string): void {
  const waiting = new Map<string, Left[]>()
  const named = (row: KeyedRow, section: Section) => `${section.kind} ${keyOf(row, section)}`
  for (const one of left.toReversed()) {
    const key = keyOf(one.row, one.section)
    if (key) waiting.set(named(one.row, one.section), [...(waiting.get(named(one.row, one.section)) ?? []), one])
  }
  for (const { before, after, matches, arrivals } of tables) {
    after.rows.forEach((row, index) => {
      if (matches.has(index) || arrivals.has(index)) return
      const list = waiting.get(named(row, after)) ?? []
      const at = list.findLastIndex(({ section }) => section !== before)
      if (at < 0) return
      const [one] = list.splice(at, 1) as [Left]
      arrivals.set(index, one)
      left.splice(left.indexOf(one), 1)
    })
  }
}
