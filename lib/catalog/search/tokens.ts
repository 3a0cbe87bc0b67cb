import { plainText } from '../markdown'
import { facetToken, type FacetValue } from './facets'
import { wordsOf, wordsOfName } from './words'

/*
 * What the index holds of an entry, one text each, found by equality alone:
 *   nclip  a word of its name        pcl  how a word of its name begins, to four characters
 *   wclip  any of its words          qcl  how any of its words begins
 *   :kind:model  a facet's value
 * before each the entry's tier (below). How longer words go on, `search_word` tells.
 */

const longestBeginning = 4

/** What an entry's words are made of. */
export interface Spoken {
  name: string
  /** What it says by facet. */
  terms: readonly { value: string }[]
  /** Its row, as markdown. */
  cells: readonly string[]
}

/** An entry's words: those of its name, and all of them; each once. */
export interface EntryWords {
  name: string[]
  all: string[]
}

// A cell may hold a book. Nobody looks for its last word.
const mostWords = 600

/** Reads an entry's words. */
export function entryWords({ name, terms, cells }: Spoken): EntryWords {
  const own = texts(wordsOfName(name))
  const said = [...terms.flatMap(({ value }) => wordsOfName(value)), ...wordsOf(cells.map(plainText).join(' | '))]
  return { name: own, all: [...new Set([...own, ...texts(said)])].slice(0, mostWords) }
}

function texts(words: readonly { text: string }[]): string[] {
  return [...new Set(words.map(({ text }) => text))]
}

/** Everything that the index holds of an entry. */
export function entryTokens(id: string, words: EntryWords, facets: readonly FacetValue[]): string[] {
  const tier = tierOf(id)
  const tokens = [
    ...words.name.flatMap((word) => [`n${word}`, ...beginnings(word, 1).map((start) => `p${start}`)]),
    // What begins with one letter is half of everything, but for scripts where one is a word.
    ...words.all.flatMap((word) => [`w${word}`, ...beginnings(word, isLetter(word) ? 2 : 1).map((start) => `q${start}`)]),
    ...facets.map((value) => `:${facetToken(value)}`),
  ]
  return [...new Set(tokens)].map((token) => tier + token)
}

function isLetter(word: string): boolean {
  return word.charCodeAt(0) < 0x80
}

function beginnings(word: string, from: number): string[] {
  const letters = Array.from(word)
  return Array.from({ length: Math.min(letters.length, longestBeginning) - from + 1 }, (_, index) => letters.slice(0, from + index).join(''))
}

/**
 * The tiers of a catalog: one entry of 256 stands in the first, one of sixteen in the second, the others in the third, by their
 * ids. A search asks one tier after another until it has enough, so that a word which a million entries hold costs as little as a rare one.
 */
export const tiers = ['2', '1', '0'] as const

function tierOf(id: string): (typeof tiers)[number] {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  // The last bits of such a hash are its least mixed.
  const byte = (hash >>> 16) & 255
  return byte === 0 ? '2' : byte < 17 ? '1' : '0'
}

/** A word that a search asks for, and what entries may hold instead of it. */
export interface AskedWord {
  text: string
  /** Words of the catalog that begin with it; of a short one nobody needs to know them. */
  goesOn: readonly string[]
  /** Words of the catalog that it may be meant for. */
  near: readonly string[]
}

/** The tokens of which an entry must hold one, for a word to be in its name, or anywhere. */
export function wordTokens({ text, goesOn, near }: AskedWord): { name: string[]; any: string[] } {
  const length = Array.from(text).length
  const instead = { name: near.map((word) => `n${word}`), any: near.map((word) => `w${word}`) }
  if (length > longestBeginning) {
    const words = [...new Set([text, ...goesOn])]
    return { name: [...words.map((word) => `n${word}`), ...instead.name], any: [...words.map((word) => `w${word}`), ...instead.any] }
  }
  const any = length === 1 && isLetter(text) ? [`w${text}`, `p${text}`] : [`q${text}`]
  return { name: [`p${text}`, ...instead.name], any: [...any, ...instead.any] }
}
