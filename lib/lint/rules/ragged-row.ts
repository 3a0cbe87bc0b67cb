import type { Context, SourceRow, SourceSection } from '../context'
import type { Draft, Rule } from '../finding'
import { placeOfRow } from '../spot'

/** Rows with more or fewer cells than their table has columns. */
export const raggedRow: Rule = {
  name: 'ragged-row',
  reason: 'GitHub hides the cells that are too many, and shows nothing for those that are missing.',
  severity: 'warning',
  check: ({ sections }: Context): Draft[] => sections.flatMap(checkSection),
}

/** A table that is written so throughout is told of once. */
function checkSection({ section, rows }: SourceSection): Draft[] {
  const drafts = rows.flatMap(checkRow)
  const notes = drafts.filter(({ severity }) => severity === 'note')
  const [first] = notes
  if (!first || notes.length <= most) return drafts
  const message = `This row and ${notes.length - 1} others have more or fewer cells than the ${section.frame.header.length} columns of their table.`
  return [...drafts.filter(({ severity }) => severity !== 'note'), { ...first, message }]
}

const most = 3

function checkRow(row: SourceRow): Draft[] {
  const { length } = row.section.frame.header
  const count = row.cells.length
  if (count === length) return []
  // Cells that are missing are shown as empty ones, empty ones that are too many are not missed: nothing is lost.
  if (!row.cells.slice(length).some(({ text }) => text !== '')) {
    return [{ place: placeOfRow(row), message: `This row has ${count === 1 ? '1 cell' : `${count} cells`} in a table of ${length} columns.`, severity: 'note' }]
  }
  return [{
    place: placeOfRow(row, row.cells[length]?.at),
    message: `This row has ${count} cells in a table of ${length} columns, and GitHub hides the rest: a pipe in it may want a backslash.`,
  }]
}
