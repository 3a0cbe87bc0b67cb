import { gapEndOf, mannerOf, type Frame } from '../frame'
import { scanLine, splitLine } from '../row'
import { widthOf } from '../width'

/** A hand's own line with some of its cells written anew in their places, as that hand would have; null where a cell is not in it. */
export function spliceLine(frame: Frame, line: string, before: readonly string[], after: readonly string[]): string | null {
  const found = scanLine(line, frame.lead.rest)
  if (found.length < after.length) return null
  let spliced = line
  for (let index = after.length - 1; index >= 0; index--) {
    const [was, cell] = [before[index] as string, after[index] as string]
    if (cell !== was) spliced = spliceCell(frame, spliced, { index, at: (found[index] as { at: number }).at, was, cell })
  }
  // A backslash at a cell's very end takes the pipe behind it.
  const cells = splitLine(spliced, frame.lead.rest)
  return after.every((cell, index) => cell === cells[index]) ? spliced : null
}

interface Splice {
  index: number
  at: number
  was: string
  cell: string
}

function spliceCell(frame: Frame, line: string, { index, at, was, cell }: Splice): string {
  const { columns, layout, widths } = frame
  const manner = mannerOf(layout, columns[index])
  const end = at + was.length
  const [left, right] = [blanksBefore(line, at), blanksBehind(line, end)]
  const isBetween = line[at - left - 1] === '|' && line[end + right] === '|'
  const write = (from: number, text: string) => line.slice(0, from) + text + line.slice(end + right)
  if (isBetween && was === '') {
    const [gap, gapEnd] = [manner.gap, gapEndOf(manner)]
    const room = left + right - gap.length - widthOf(cell, layout.measure)
    return write(at - left, gap + cell + (room > gapEnd.length ? ' '.repeat(room) : gapEnd))
  }
  if (isBetween && cell === '' && manner.empty !== null && !widths[index] && right <= 1) return write(at - left, manner.empty)
  // Blanks behind a cell take up what it grows, but for one.
  const kept = right > 1 ? Math.max(1, right + widthOf(was, layout.measure) - widthOf(cell, layout.measure)) : right
  return write(at, cell + ' '.repeat(kept))
}

function blanksBefore(line: string, at: number): number {
  let count = 0
  while (line[at - count - 1] === ' ') count++
  return count
}

function blanksBehind(line: string, at: number): number {
  let count = 0
  while (line[at + count] === ' ') count++
  return count
}
