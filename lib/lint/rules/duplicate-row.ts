import type { Context, SourceRow, SourceSection } from '../context'
import type { Draft, Rule } from '../finding'
import { placeOfRow } from '../spot'

/** Rows of one table that say the same in every cell. */
export const duplicateRow: Rule = {
  name: 'duplicate-row',
  reason: 'The same row twice is one too many, and the two will differ one day.',
  severity: 'warning',
  check: ({ sections }: Context): Draft[] => sections.flatMap(checkSection),
}

function checkSection({ rows }: SourceSection): Draft[] {
  const seen = new Map<string, SourceRow>()
  return rows.flatMap((row) => {
    const key = JSON.stringify(row.row.cells)
    const first = seen.get(key)
    if (!first) seen.set(key, row)
    return first && isTelling(row) ? [draft(row, first)] : []
  })
}

/** A row of ticks or figures may well come twice: only what has a link, or words in two cells, is somebody's entry. */
function isTelling({ row: { cells } }: SourceRow): boolean {
  return cells.some((cell) => cell.includes('://')) || cells.filter((cell) => /\p{L}{2}/u.test(cell)).length > 1
}

function draft(row: SourceRow, first: SourceRow): Draft {
  return {
    place: placeOfRow(row),
    message: `This row is the same as the one in line ${first.line + 1}.`,
    edits: [{ on: 'row', section: row.section, row: row.row }],
  }
}
