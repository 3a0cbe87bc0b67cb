import { blanksOf, cellOf, cellsByColumn, gapsAround, gapText, isCompact, mostBlanks, mostCommon, spanOf, type Cell, type Evidence } from './evidence'
import { narrowest, spaceBefore, type Align, type Frame, type Layout, type OwnGaps } from './frame'
import { ownCompact, ownPadded, type OwnColumn } from './own-gaps'
import type { ScannedRow } from './row'
import { widthOf, type Measure } from './width'

/** A manner, with the widths of the columns that it pads (0: not padded; none in a compact table) and the gaps that columns have for themselves. */
export type Found = Pick<Frame, 'widths'> & { manner: Omit<Layout, 'cap' | 'least' | 'exact' | 'tail' | 'short' | 'gaps'>; gaps: (OwnGaps | undefined)[] }

/** What is tried at once. */
interface Trial extends Pick<Layout, 'measure' | 'side' | 'odd'> {
  gap: number
  gapEnd: number
  empty: number | null
}

/** How well a trial does: the rows that it gives back, the cells, the widths that do best, and what columns have for themselves. */
interface Outcome {
  trial: Trial
  rows: number
  cells: number
  widths: number[]
  own: (OwnColumn | undefined)[]
}

/** The manner that gives back most of the rows; of several the simplest. */
export function detect(evidence: Evidence): Found {
  const columns = cellsByColumn(evidence)
  const outcomes: Outcome[] = []
  let best: Outcome | undefined
  for (const trial of trialsOf(evidence, columns)) {
    const outcome = tryOut(evidence, columns, trial)
    outcomes.push(outcome)
    if (!best || isBetter(outcome, best, columns.length)) best = outcome
    if (best.rows === evidence.rows.length) return foundOf(evidence, best)
  }
  // What no manner of the whole table explains may be a column's own; of two lines anything may look so.
  if (evidence.rows.length < 3) return foundOf(evidence, best as Outcome)
  let owning = withOwn(evidence, columns, best as Outcome)
  for (const outcome of outcomes) {
    if (outcome === best) continue
    const own = withOwn(evidence, columns, outcome)
    if (isBetter(own, owning, columns.length)) owning = own
  }
  return foundOf(evidence, owning)
}

/** Whether a less likely manner explains more than a likelier one: by more than the cells of a row, which may look so by chance. */
function isBetter(outcome: Outcome, best: Outcome, columns: number): boolean {
  return (outcome.rows - best.rows) * columns + outcome.cells - best.cells > columns
}

/** What may be, the simplest and likeliest first. */
function* trialsOf({ align, rows }: Evidence, columns: readonly Cell[][]): Generator<Trial> {
  const cells = columns.flat()
  const measures: Measure[] = rows.every(({ plain }) => plain) ? ['columns'] : ['columns', 'units', 'characters', 'emoji']
  const gaps = gapsOf(cells)
  for (const measure of measures) {
    measureCells(rows, cells, measure)
    for (const { gap, gapEnd } of gaps) {
      const empty = emptyOf(cells, gap + gapEnd)
      for (const side of sidesOf(align)) yield { measure, gap, gapEnd, empty, ...side }
    }
  }
}

function measureCells(rows: readonly ScannedRow[], cells: readonly Cell[], measure: Measure): void {
  for (const cell of cells) cell.width = (rows[cell.row] as ScannedRow).plain ? cell.text.length : widthOf(cell.text, measure)
}

function sidesOf(align: readonly Align[]): Pick<Layout, 'side' | 'odd'>[] {
  const end = { side: 'end', odd: 'after' } as const
  if (align.includes('center')) return [{ side: 'aligned', odd: 'after' }, { side: 'aligned', odd: 'before' }, end]
  return align.includes('right') ? [{ side: 'aligned', odd: 'after' }, end] : [end]
}

/** Pairs of gaps: the same on both sides, or not; what most cells have, or the least. */
function gapsOf(cells: readonly Cell[]): { gap: number; gapEnd: number }[] {
  const { lefts, rights } = gapsAround(cells)
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
  const usual = mostCommon(blanksOf(cells).filter((count) => count <= mostBlanks))
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
  return { trial, widths, own: [], ...explained(rows.length, columns, (cell, column) => fits(cell, trial, widths[column] as number, align[column] as Align)) }
}

/** The same outcome with what columns have for themselves. */
function withOwn(evidence: Evidence, columns: readonly Cell[][], outcome: Outcome): Outcome {
  const { rows, align } = evidence
  const { trial, widths } = outcome
  measureCells(rows, columns.flat(), trial.measure)
  const isUsual = (cell: Cell, column: number) => fits(cell, trial, widths[column] as number, align[column] as Align)
  const usual = { gap: trial.gap, gapEnd: trial.gapEnd, empty: trial.empty ?? trial.gap + trial.gapEnd }
  const own = columns.map((cells, column) => {
    const width = widths[column] as number
    const isAligned = trial.side === 'aligned' && ['right', 'center'].includes(align[column] as Align)
    const padded = width === 0 || isAligned ? undefined : ownPadded(cells, width, usual)
    return padded ?? ownCompact(cells, usual, (cell) => isUsual(cell, column))
  })
  const explains = (cell: Cell, column: number) => own[column]?.explains(cell) ?? isUsual(cell, column)
  return { ...outcome, own, ...explained(rows.length, columns, explains) }
}

/** How many rows and cells are explained. */
function explained(rows: number, columns: readonly Cell[][], explains: (cell: Cell, column: number) => boolean): Pick<Outcome, 'rows' | 'cells'> {
  const missed = new Set<number>()
  let cells = 0
  columns.forEach((all, column) => {
    for (const cell of all) {
      if (explains(cell, column)) cells++
      else missed.add(cell.row)
    }
  })
  return { rows: rows - missed.size, cells }
}

interface Choice {
  width: number
  verdict: 'padded' | 'compact' | 'either'
  /** Whether the delimiter is as wide as the padded column would be. */
  agrees: boolean
}

/** Whether a column is padded, and to which width: the one that most of its cells have, or the delimiter. */
function chooseWidth(cells: readonly Cell[], trial: Trial, align: Align, delimiter: ScannedRow, column: number): Choice {
  // What stands behind the last cell of a row without a pipe at its end is nobody's padding.
  if (cells.length === 0 || cells.some((cell) => !cell.closed)) return { width: 0, verdict: 'compact', agrees: false }
  const gaps = trial.gap + trial.gapEnd
  const mark = cellOf(delimiter, 0, column)
  const marked = spanOf(mark) + (mark.opened ? 0 : trial.gap)
  const usual = mostCommon(cells.map((cell) => spanOf(cell) + (cell.opened ? 0 : trial.gap))) as number
  const [asUsual, asCompact] = [countFitting(cells, trial, Math.max(1, usual - gaps), align), countFitting(cells, trial, 0, align)]
  const asMarked = marked === usual || asUsual === cells.length ? 0 : countFitting(cells, trial, Math.max(1, marked - gaps), align)
  const span = asMarked > asUsual ? marked : usual
  const asPadded = Math.max(asMarked, asUsual)
  const width = Math.max(1, span - gaps)
  const fitsAll = cells.every((cell) => cell.width <= width)
  // As many rows for as against: the header says, where it is filled to the delimiter's width.
  const [header] = cells as [Cell]
  const isShown = !header.silent && asPadded === asCompact && span === marked && header.width < width && fits(header, trial, width, align)
  // Filled up to one width, but not in this table's way: in one of the column's own (lib/readme/own-gaps).
  const even = cells.filter((cell) => cell.opened && cell.text !== '' && spanOf(cell) === usual)
  const isEven = even.length > asCompact + 1 && even.length * 2 > cells.length && even.some((cell) => cell.width !== even[0]?.width)
  const verdict = asPadded > asCompact || isShown || isEven ? 'padded' : asPadded === asCompact && fitsAll ? 'either' : 'compact'
  return { width, verdict, agrees: span === marked }
}

function countFitting(cells: readonly Cell[], trial: Trial, width: number, align: Align): number {
  let count = 0
  for (const cell of cells) if (fits(cell, trial, width, align)) count++
  return count
}

function fits(cell: Cell, trial: Trial, width: number, align: Align): boolean {
  const gap = cell.opened ? trial.gap : 0
  const gapEnd = cell.closed ? trial.gapEnd : 0
  if (width === 0) return isCompact(cell, gap, gapEnd, trial.empty ?? gap + gapEnd)
  const space = Math.max(0, width - cell.width)
  if (cell.text === '') return cell.left + cell.right === gap + space + gapEnd
  const before = spaceBefore(trial, align, space)
  return cell.left === gap + before && cell.right === gapEnd + space - before
}

function foundOf({ rows, delimiter, open, close }: Evidence, { trial, widths, own }: Outcome): Found {
  const found = widths.map((width, column) => own[column]?.width ?? width)
  const isPadded = found.some((width) => width > 0)
  const { measure, gap, gapEnd, empty } = trial
  const [before, behind] = [gapText(rows, gap, 'before'), gapText(rows, gapEnd, 'behind')]
  return {
    widths: isPadded ? found : [],
    gaps: own.map((column, index) => column && gapTexts(rows, index, column)),
    manner: {
      style: isPadded ? 'padded' : 'compact',
      ...{ measure, side: isPadded ? trial.side : 'end', odd: isPadded ? trial.odd : 'after' },
      ...{ open, close, gap: before, gapEnd: before === behind ? null : behind },
      empty: empty === null ? null : ' '.repeat(empty),
      ...delimiterOf(delimiter, { gap, gapEnd }, open, close, widths),
    },
  }
}

function gapTexts(rows: readonly ScannedRow[], column: number, { gap, gapEnd, empty }: OwnColumn): OwnGaps {
  return { gap: gapText(rows, gap, 'before', column), gapEnd: gapText(rows, gapEnd, 'behind', column), empty: ' '.repeat(empty) }
}

/** How the delimiter is written. */
function delimiterOf(delimiter: ScannedRow, { gap, gapEnd }: Pick<Trial, 'gap' | 'gapEnd'>, open: boolean, close: boolean, widths: readonly number[]) {
  const cells = delimiter.cells.map((_, column) => cellOf(delimiter, 0, column))
  const own = mostCommon(cells.filter(({ opened }) => opened).map(({ left }) => left)) ?? gap
  const delimiterFill = widths.every((width, column) => {
    const opened = column > 0 || open
    const closed = column < widths.length - 1 || close
    return width === 0 || cells[column]?.width === width + (opened ? gap - own : 0) + (closed ? gapEnd - own : 0)
  })
  return { delimiterGap: own === gap && own === gapEnd ? null : ' '.repeat(own), delimiterFill }
}
