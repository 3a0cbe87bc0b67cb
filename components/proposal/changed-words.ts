import { diffArrays } from 'diff'

/** A piece of a text, and whether it is what differs from another. */
export interface Piece {
  text: string
  changed: boolean
}

// The time grows with the square of the changes: of texts that share so little, all of each differs.
const mostEdits = 400

/** Both texts in pieces, so that what differs is set off in whole words: the eye looks for words, not for letters. */
export function changedWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const blocks = diffArrays(words(before), words(after), { maxEditLength: mostEdits })
  if (!blocks) return { before: whole(before, true), after: whole(after, true) }
  const side = (other: 'added' | 'removed', own: 'added' | 'removed') =>
    joined(blocks.filter((block) => !block[other]).map((block) => ({ text: block.value.join(''), changed: block[own] })))
  return { before: side('added', 'removed'), after: side('removed', 'added') }
}

/** A text in one piece; none of an empty one. */
export function whole(text: string, changed: boolean): Piece[] {
  return text === '' ? [] : [{ text, changed }]
}

/** Neighbours of one sort together, and with them a lone blank between two that differ: it parts nothing. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const [index, { text, changed }] of pieces.entries()) {
    const isGap = !changed && text.trim() === '' && pieces[index - 1]?.changed === true && pieces[index + 1]?.changed === true
    const last = result.at(-1)
    if (last && last.changed === (changed || isGap)) last.text += text
    else result.push({ text, changed: changed || isGap })
  }
  return result
}

/** A text's words, and what stands between them. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}
