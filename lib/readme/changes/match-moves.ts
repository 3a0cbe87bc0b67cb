import { entryName, readCells } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import { homelessOf } from '@/lib/catalog/homeless'
import { contentOf } from './content'
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
  const left = new Set(leftRows(sections, tables))
  if (left.size === 0) return
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

/** Whether all that a row says has a column in another section. */
function hasHome({ section, row }: Left, { frame }: Section): boolean {
  return homelessOf(contentOf(section.kind, section.frame.columns, row.cells), frame.columns) === undefined
}

function claim(left: Set<Left>, tables: readonly MatchedTable[], keyOf: (row: KeyedRow, section: Section) => string): void {
  const waiting = new Map<string, Left[]>()
  const named = (row: KeyedRow, section: Section) => `${section.kind} ${keyOf(row, section)}`
  for (const one of [...left].toReversed()) {
    if (!keyOf(one.row, one.section)) continue
    const list = waiting.get(named(one.row, one.section))
    if (list) list.push(one)
    else waiting.set(named(one.row, one.section), [one])
  }
  for (const { before, after, matches, arrivals } of tables) {
    after.rows.forEach((row, index) => {
      if (matches.has(index) || arrivals.has(index)) return
      const list = waiting.get(named(row, after)) ?? []
      const at = list.findLastIndex((one) => one.section !== before && hasHome(one, after))
      if (at < 0) return
      const [one] = list.splice(at, 1) as [Left]
      arrivals.set(index, one)
      left.delete(one)
    })
  }
}
