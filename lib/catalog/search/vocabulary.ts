import type { Db } from '@/lib/db'
import { nearest, nearKeys } from './near'
import type { AskedWord } from './tokens'

const mostEndings = 64
const mostAlike = 500
const mostNear = 12

/** How the words of a search go on in the catalog. A word that no entry holds has the words that it may be meant for instead. */
export async function readWords(db: Db, words: readonly string[]): Promise<AskedWord[]> {
  if (words.length === 0) return []
  const found = await db.$queryRaw<{ asked: string; word: string }[]>`
    SELECT asked, word FROM unnest(${[...words]}::text[]) AS asked CROSS JOIN LATERAL (
      SELECT word FROM search_word WHERE word >= asked COLLATE "C" AND word < (asked || chr(1114111)) COLLATE "C" ORDER BY word LIMIT ${mostEndings}
    ) AS begun`
  const read = words.map((text) => ({ text, goesOn: found.filter(({ asked }) => asked === text).map(({ word }) => word), near: [] }))
  return Promise.all(read.map(async (word) => (word.goesOn.length === 0 ? withNear(db, word) : word)))
}

/** The same words, each with those that it may be meant for. */
export function readSlips(db: Db, words: readonly AskedWord[]): Promise<AskedWord[]> {
  return Promise.all(words.map(async (word) => (word.near.length === 0 ? withNear(db, word) : word)))
}

async function withNear(db: Db, word: AskedWord): Promise<AskedWord> {
  const keys = nearKeys(word.text)
  if (keys.length === 0) return word
  // Apart, or the database would walk through the words in their order until it met enough.
  const found = await db.$queryRaw<{ word: string }[]>`
    WITH alike AS MATERIALIZED (SELECT word FROM search_word WHERE near && ${keys}::text[]) SELECT word FROM alike ORDER BY word LIMIT ${mostAlike}`
  const own = new Set([word.text, ...word.goesOn])
  const others = found.map(({ word: other }) => other).filter((other) => !own.has(other) && !other.startsWith(word.text))
  return { ...word, near: nearest(word.text, others, mostNear) }
}
