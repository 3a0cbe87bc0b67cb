/**
 * The cells of a table row by GitHub's rule: a cell ends at a pipe that no backslash escapes, in code or not; the
 * pipes at the row's edges are optional; spaces and tabs around a cell are not its own.
 *
 *   | a | b \| c |   →   "a", "b \| c"
 */
export function splitRow(line: string): string[] {
  return scanRow(line).map(({ text }) => text)
}

/** The same, each cell with its offset in the line. */
export function scanRow(line: string): { text: string; at: number }[] {
  const { start: begin, end } = bounds(line, 0, line.length)
  const cells: { text: string; at: number }[] = []
  let start = line[begin] === '|' ? begin + 1 : begin
  const take = (stop: number) => {
    const inner = bounds(line, start, stop)
    cells.push({ text: line.slice(inner.start, inner.end), at: inner.start })
  }
  for (let at = start; at < end; at++) {
    if (line[at] === '\\') at++
    else if (line[at] === '|') {
      take(at)
      start = at + 1
    }
  }
  if (start < end) take(end)
  return cells
}

/** What is left of a stretch of the line without the blanks at its edges. */
function bounds(line: string, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = to
  while (start < end && isBlank(line[start])) start++
  while (end > start && isBlank(line[end - 1])) end--
  return { start, end }
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t'
}
