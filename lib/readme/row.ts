/**
 * The cells of a table row by GitHub's rule: a cell ends at a pipe that no backslash escapes, in code or not; the
 * pipes at the row's edges are optional; spaces and tabs around a cell are not its own.
 *
 *   | a | b \| c |   →   "a", "b \| c"
 */
export function splitRow(line: string): string[] {
  const inner = trim(line)
  const cells: string[] = []
  let start = inner.startsWith('|') ? 1 : 0
  for (let at = start; at < inner.length; at++) {
    if (inner[at] === '\\') at++
    else if (inner[at] === '|') {
      cells.push(trim(inner.slice(start, at)))
      start = at + 1
    }
  }
  if (start < inner.length) cells.push(trim(inner.slice(start)))
  return cells
}

function trim(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text[start])) start++
  while (end > start && isBlank(text[end - 1])) end--
  return text.slice(start, end)
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t'
}
