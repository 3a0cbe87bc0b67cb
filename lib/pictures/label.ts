// Widths of a sans serif's characters as shares of its size, on the safe side: a server has no font to measure with.
const narrow = /[ijlI.,:;'|!()[\]-]/
const wide = /[A-HJ-Z0-9@%&+=]|[mw]/
/** From here on scripts whose characters are as wide as they are high. */
const square = 0x2e80

/** How wide a text is drawn at most, in the same unit as its size. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + size * shareOf(character), 0)
}

function shareOf(character: string): number {
  if ((character.codePointAt(0) as number) >= square) return 1.05
  if (narrow.test(character)) return 0.36
  if (/[mwMW@%]/.test(character)) return 0.92
  return wide.test(character) ? 0.68 : 0.56
}

/** A text as much as fits into a width, with an ellipsis where some of it is left out. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  const characters = [...text]
  let kept = characters.length - 1
  while (kept > 1 && textWidth(`${characters.slice(0, kept).join('')}…`, size) > width) kept--
  return `${characters.slice(0, kept).join('').trimEnd()}…`
}
