import { frameLines, rowLine, type Frame, type Layout, type Row } from '@/lib/readme/frame'
import { readTable, shareCap } from '@/lib/readme/layout'
import { splitLines } from '@/lib/readme/lines'
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
  if (layout.style !== 'padded' || verbatim.header !== null || broken.length === 0 || broken.length * 2 > rows.length) return []
  const rule = ruleOf(section, all.map((other) => other.section.frame))
  if (!rule) return []
  return broken.map((row) => ({
    place: placeOfRow(row, 0),
    message: 'This row is not padded as its table is.',
    edits: row.cells.length === columns.length ? [{ on: 'padding', section, row: row.row, layout: rule }] : [],
  }))
}

/**
 * The rule that the other rows follow to the byte; where a broken row holds a column's widest cell, the one that all follow
 * once it is padded. A cap is believed where it shows without the broken rows.
 */
function ruleOf({ frame, rows }: Section, all: readonly Frame[]): Layout | undefined {
  const rest = frameOf(frame, rows.filter(({ verbatim }) => verbatim === null))
  const whole = frameOf(frame, rows.map((row) => ({ ...row, verbatim: null })))
  const caps = shareCap([{ ...rest, layout: { ...rest.layout, exact: true } }, ...all]).map(({ layout }) => layout.cap)
  if (rest.layout.exact) return { ...rest.layout, cap: caps[0] ?? null }
  return whole.layout.exact && (whole.layout.cap === null || caps.includes(whole.layout.cap)) ? whole.layout : undefined
}

/** The frame that some rows of a table show when its layout writes them. */
function frameOf(frame: Frame, rows: readonly Row[]): Frame {
  const lines = [...frameLines(frame), ...rows.map((row) => rowLine(frame, row))]
  const { first, rest } = frame.lead
  const offsets = lines.map((_, index) => (index === 0 ? first : rest).length)
  return readTable(lines.flatMap(splitLines), frame.columns, offsets).frame
}
