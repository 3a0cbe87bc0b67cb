import {
  delimiterText,
  narrowest,
  rowText,
  widthOf,
  type Align,
  type Frame,
  type Layout,
  type Measure,
  type Row,
} from './frame'
import type { Line } from './lines'
import { newestOf } from './newest'
import { splitRow } from './row'

const measures: readonly Measure[] = ['units', 'characters']

/**
 * Detects how a table is written and takes it apart: lines are header, delimiter, rows. Whatever the manner found,
 * a line that it does not give back is kept verbatim, so the table comes out as it went in.
 */
export function readTable(lines: readonly Line[], columns: string[]): { frame: Frame; rows: Row[] } {
  const [header, delimiter, ...body] = lines as [Line, Line, ...Line[]]
  // A row of a lone pipe has no cell; an entry has one.
  const cells = [header, ...body].map((line) => (splitRow(line.text).length > 0 ? splitRow(line.text) : ['']))
  const marks = splitRow(delimiter.text)
  const eol = header.eol
  const base: Frame = {
    columns,
    header: cells[0] as string[],
    align: marks.map(alignOf),
    layout: { style: 'compact', cap: null, measure: 'units', ...edges(header.text), exact: false },
    widths: [],
    eol,
    verbatim: { header: null, delimiter: null },
    openEnd: lines.at(-1)?.eol === '',
    newest: newestOf(body.map((line) => line.text)),
  }
  const texts = [header, ...body].map((line) => line.text)
  const layout = bestLayout(base, cells, marks, texts)
  const frame: Frame = { ...base, layout, widths: layout.style === 'padded' ? marks.map((mark) => mark.length) : [] }
  return keepWhatDiffers(frame, lines, cells)
}

/** Takes verbatim what the frame does not give back, and says whether it gives back everything. */
function keepWhatDiffers(frame: Frame, lines: readonly Line[], cells: string[][]): { frame: Frame; rows: Row[] } {
  const [header, delimiter, ...body] = lines as [Line, Line, ...Line[]]
  const rows = body.map((line, index) => {
    const own = cells[index + 1] as string[]
    return { cells: own, verbatim: differing(frame, rowText(frame, own), line) }
  })
  const verbatim = {
    header: differing(frame, rowText(frame, frame.header), header),
    delimiter: differing(frame, delimiterText(frame), delimiter),
  }
  const given = verbatim.header === null && rows.every((row) => row.verbatim === null)
  const exact = given && (frame.layout.style === 'compact' || (verbatim.delimiter === null && hasOwnWidths(frame, cells)))
  return { frame: { ...frame, verbatim, layout: { ...frame.layout, exact } }, rows }
}

/** The line, if it is not the derived one. The document's last line is given the end that it lacks: rows may follow it. */
function differing(frame: Frame, derived: string, { text, eol }: Line): string | null {
  const line = text + (eol === '' ? frame.eol : eol)
  return derived + frame.eol === line ? null : line
}

/** Whether every column is as wide as its widest cell, or the cap. A table's delimiter has as many marks as its header cells. */
function hasOwnWidths(frame: Frame, cells: string[][]): boolean {
  const natural = naturalWidths(cells, frame.layout.measure)
  return frame.widths.every((width, index) => width === Math.min(natural[index] as number, frame.layout.cap ?? Infinity))
}

function bestLayout(base: Frame, cells: string[][], marks: string[], texts: string[]): Layout {
  const candidates: Layout[] = measures.map((measure) => ({
    ...base.layout,
    style: 'padded',
    measure,
    cap: capOf(naturalWidths(cells, measure), marks),
  }))
  candidates.push(base.layout)
  // Of manners that explain the table equally well, the one without a cap is the simpler explanation.
  candidates.sort((a, b) => Number(a.cap !== null) - Number(b.cap !== null))
  const widths = marks.map((mark) => mark.length)
  const scores = candidates.map((layout) => {
    const frame = { ...base, layout, widths }
    return texts.filter((text, index) => rowText(frame, cells[index] as string[]) === text).length
  })
  return candidates[scores.indexOf(Math.max(...scores))] as Layout
}

/** The cap that explains the delimiter's widths: what a column narrower than its widest cell stops at. */
function capOf(natural: number[], marks: string[]): number | null {
  const stopped = marks.map((mark) => mark.length).filter((width, index) => width < (natural[index] as number))
  return stopped.length === 0 ? null : Math.max(...stopped)
}

function naturalWidths(cells: string[][], measure: Measure): number[] {
  const widths = (cells[0] as string[]).map(() => narrowest)
  for (const row of cells) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? narrowest, widthOf(cell, measure))
    })
  }
  return widths
}

function alignOf(mark: string): Align {
  const left = mark.startsWith(':')
  const right = mark.endsWith(':')
  if (left) return right ? 'center' : 'left'
  return right ? 'right' : 'none'
}

function edges(header: string): { open: boolean; close: boolean; gap: string } {
  const open = header.startsWith('|')
  const close = /(^|[^\\])\|$/.test(header)
  const gap = header.startsWith('| ') || (!open && / \| /.test(header)) ? ' ' : ''
  return { open, close, gap }
}

/**
 * Gives a cap to the padded tables that show none (all their cells fit), from the document's other tables: one hand
 * wrote them all.
 */
export function shareCap(frames: readonly Frame[]): Frame[] {
  const seen = frames.filter(({ layout }) => layout.exact && layout.cap !== null)
  const caps = new Set(seen.map(({ layout }) => layout.cap))
  const [cap] = caps
  if (caps.size !== 1 || cap === undefined) return [...frames]
  return frames.map((frame) => (fits(frame, cap) ? { ...frame, layout: { ...frame.layout, cap } } : frame))
}

function fits({ layout, widths }: Frame, cap: number | null): boolean {
  return layout.style === 'padded' && layout.exact && layout.cap === null && cap !== null && Math.max(...widths) <= cap
}
