import { scaleBand, scaleSqrt } from 'd3-scale'
import type { Matrix, Tally } from './counts'

/** A row or a column of a matrix, with the place of its middle. */
export interface Line extends Tally {
  at: number
}

/** A square of a matrix, as large as what it counts, around its middle. */
export interface Cell {
  subfield: Tally
  base: Tally
  entries: number
  x: number
  y: number
  side: number
}

/** Bases from the top down, subfields from left to right, each with the sum of its models; from 0, 0. */
export interface MatrixDrawing {
  width: number
  height: number
  columns: Line[]
  rows: Line[]
  cells: Cell[]
}

/** The distances of two columns and of two rows. */
export const matrixSteps = { column: 74, row: 28 } as const
const largest = 24
const smallest = 16

/** Lays out a matrix. */
export function layoutMatrix({ subfields, bases, cells }: Matrix): MatrixDrawing {
  const width = subfields.length * matrixSteps.column
  const height = bases.length * matrixSteps.row
  const across = scaleBand().domain(subfields.map(({ key }) => key)).range([0, width])
  const down = scaleBand().domain(bases.map(({ key }) => key)).range([0, height])
  const middle = (scale: typeof across, key: string) => Math.round((scale(key) as number) + scale.bandwidth() / 2)
  const side = scaleSqrt().domain([1, Math.max(2, ...cells.map(({ entries }) => entries))]).range([smallest, largest])
  const columns = subfields.map((tally) => ({ ...tally, at: middle(across, tally.key) }))
  const rows = bases.map((tally) => ({ ...tally, at: middle(down, tally.key) }))
  const placed = cells.flatMap(({ subfield, base, entries }) => {
    const column = columns.find(({ key }) => key === subfield)
    const row = rows.find(({ key }) => key === base)
    return column && row ? [{ subfield: column, base: row, entries, x: column.at, y: row.at, side: Math.round(side(entries)) }] : []
  })
  // As they are read, for those who go from one to the next by keyboard.
  return { width, height, columns, rows, cells: placed.sort((a, b) => a.y - b.y || a.x - b.x) }
}
