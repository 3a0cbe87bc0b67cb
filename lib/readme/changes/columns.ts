import { withoutNumber } from '@/lib/catalog/header'
import type { KeyedRow } from '../parse'

/** A row before and after. */
export interface RowPair {
  before: KeyedRow
  after: KeyedRow
}

/**
 * For each column afterwards the place of the one that it was, null for a new one; undefined where all stay as they are. A
 * column keeps its key, or is renamed where it stands between the same neighbours and says the same in most rows.
 */
export function matchColumns(
  before: readonly string[],
  after: readonly string[],
  rows: readonly RowPair[],
): (number | null)[] | undefined {
  if (before.length === after.length && before.every((key, index) => key === after[index])) return undefined
  const found = sameColumns(before, after, rows)
  after.forEach((_, at) => {
    found[at] ??= renamed(found, at, before.length, rows)
  })
  return found
}

function renamed(found: readonly (number | null)[], at: number, width: number, rows: readonly RowPair[]): number | null {
  const above = at === 0 ? -1 : (found[at - 1] as number | null)
  if (above === null || above + 1 >= width || found.includes(above + 1)) return null
  return countSame(rows, above + 1, at) * 2 >= rows.length ? above + 1 : null
}

/** Columns under the headers that they had; of several under one (`Link`, `Link (2)`) those that say the same in the most rows. */
function sameColumns(before: readonly string[], after: readonly string[], rows: readonly RowPair[]): (number | null)[] {
  const headers = before.map(withoutNumber)
  const pairs = after.flatMap((key, at) => {
    const header = withoutNumber(key)
    return headers.flatMap((other, index) => (other === header ? [{ at, index, isOwn: before[index] === key, same: countSame(rows, index, at) }] : []))
  })
  const found: (number | null)[] = after.map(() => null)
  const taken = new Set<number>()
  for (const { at, index, isOwn, same } of pairs.toSorted((a, b) => b.same - a.same || Number(b.isOwn) - Number(a.isOwn))) {
    const isLikely = isOwn || (rows.length > 0 && same * 2 >= rows.length)
    if (!isLikely || found[at] !== null || taken.has(index)) continue
    found[at] = index
    taken.add(index)
  }
  return found
}

function countSame(rows: readonly RowPair[], before: number, after: number): number {
  return rows.filter((row) => (row.before.cells[before] ?? '') === (row.after.cells[after] ?? '')).length
}

/** A row's cells in another order of columns; a new column's are empty. */
export function arrange(cells: readonly string[], columns: readonly (number | null)[]): string[] {
  return columns.map((index) => (index === null ? '' : (cells[index] ?? '')))
}

/** The same, with the cells beyond the header's `width` columns behind. */
export function reorder(cells: readonly string[], columns: readonly (number | null)[], width: number): string[] {
  return [...arrange(cells, columns), ...cells.slice(width)]
}
