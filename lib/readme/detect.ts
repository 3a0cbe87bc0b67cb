import { isAscii } from '@/lib/catalog/fold'
import { narrowest, spaceBefore, type Align, type Frame, type Layout } from './frame'
import type { ScannedRow } from './row'
import { widthOf, type Measure } from './width'

/** What a table's manner is detected from: rows of one kind of edges, the header among them, and the delimiter. */
export interface Evidence {
  rows: readonly ScannedRow[]
  delimiter: ScannedRow
  align: readonly Align[]
  open: boolean
  close: boolean
}

/** A manner, with the widths of the columns that it pads (0: not padded; none in a compact table). */
export type Found = Pick<Frame, 'widths'> & { manner: Omit<Layout, 'cap' | 'least' | 'exact' | 'tail'> }

/** A cell with the blanks around it, and whether they are gaps: at an edge without a pipe they are none. */
interface Cell {
  row: number
  text: string
  left: number
  right: number
  opened: boolean
  closed: boolean
}

/** What is tried at once. */
interface Trial extends Pick<Layout, 'measure' | 'side' | 'odd'> {
  gap: number
  gapEnd: number
  empty: number | null
}

/** How well a trial does: the rows that it gives back, the cells, and the widths that do best. */
interface Outcome {
  trial: Trial
  rows: number
  cells: number
  widths: number[]
}

/** The value that most have; the first of several. */
export function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  let [best, most] = [values[0], 0]
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1
    counts.set(value, count)
    if (count > most) [best, most] = [value, count]
  }
  return best
}

/** The manner that gives back most of the rows; of several the simplest. */
export function detect(evidence: Evidence): Found {
  const columns = cellsByColumn(evidence)
  let best: Outcome | undefined
  for (const trial of trialsOf(evidence, columns)) {
    const outcome = tryOut(evidence, columns, trial)
    if (!best || isBetter(outcome, best, columns.length)) best = outcome
    if (best.rows === evidence.rows.length) break
  }
  return foundOf(evidence, best as Outcome)
}

/** Whether a less likely manner explains more than a likelier one: by more than the cells of a row, which may look so by chance. */
function isBetter(outcome: Outcome, best: Outcome, columns: number): boolean {
  return (outcome.rows - best.rows) * columns + outcome.cells - best.cells > columns
}

function cellsByColumn({ rows, align }: Evidence): Cell[][] {
  const columns: Cell[][] = align.map(() => [])
  rows.forEach((row, index) => {
    for (let column = 0; column < columns.length && column < row.cells.length; column++) {
      columns[column]?.push({ row: index, text: row.cells[column] as string, ...blanksOf(row, column) })
    }
  })
  return columns
}

function blanksOf({ places, from, open, close, cells }: ScannedRow, column: number): Pick<Cell, 'left' | 'right' | 'opened' | 'closed'> {
  const [begin, end, pipe] = places.slice(column * 3, column * 3 + 3) as [number, number, number]
  const start = column > 0 ? (places[column * 3 - 1] as number) + 1 : open ? from + 1 : from
  return { left: begin - start, right: pipe - end, opened: column > 0 || open, closed: column < cells.length - 1 || close }
}

/** What may be, the simplest and likeliest first. */
function* trialsOf({ align }: Evidence, columns: readonly Cell[][]): Generator<Trial> {
  const cells = columns.flat()
  const measures: Measure[] = cells.every(({ text }) => isAscii(text)) ? ['columns'] : ['columns', 'units', 'characters', 'emoji']
  const gaps = gapsOf(cells)
  for (const measure of measures) {
    for (const { gap, gapEnd } of gaps) {
      const empty = emptyOf(cells, gap + gapEnd)
      for (const side of sidesOf(align)) yield { measure, gap, gapEnd, empty, ...side }
    }
  }
}

function sidesOf(align: readonly Align[]): Pick<Layout, 'side' | 'odd'>[] {
  const end = { side: 'end', odd: 'after' } as const
  if (align.includes('center')) return [{ side: 'aligned', odd: 'after' }, { side: 'aligned', odd: 'before' }, end]
  return align.includes('right') ? [{ side: 'aligned', odd: 'after' }, end] : [end]
}

/** Pairs of gaps: the same on both sides, or not; what most cells have, or the least. */
function gapsOf(cells: readonly Cell[]): { gap: number; gapEnd: number }[] {
  const filled = cells.filter(({ text }) => text !== '')
  const lefts = filled.filter(({ opened }) => opened).map(({ left }) => left)
  const rights = filled.filter(({ closed }) => closed).map(({ right }) => right)
  const [left = 1, leastLeft = 1] = [mostCommon(lefts), leastOf(lefts)]
  const [right = left, leastRight = left] = [mostCommon(rights), leastOf(rights)]
  const pairs = [[left, left], [leastLeft, leastLeft], [left, right], [left, leastRight], [leastLeft, leastRight]] as [number, number][]
  return pairs
    .filter(([a, b], index) => pairs.findIndex(([c, d]) => a === c && b === d) === index)
    .map(([gap, gapEnd]) => ({ gap, gapEnd }))
}

function leastOf(values: readonly number[]): number | undefined {
  return values.reduce<number | undefined>((least, value) => (least === undefined ? value : Math.min(least, value)), undefined)
}

/** How many blanks most empty cells are that are not padded; null where that is what the gaps give. */
function emptyOf(cells: readonly Cell[], gaps: number): number | null {
  const blanks = cells.filter(({ text, opened, closed }) => text === '' && opened && closed).map(({ left, right }) => left + right)
  const usual = mostCommon(blanks.filter((count) => count <= 2))
  return usual === undefined || usual === gaps ? null : usual
}

function tryOut({ rows, align, delimiter }: Evidence, columns: readonly Cell[][], trial: Trial): Outcome {
  const choices = columns.map((cells, column) => chooseWidth(cells, trial, align[column] as Align, delimiter, column))
  const padded = choices.filter(({ verdict }) => verdict === 'padded')
  const fills = padded.every(({ agrees }) => agrees)
  // Where every cell of a column could be either, the columns beside it tell, or else the delimiter.
  const shown = padded.length > 0 ? !fills : choices.every(({ verdict, agrees }) => verdict === 'either' && agrees) && choices.some(({ width }) => width > narrowest)
  const widths = choices.map(({ verdict, width, agrees }) => {
    const isPadded = verdict === 'padded' || (verdict === 'either' && (padded.length > 0 ? shown || agrees : shown))
    return isPadded ? width : 0
  })
  const missed = new Set<number>()
  let found = 0
  columns.forEach((cells, column) => {
    for (const cell of cells) {
      if (fits(cell, trial, widths[column] as number, align[column] as Align)) found++
      else missed.add(cell.row)
    }
  })
  return { trial, rows: rows.length - missed.size, cells: found, widths }
}

interface Choice {
  width: number
  verdict: 'padded' | 'compact' | 'either'
  /** Whether the delimiter is as wide as the padded column would be. */
  agrees: boolean
}

/** Whether a column is padded, and to which width: the one that most of its cells have, or the delimiter. */
function chooseWidth(cells: readonly Cell[], trial: Trial, align: Align, delimiter: ScannedRow, column: number): Choice {
  const gaps = trial.gap + trial.gapEnd
  const { left, right } = blanksOf(delimiter, column)
  const mark = (delimiter.cells[column] as string).length + left + right
  const closed = cells.filter((cell) => cell.closed)
  if (closed.length < cells.length || !closed.length) return { width: 0, verdict: 'compact', agrees: false }
  const spans = cells.map((cell) => cell.left + widthOf(cell.text, trial.measure) + cell.right + (cell.opened ? 0 : trial.gap))
  const usual = mostCommon(spans) as number
  const count = (width: number) => cells.filter((cell) => fits(cell, trial, width, align)).length
  const marked = mark + (column === 0 && !delimiter.open ? trial.gap : 0)
  const span = marked !== usual && count(marked - gaps) > count(usual - gaps) ? marked : usual
  const width = Math.max(1, span - gaps)
  const [asPadded, asCompact] = [count(width), count(0)]
  const fitsAll = cells.every(({ text }) => widthOf(text, trial.measure) <= width)
  // As many rows for as against: the header says, where it is filled to the delimiter's width.
  const header = cells[0] as Cell
  const isShown = asPadded === asCompact && span === marked && widthOf(header.text, trial.measure) < width && fits(header, trial, width, align)
  const verdict = asPadded > asCompact || isShown ? 'padded' : asPadded === asCompact && fitsAll ? 'either' : 'compact'
  return { width, verdict, agrees: span === marked }
}

function fits({ text, left, right, opened, closed }: Cell, trial: Trial, width: number, align: Align): boolean {
  const gap = opened ? trial.gap : 0
  const gapEnd = closed ? trial.gapEnd : 0
  const isEmpty = text === ''
  if (width === 0) return isEmpty ? left + right === (trial.empty ?? gap + gapEnd) : left === gap && right === gapEnd
  const space = Math.max(0, width - widthOf(text, trial.measure))
  if (isEmpty) return left + right === gap + space + gapEnd
  const before = spaceBefore(trial, align, space)
  return left === gap + before && right === gapEnd + space - before
}

function foundOf({ rows, delimiter, open, close }: Evidence, { trial, widths }: Outcome): Found {
  const isPadded = widths.some((width) => width > 0)
  const { measure, gap, gapEnd, empty } = trial
  const [before, behind] = [gapText(rows, gap, 'before'), gapText(rows, gapEnd, 'behind')]
  return {
    widths: isPadded ? widths : [],
    manner: {
      style: isPadded ? 'padded' : 'compact',
      ...{ measure, side: isPadded ? trial.side : 'end', odd: isPadded ? trial.odd : 'after' },
      ...{ open, close, gap: before, gapEnd: before === behind ? null : behind },
      empty: empty === null ? null : ' '.repeat(empty),
      ...delimiterOf(delimiter, { gap, gapEnd }, open, close, widths),
    },
  }
}

/** A gap as it is written: mostly spaces, but tabs in some tables. */
function gapText(rows: readonly ScannedRow[], count: number, side: 'before' | 'behind'): string {
  const texts = rows.flatMap(({ line, places, cells, open, close }) =>
    cells.flatMap((_, column) => {
      const [begin, end] = [places[column * 3] as number, places[column * 3 + 1] as number]
      if (side === 'before') return column > 0 || open ? [line.slice(begin - count, begin)] : []
      return column < cells.length - 1 || close ? [line.slice(end, end + count)] : []
    }),
  )
  return mostCommon(texts.filter((text) => /^[ \t]*$/.test(text))) ?? ' '.repeat(count)
}

/** How the delimiter is written. */
function delimiterOf(delimiter: ScannedRow, { gap, gapEnd }: Pick<Trial, 'gap' | 'gapEnd'>, open: boolean, close: boolean, widths: readonly number[]) {
  const cells = delimiter.cells.map((mark, column) => ({ mark, ...blanksOf(delimiter, column) }))
  const own = mostCommon(cells.filter(({ opened }) => opened).map(({ left }) => left)) ?? gap
  const delimiterFill = widths.every((width, column) => {
    const opened = column > 0 || open
    const closed = column < widths.length - 1 || close
    return width === 0 || cells[column]?.mark.length === width + (opened ? gap - own : 0) + (closed ? gapEnd - own : 0)
  })
  return { delimiterGap: own === gap && own === gapEnd ? null : ' '.repeat(own), delimiterFill }
}
