/** One line of a text: what it says and the line end behind it ("" only at the end of the text). */
export interface Line {
  text: string
  eol: string
}

/** Splits a text into lines at CRLF, CR and LF, as markdown does. Joined again they are the text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  const ends = /\r\n|\r|\n/g
  let start = 0
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    lines.push({ text: text.slice(start, end.index), eol: end[0] })
    start = ends.lastIndex
  }
  if (start < text.length) lines.push({ text: text.slice(start), eol: '' })
  return lines
}

/** A line without the line end behind it. */
export function withoutEnd(line: string): string {
  return line.replace(/[\r\n]+$/, '')
}

/** Joins lines as they stood. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map(({ text, eol }) => text + eol).join('')
}
