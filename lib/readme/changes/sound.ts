import type { Frame } from '../frame'
import { splitRow } from '../row'

/** Whether a text can stand in a cell and be read again as that cell, no more and no less. */
export function isCell(text: string): boolean {
  if (!/[|\r\n]|^[ \t]|[ \t]$/.test(text)) return true
  const cells = /[\r\n]/.test(text) ? [] : splitRow(`| ${text} |`)
  return cells.length === 1 && cells[0] === text
}

/** Whether a text is one line with its line end. */
export function isLine(text: string): boolean {
  return /^[^\r\n]*(?:\r\n|\r|\n)$/.test(text)
}

const blank = /^[ \t]*$/
// A document's first table may stand behind its byte-order mark.
const lead = /^\ufeff?[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)*$/

/** Why a frame that a change would give a table is none, in words; undefined where it is one. */
export function frameProblem(frame: Frame): string | undefined {
  const { columns, header, align, widths, marks, layout, eol, verbatim } = frame
  const width = columns.length
  if (width === 0 || header.length !== width || align.length !== width) return 'its header, columns and alignments are not as many'
  if ([widths, marks].some((list) => list.length !== 0 && list.length !== width)) return 'its widths are not as many as its columns'
  if (new Set(columns).size !== width) return 'two of its columns have one name'
  if (!header.every(isCell)) return 'its header would end a cell or the line'
  if (layout.style === 'padded' && widths.length === 0) return 'a padded table has widths'
  const gaps = [layout.gap, layout.gapEnd ?? '', layout.empty ?? '', layout.tail, layout.delimiterGap ?? '', ...Object.values(layout.gaps ?? {}).flatMap(Object.values<string>)]
  if (!gaps.every((gap) => blank.test(gap)) || !lead.test(frame.lead.first) || !lead.test(frame.lead.rest)) return 'it would write more than rows'
  if (!isLine(eol) || [verbatim.header, verbatim.delimiter].some((line) => line !== null && !isLine(line))) return 'its lines are not single lines'
  return undefined
}
