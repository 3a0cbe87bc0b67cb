import { entryName } from '@/lib/catalog/entry'
import { splitRow } from '@/lib/readme/row'
import type { Context, SourceRow, Stretch } from './context'
import { spliced, type Edit, type Splice } from './edits'
import type { Place } from './finding'

/** The place of a line and column, both from 0, outside all entries. */
export function placeAt(line: number, column: number): Place {
  return { line: line + 1, column: column + 1, section: null, entry: null }
}

/** The place of a row, or of an offset in its line. */
export function placeOfRow({ section, line, cells, entry }: SourceRow, column = (cells[0] as { at: number }).at): Place {
  return { line: line + 1, column: column + 1, section: section.key, entry: entryName(entry) || null }
}

/** The place of an offset in a stretch. */
export function placeIn(stretch: Stretch, offset: number): Place {
  if (stretch.cell) return placeOfRow(stretch.cell.row, stretch.column + offset)
  const { line, column } = lineAt(stretch, offset)
  return placeAt(line, column)
}

/**
 * The edit that puts a text in the place of a stretch's characters; none in a table's header, where the column has no name, or
 * where its cell would become two, or one with the next.
 */
export function editIn(context: Context, stretch: Stretch, { from, to, text }: Splice): Edit[] {
  if (stretch.cell) {
    const { row, column } = stretch.cell
    const isKnown = column < row.section.frame.columns.length
    const isOne = cellsIn(stretch.source) === cellsIn(spliced(stretch.source, [{ from, to, text }]))
    return isKnown && isOne ? [{ on: 'cell', section: row.section, row: row.row, column, from, to, text }] : []
  }
  const start = lineAt(stretch, from)
  return editLine(context, start.line, { from: start.column, to: start.column + to - from, text })
}

/** How many cells a cell is, with the next one. */
function cellsIn(cell: string): number {
  return splitRow(`|${cell}|.|`).length
}

/** The edit of one line of text; none where it is a table's. */
export function editLine({ lines }: Context, index: number, splice: Splice): Edit[] {
  const line = lines[index]
  return line && line.item !== null ? [{ on: 'line', item: line.item, line: line.text + line.eol, ...splice }] : []
}

function lineAt({ line, column, starts }: Stretch, offset: number): { line: number; column: number } {
  let [first, last] = [0, starts.length - 1]
  while (first < last) {
    const middle = (first + last + 1) >> 1
    if ((starts[middle] as number) <= offset) first = middle
    else last = middle - 1
  }
  return { line: line + first, column: column + offset - (starts[first] as number) }
}
