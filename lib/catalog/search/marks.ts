import { fold } from '../fold'
import type { AskedWord } from './tokens'
import { wordsOfName, type Word } from './words'

/** A piece of a text, and whether the search found it. */
export interface Piece {
  text: string
  hit: boolean
}

/** A text in pieces: what a search found of it is marked, as it is written there, accents and all. */
export function piecesOf(text: string, words: readonly AskedWord[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of spans(text, words)) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

type Span = [from: number, to: number]

/** What is found, in order, without overlaps. */
function spans(text: string, words: readonly AskedWord[]): Span[] {
  const found = wordsOfName(text).flatMap((word) => words.flatMap((asked) => spanOf(text, word, asked)))
  const merged: Span[] = []
  for (const [from, to] of found.sort(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

function spanOf(text: string, word: Word, { text: asked, near }: AskedWord): Span[] {
  if (word.text.startsWith(asked)) return [[word.from, word.text === asked ? word.to : lengthTo(text, word, asked.length)]]
  return near.includes(word.text) ? [[word.from, word.to]] : []
}

/** Where in a text the first folded characters of a word end; a character that folds into several is not cut. */
function lengthTo(text: string, { from, to }: Word, folded: number): number {
  let at = from
  let told = 0
  while (at < to) {
    const char = String.fromCodePoint(text.codePointAt(at) as number)
    if (told >= folded && !/\p{M}/u.test(char)) break
    told += fold(char).replace(/[^\p{L}\p{N}]/gu, '').length
    at += char.length
  }
  return at
}
