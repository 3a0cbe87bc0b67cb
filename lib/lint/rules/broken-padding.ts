import { frameLines, rowLine } from '@/lib/readme/frame'
import { readTable } from '@/lib/readme/layout'
import { splitLines, type Line } from '@/lib/readme/lines'
import type { Context, SourceSection } from '../context'
import type { Draft, Rule } from '../finding'
import { placeOfRow } from '../spot'

/** Rows of a padded table whose bytes are not what its padding gives. */
export const brokenPadding: Rule = {
  name: 'broken-padding',
  reason: 'The next who pads the table changes lines that nobody meant to change.',
  severity: 'warning',
  check: ({ sections }: Context): Draft[] => sections.flatMap(checkSection),
}

function checkSection(source: SourceSection): Draft[] {
  const { section, rows } = source
  const { layout, verbatim } = section.frame
  const broken = rows.filter(({ row }) => row.verbatim !== null)
  if (layout.style !== 'padded' || verbatim.header !== null || verbatim.delimiter !== null || broken.length === 0) return []
  if (broken.length * 2 > rows.length || !isExactWithout(source)) return []
  return broken.map((row) => ({
    place: placeOfRow(row, 0),
    message: 'This row is not padded as its table is.',
    edits: row.cells.length === section.frame.columns.length ? [{ on: 'padding', section, row: row.row }] : [],
  }))
}

/** Whether the other rows follow the table's rule to the byte. */
function isExactWithout({ section: { frame, rows } }: SourceSection): boolean {
  const kept = rows.filter(({ verbatim }) => verbatim === null).map((row) => rowLine(frame, row))
  const lines = [...frameLines(frame), ...kept].map((line) => splitLines(line)[0] as Line)
  return readTable(lines, frame.columns).frame.layout.exact
}
