import type { Align } from './frame'
import type { ScannedRow } from './row'

/** More blanks than these around a cell, or in an empty one, are somebody's padding. */
export const mostBlanks = 3

/** What a table's manner is detected from: rows of one kind of edges, the header among them, and the delimiter. */
export interface Evidence {
  rows: readonly ScannedRow[]
  /** Whether the first of them is the header: it may have other edges. */
  headed: boolean
  delimiter: ScannedRow
  align: readonly Align[]
  open: boolean
  close: boolean
}

/** A cell with the blanks around it, and whether they are gaps: at an edge without a pipe they are none. */
export interface Cell {
  row: number
  text: string
  /** In code units, until a trial has another measure. */
  width: number
  left: number
  right: number
  opened: boolean
  closed: boolean
  /** An empty cell of the header, as wide as the delimiter below it: it would look so in any manner. */
  silent: boolean
}

/** The cells of each column, the header's among them. */
export function cellsByColumn({ rows, headed, align, delimiter }: Evidence): Cell[][] {
  const columns: Cell[][] = align.map(() => [])
  rows.forEach((row, index) => {
    for (let column = 0; column < columns.length && column < row.cells.length; column++) {
      const cell = cellOf(row, index, column)
      const silent = headed && index === 0 && cell.text === '' && spanOf(cell) === spanOf(cellOf(delimiter, 0, column))
      columns[column]?.push(silent ? { ...cell, silent } : cell)
    }
  })
  return columns
}

/** How much stands between two pipes. */
export function spanOf({ left, width, right }: Cell): number {
  return left + width + right
}

/** Whether a cell has a pipe on both sides. */
export function isBetween({ opened, closed }: Cell): boolean {
  return opened && closed
}

/** How many blanks the empty cells are that say something. */
export function blanksOf(cells: readonly Cell[]): number[] {
  return cells.filter((cell) => cell.text === '' && isBetween(cell) && !cell.silent).map(({ left, right }) => left + right)
}

/** How many blanks stand before the cells that hold something, and behind them. */
export function gapsAround(cells: readonly Cell[]): { lefts: number[]; rights: number[] } {
  const filled = cells.filter(({ text }) => text !== '')
  return { lefts: filled.filter(({ opened }) => opened).map(({ left }) => left), rights: filled.filter(({ closed }) => closed).map(({ right }) => right) }
}

/** Whether a cell that is not padded has these gaps, or as an empty one so many blanks. */
export function isCompact({ text, left, right, opened, closed, silent }: Cell, gap: number, gapEnd: number, empty: number): boolean {
  if (text === '') return silent || left + right === empty
  return left === (opened ? gap : 0) && right === (closed ? gapEnd : 0)
}

/** A cell of a row, with what stands around it. */
export function cellOf({ places, from, open, close, cells }: ScannedRow, row: number, column: number): Cell {
  const start = column > 0 ? (places[column * 3 - 1] as number) + 1 : open ? from + 1 : from
  const left = (places[column * 3] as number) - start
  const right = (places[column * 3 + 2] as number) - (places[column * 3 + 1] as number)
  const text = cells[column] as string
  return { row, text, width: text.length, left, right, opened: column > 0 || open, closed: column < cells.length - 1 || close, silent: false }
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

/** A gap as it is written, in one column or in all: mostly spaces, but tabs in some tables. */
export function gapText(rows: readonly ScannedRow[], count: number, side: 'before' | 'behind', only?: number): string {
  if (rows.every(({ plain }) => plain)) return ' '.repeat(count)
  const texts = rows.flatMap(({ line, places, cells, open, close }) =>
    cells.flatMap((_, column) => {
      if (only !== undefined && column !== only) return []
      const [begin, end] = [places[column * 3] as number, places[column * 3 + 1] as number]
      if (side === 'before') return column > 0 || open ? [line.slice(begin - count, begin)] : []
      return column < cells.length - 1 || close ? [line.slice(end, end + count)] : []
    }),
  )
  return mostCommon(texts.filter((text) => /^[ \t]*$/.test(text))) ?? ' '.repeat(count)
}
