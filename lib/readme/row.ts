import { withoutEnd } from './lines'

/** A row taken apart, with where everything stands in its line. */
export interface ScannedRow {
  line: string
  cells: string[]
  /** For each cell three offsets: its text's begin and end, and the pipe behind it (or the row's end). */
  places: number[]
  /** The row without the blanks around it. */
  from: number
  to: number
  /** Whether its line is ASCII without tabs, so that every measure of a cell's width agrees. */
  plain: boolean
  /** Whether it begins with a pipe, and ends with one. */
  open: boolean
  close: boolean
}

/**
 * Takes apart a table row by GitHub's rule: a cell ends at a pipe that no backslash escapes, in code or not; the pipes at the
 * row's edges are optional; spaces and tabs around a cell are not its own. `offset` is where in its line the row begins.
 *
 *   | a | b \| c |   →   "a", "b \| c"
 */
export function readRow(line: string, offset = 0): ScannedRow {
  const from = skipBlanks(line, offset, line.length)
  const to = skipBlanksBack(line, line.length, from)
  const open = line[from] === '|'
  const row: ScannedRow = { line, cells: [], places: [], from, to, plain: !unusual.test(line), open, close: true }
  let start = open ? from + 1 : from
  for (let pipe = line.indexOf('|', start); pipe !== -1; pipe = line.indexOf('|', pipe + 1)) {
    if (isEscaped(line, pipe, start)) continue
    takeCell(row, line, start, pipe)
    start = pipe + 1
  }
  if (start < to) {
    takeCell(row, line, start, to)
    row.close = false
  }
  return row
}

const unusual = /[^ -~]/

function takeCell(row: ScannedRow, line: string, start: number, end: number): void {
  const from = skipBlanks(line, start, end)
  const to = skipBlanksBack(line, end, from)
  row.cells.push(line.slice(from, to))
  row.places.push(from, to, end)
}

/** The texts of a row's cells. */
export function splitRow(line: string, offset = 0): string[] {
  return readRow(line, offset).cells
}

/** The same, each cell with its offset in the line. */
export function scanRow(line: string, offset = 0): { text: string; at: number }[] {
  const { cells, places } = readRow(line, offset)
  return cells.map((text, index) => ({ text, at: places[index * 3] as number }))
}

/**
 * Where in a line its row begins, when the lines beside it begin with `lead`: behind as many quote marks as that has, with
 * any blanks.
 */
export function rowStart(line: string, lead: string): number {
  let at = 0
  for (let mark = lead.indexOf('>'); mark !== -1; mark = lead.indexOf('>', mark + 1)) {
    const next = skipBlanks(line, at, line.length)
    if (line[next] !== '>') break
    at = next + 1
  }
  return skipBlanks(line, at, line.length)
}

/** Where the cells stand in a line, line end included or not, when the lines beside it begin with `lead`. */
export function scanLine(line: string, lead: string): { text: string; at: number }[] {
  return scanRow(withoutEnd(line), rowStart(line, lead))
}

/** The texts of the cells in such a line. */
export function splitLine(line: string, lead: string): string[] {
  return splitRow(withoutEnd(line), rowStart(line, lead))
}

/** A row's cells without the empty ones at its end. */
export function upToLast(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

/** Whether a character is escaped: by an odd number of backslashes before it. */
export function isEscaped(line: string, at: number, from = 0): boolean {
  let before = at
  while (before > from && line.charCodeAt(before - 1) === 92) before--
  return (at - before) % 2 === 1
}

function skipBlanks(line: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(line.charCodeAt(at))) at++
  return at
}

function skipBlanksBack(line: string, from: number, to: number): number {
  let at = from
  while (at > to && isBlank(line.charCodeAt(at - 1))) at--
  return at
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}
