import type { Context, SourceRow } from '../context'
import type { Draft, Rule } from '../finding'
import { placeOfRow } from '../spot'

/** Rows with more or fewer cells than their table has columns. */
export const raggedRow: Rule = {
  name: 'ragged-row',
  reason: 'GitHub hides the cells that are too many and leaves the others’ columns empty.',
  severity: 'warning',
  check: ({ sections }: Context): Draft[] => sections.flatMap(({ rows }) => rows.flatMap(checkRow)),
}

function checkRow(row: SourceRow): Draft[] {
  const { length } = row.section.frame.header
  const count = row.cells.length
  if (count === length) return []
  const extra = row.cells[length]
  // Cells that are only missing are shown as empty ones: nothing is lost.
  if (!extra) return [{ place: placeOfRow(row), message: `This row has ${count} of ${length} cells.`, severity: 'note' }]
  return [{ place: placeOfRow(row, extra.at), message: `This row has ${count} cells in a table of ${length} columns: GitHub hides the rest. Is a pipe in it to be escaped?` }]
}
