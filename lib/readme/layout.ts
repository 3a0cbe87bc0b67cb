import { detect } from './detect'
import { mostCommon, type Evidence } from './evidence'
import { capOf, leastOf } from './fit'
import { delimiterText, headerText, narrowest, rowText, type Align, type Frame, type Layout, type OwnGaps, type Row } from './frame'
import type { Line } from './lines'
import { newestOf } from './newest'
import { readRow, type ScannedRow } from './row'
import { widthOf } from './width'

/** A table's lines, taken apart: the header and the rows, and the delimiter between them. */
interface Source {
  lines: readonly Line[]
  rows: readonly ScannedRow[]
  delimiter: ScannedRow
  delimiterLine: Line
  offsets: readonly number[]
  delimiterOffset: number | undefined
}

/** A frame, and which of the table's lines (header and rows) it does not give back. */
interface Judged {
  frame: Frame
  differing: number[]
}

// A manner shows in this many lines; those that it does not give back are then looked at too.
const sampleSize = 40

/**
 * Detects how a table is written and takes it apart: lines are header, delimiter, rows, and `offsets` where in each of them
 * the row begins. Whatever the manner found, a line that it does not give back is kept verbatim, so the table comes out as it
 * went in.
 */
export function readTable(lines: readonly Line[], columns: string[], offsets: readonly number[]): { frame: Frame; rows: Row[] } {
  const [header, delimiterLine, ...body] = lines as [Line, Line, ...Line[]]
  const scanned = lines.map(({ text }, index) => readRow(text, offsets[index]))
  const withoutDelimiter = <T>(all: readonly T[]) => all.filter((_, index) => index !== 1)
  const source: Source = {
    ...{ lines: [header, ...body], rows: withoutDelimiter(scanned), offsets: withoutDelimiter(offsets) },
    ...{ delimiterLine, delimiter: scanned[1] as ScannedRow, delimiterOffset: offsets[1] },
  }
  const base = baseFrame(source, columns)
  const sample = spread(source.rows.length, sampleSize)
  let best = judge(source, frameOf(source, base, sample))
  if (best.differing.length > 0 && source.rows.length > sampleSize) {
    const others = spread(best.differing.length, sampleSize).map((index) => best.differing[index] as number)
    const again = judge(source, frameOf(source, base, [...sample, ...others]))
    if (again.differing.length < best.differing.length) best = again
  }
  return settle(source, best)
}

/** Numbers below a length, evenly spread, the first among them. */
function spread(length: number, most: number): number[] {
  const count = Math.min(length, most)
  return Array.from({ length: count }, (_, index) => Math.floor((index * length) / count))
}

/** What does not depend on how wide the columns are. */
function baseFrame({ lines, rows, offsets, delimiter, delimiterLine, delimiterOffset }: Source, columns: string[]): Frame {
  const close = mostCommon(rows.map((row) => row.close)) as boolean
  const [first, ...leads] = lines.map(({ text }, index) => text.slice(0, offsets[index])) as [string, ...string[]]
  return {
    columns,
    header: (rows[0] as ScannedRow).cells,
    align: delimiter.cells.map(alignOf),
    layout: {
      ...{ style: 'compact', cap: null, least: narrowest, measure: 'columns', side: 'end', odd: 'after', gap: ' ', gapEnd: null, empty: null, gaps: null },
      ...{ delimiterGap: null, delimiterFill: true, exact: false },
      open: mostCommon(rows.map(({ open }) => open)) as boolean,
      close,
      short: close && isShort(rows.slice(1), columns.length),
      tail: mostCommon(lines.map(({ text }, index) => text.slice((rows[index] as ScannedRow).to))) as string,
    },
    widths: [],
    marks: delimiter.cells.map((mark) => mark.length),
    lead: { first, rest: mostCommon(leads) ?? delimiterLine.text.slice(0, delimiterOffset) },
    eol: mostCommon([...lines, delimiterLine].map(({ eol }) => eol).filter((eol) => eol !== '')) as string,
    verbatim: { header: null, delimiter: null },
    openEnd: lines.length === 1 ? delimiterLine.eol === '' : lines.at(-1)?.eol === '',
    newest: newestOf(lines.slice(1).map(({ text }) => text)),
  }
}

/** Whether more rows end early, with a pipe, than have an empty cell at their end. */
function isShort(rows: readonly ScannedRow[], width: number): boolean {
  const closed = rows.filter(({ close }) => close)
  const early = closed.filter(({ cells }) => cells.length < width).length
  return early > closed.filter(({ cells }) => cells.length === width && cells[width - 1] === '').length
}

/** The frame that a sample of the lines shows. */
function frameOf({ rows, delimiter }: Source, base: Frame, sample: readonly number[]): Frame {
  const { open, close } = base.layout
  const alike = sample.map((index) => rows[index] as ScannedRow).filter((row) => row.open === open && row.close === close)
  const evidence: Evidence = { rows: alike, headed: alike[0] === rows[0], delimiter, align: base.align, open, close }
  const { widths, manner, gaps } = detect(evidence)
  return { ...base, layout: { ...base.layout, ...manner, gaps: byColumn(base.columns, gaps) }, widths }
}

function byColumn(columns: readonly string[], gaps: readonly (OwnGaps | undefined)[]): Layout['gaps'] {
  const own = columns.flatMap((column, index) => (gaps[index] ? [[column, gaps[index]] as const] : []))
  return own.length === 0 ? null : Object.fromEntries(own)
}

function judge({ lines, rows }: Source, frame: Frame): Judged {
  const differing: number[] = []
  rows.forEach(({ cells }, index) => {
    const text = index === 0 ? headerText(frame) : rowText(frame, cells)
    const line = lines[index] as Line
    if (text !== line.text || (line.eol !== '' && line.eol !== frame.eol)) differing.push(index)
  })
  return { frame, differing }
}

/** Keeps verbatim what the frame does not give back, and says whether it gives back everything. */
function settle({ lines, rows, delimiterLine }: Source, { frame, differing }: Judged): { frame: Frame; rows: Row[] } {
  const own = new Set(differing)
  // The document's last line is given the end that it lacks: rows may follow it.
  const whole = ({ text, eol }: Line) => text + (eol === '' ? frame.eol : eol)
  const verbatim = lines.map((line, index) => (own.has(index) ? whole(line) : null))
  const fills = delimiterText(frame) + frame.eol === whole(delimiterLine)
  const cap = capOf(frame.widths, naturalWidths(frame, rows))
  const layout = { ...frame.layout, cap: cap ?? null, least: leastOf(frame.widths), exact: differing.length === 0 && cap !== undefined }
  return {
    frame: {
      ...frame,
      layout: { ...layout, delimiterFill: layout.delimiterFill && fills },
      verbatim: { header: verbatim[0] as string | null, delimiter: fills ? null : whole(delimiterLine) },
    },
    rows: rows.slice(1).map(({ cells }, index) => ({ cells, verbatim: verbatim[index + 1] as string | null })),
  }
}

/** The widths of each padded column's widest cell. */
function naturalWidths({ widths, layout }: Frame, rows: readonly ScannedRow[]): number[] {
  const natural = widths.map(() => 0)
  for (const { cells, plain } of rows) {
    for (let index = 0; index < natural.length; index++) {
      const cell = cells[index] ?? ''
      const width = plain ? cell.length : widthOf(cell, layout.measure)
      if (width > (natural[index] as number)) natural[index] = width
    }
  }
  return natural
}

function alignOf(mark: string): Align {
  const left = mark.startsWith(':')
  const right = mark.endsWith(':')
  if (left) return right ? 'center' : 'left'
  return right ? 'right' : 'none'
}
