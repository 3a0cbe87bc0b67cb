import { frameLines, rowLine, type Frame } from '@/lib/readme/frame'
import { readTable, shareCap } from '@/lib/readme/layout'
import { splitLines, type Line } from '@/lib/readme/lines'
import type { Section } from '@/lib/readme/parse'
import type { Context, SourceSection } from '../context'
import type { Draft, Rule } from '../finding'
import { placeOfRow } from '../spot'

/** Rows of a padded table whose bytes are not what its padding gives. */
export const brokenPadding: Rule = {
  name: 'broken-padding',
  reason: 'The next who pads the table changes lines that nobody meant to change.',
  severity: 'warning',
  check: ({ sections }: Context): Draft[] => sections.flatMap((source) => checkSection(source, sections)),
}

function checkSection({ section, rows }: SourceSection, all: readonly SourceSection[]): Draft[] {
  const { layout, verbatim, columns } = section.frame
  const broken = rows.filter(({ row }) => row.verbatim !== null)
  if (layout.style !== 'padded' || verbatim.header !== null || verbatim.delimiter !== null || broken.length === 0) return []
  const rest = broken.length * 2 <= rows.length ? frameWithout(section) : undefined
  if (!rest?.layout.exact) return []
  const [frame] = shareCap([rest, ...all.map((other) => other.section.frame)]) as [Frame]
  return broken.map((row) => ({
    place: placeOfRow(row, 0),
    message: 'This row is not padded as its table is.',
    edits: row.cells.length === columns.length ? [{ on: 'padding', section, row: row.row, layout: frame.layout }] : [],
  }))
}

/** The frame that the rows have which the table's rule gives back. */
function frameWithout({ frame, rows }: Section): Frame {
  const kept = rows.filter(({ verbatim }) => verbatim === null).map((row) => rowLine(frame, row))
  const lines = [...frameLines(frame), ...kept].map((line) => splitLines(line)[0] as Line)
  return readTable(lines, frame.columns).frame
}
