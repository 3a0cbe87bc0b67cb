import type { AskedWord } from './tokens'
import { wordsOfName } from './words'

/** How well an entry's name answers a search; less is better. */
export const relevances = ['exact', 'begins', 'words', 'beginnings', 'partly', 'elsewhere'] as const

/**
 * The place of an entry among what was found: its name is the search, begins with it, holds all its words, holds what begins with
 * them, holds one of them, or holds none of them. `asked`: the search's own key.
 */
export function relevanceOf(asked: string, words: readonly AskedWord[], { name, nameKey: key }: { name: string; nameKey: string }): number {
  if (asked !== '' && key === asked) return 0
  if (asked !== '' && key.startsWith(asked)) return 1
  // Most of a thousand names hold none of the words, which is cheap to see: a key is a name's words, one behind the other.
  if (!words.some(({ text, near }) => key.includes(text) || near.some((word) => key.includes(word)))) return 5
  const own = wordsOfName(name).map(({ text }) => text)
  if (words.every(({ text, near }) => own.some((word) => word === text || near.includes(word)))) return 2
  const begun = words.filter((word) => own.some((text) => isBegun(word, text))).length
  return begun === words.length ? 3 : begun > 0 ? 4 : 5
}

function isBegun({ text, near }: AskedWord, word: string): boolean {
  return word.startsWith(text) || near.includes(word)
}
