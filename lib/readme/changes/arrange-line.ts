import { emptyTextOf, mannerOf, type Frame } from '../frame'
import { withoutEnd } from '../lines'
import { readRow, rowStart } from '../row'

/**
 * A hand's own line once its table's columns have another order: what stood between two pipes stays as it stood, what is new is an
 * empty cell. Null where the line does not hold a cell for each of the `width` columns, or not the pipes at its edges that the
 * table has.
 */
export function arrangeLine(frame: Frame, line: string, columns: readonly (number | null)[], width: number): string | null {
  const { layout } = frame
  const text = withoutEnd(line)
  const row = readRow(text, rowStart(line, frame.lead.rest))
  if (row.cells.length !== width || !row.open || !row.close || !layout.open || !layout.close) return null
  const pieces = row.cells.map((_, index) => text.slice(index === 0 ? row.from + 1 : (row.places[index * 3 - 1] as number) + 1, row.places[index * 3 + 2]))
  const arranged = columns.map((from, index) => (from === null ? emptyTextOf(mannerOf(layout, frame.columns[index])) : (pieces[from] as string)))
  return `${text.slice(0, row.from)}|${arranged.join('|')}|${line.slice(row.to)}`
}
