import type { Context, SourceRow } from '../context'
import type { Draft, Rule } from '../finding'
import { placeOfRow } from '../spot'

/** Rows with more or fewer cells than their table has columns. */
export const raggedRow: Rule = {
  name: 'ragged-row',
  reason: 'GitHub hides the cells that are too many, and shows nothing for those that are missing.',
  severity: 'warning',
  check: ({ sections }: Context): Draft[] => sections.flatMap(({ rows }) => rows.flatMap(checkRow)),
}

function checkRow(row: SourceRow): Draft[] {
  const { length } = row.section.frame.header
  const count = row.cells.length
  if (count === length) return []
  // Cells that are missing are shown as empty ones, empty ones that are too many are not missed: nothing is lost.
  if (!row.cells.slice(length).some(({ text }) => text !== '')) {
    return [{ place: placeOfRow(row), message: `This row has ${count} cells in a table of ${length} columns.`, severity: 'note' }]
  }
  return [{
    place: placeOfRow(row, row.cells[length]?.at),
    message: `This row has ${count} cells in a table of ${length} columns, and GitHub hides the rest: a pipe in it may want a backslash.`,
  }]
}
