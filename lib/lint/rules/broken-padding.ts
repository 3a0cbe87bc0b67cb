import { growFrame } from '@/lib/readme/fit'
import { frameLines, rowLine, type Frame, type Row } from '@/lib/readme/frame'
import { readTable } from '@/lib/readme/layout'
import { splitLines } from '@/lib/readme/lines'
import { shareCap } from '@/lib/readme/share'
import type { Context, SourceRow, SourceSection } from '../context'
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
  if (layout.style !== 'padded' || verbatim.header !== null || broken.length === 0 || broken.length * 2 > rows.length) return []
  const rest = frameOf(section.frame, section.rows.filter((row) => row.verbatim === null))
  if (!rest.layout.exact) return []
  const [shared] = shareCap([rest, ...all.map((other) => other.section.frame)]) as [Frame]
  // Where tables of the document share a measure, a row may keep bytes that its table's own manner gives, too.
  const padded = { ...section.frame, layout: shared.layout }
  const isBroken = ({ row: { cells, verbatim: line } }: SourceRow) => rowLine(growFrame(padded, cells), { cells, verbatim: null }) !== line
  return broken.filter(isBroken).map((row) => ({
    place: placeOfRow(row, 0),
    message: 'This row is not padded as its table is.',
    edits: row.cells.length === columns.length ? [{ on: 'padding', section, row: row.row, layout: shared.layout }] : [],
  }))
}

/** The frame that the rows show which the table's layout gives back. */
function frameOf(frame: Frame, rows: readonly Row[]): Frame {
  const lines = [...frameLines(frame), ...rows.map((row) => rowLine(frame, row))]
  const { first, rest } = frame.lead
  const offsets = lines.map((_, index) => (index === 0 ? first : rest).length)
  return readTable(lines.flatMap(splitLines), frame.columns, offsets).frame
}
