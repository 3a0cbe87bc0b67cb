import type { Context, SourceRow } from '../context'
import type { Draft, Rule } from '../finding'
import { placeOfRow } from '../spot'

/** Rows that say the same in every cell: of one table, and of all tables of models, or of datasets. */
export const duplicateRow: Rule = {
  name: 'duplicate-row',
  reason: 'The same row twice is one too many, and the two will differ one day.',
  severity: 'warning',
  check({ sections }: Context): Draft[] {
    const seen = new Map<string, SourceRow>()
    return sections.flatMap(({ rows }) => rows).flatMap((row) => {
      const key = keyOf(row)
      const first = seen.get(key)
      if (!first) seen.set(key, row)
      return first && isTelling(row) ? [draft(row, first)] : []
    })
  },
}

/** What rows share that are duplicates. Other lists show a row under every heading that it belongs to. */
export function keyOf({ section: { kind, key, frame }, row }: SourceRow): string {
  return JSON.stringify([kind === 'table' ? key : kind, frame.columns, row.cells])
}

/** A row of ticks or figures may well come twice: only what has a link, or words in two cells, is somebody's entry. */
function isTelling({ row: { cells } }: SourceRow): boolean {
  return cells.some((cell) => cell.includes('://')) || cells.filter((cell) => /\p{L}{2}/u.test(cell)).length > 1
}

/** Of two sections, which is the right one is for a person to say. */
function draft(row: SourceRow, first: SourceRow): Draft {
  const isBeside = row.section === first.section
  return {
    place: placeOfRow(row),
    message: `This row is the same as the one in line ${first.line + 1}${isBeside ? '' : `, under "${first.section.heading}"`}.`,
    edits: isBeside ? [{ on: 'row', section: row.section, row: row.row }] : [],
  }
}
