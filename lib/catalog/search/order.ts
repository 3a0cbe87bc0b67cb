import { nameKey } from '../fold'
import type { SortName } from './address'
import { relevanceOf } from './relevance'
import type { AskedWord } from './tokens'

/** An entry that a search may mean, with all that puts it in an order. */
export interface Candidate {
  id: string
  name: string
  nameKey: string
  /** 0: nobody can tell. */
  year: number
  added: number
  /** Its section's place in the list, and its own in the section. */
  ordinal: number
  rank: string
}

/** Candidates, each once, in an order: best answers first, unless another is asked for. */
export function inOrder(candidates: readonly Candidate[], by: SortName | null, q: string, words: readonly AskedWord[]): Candidate[] {
  const each = [...new Map(candidates.map((one) => [one.id, one])).values()]
  if (by !== null || (words.length === 0 && q === '')) return each.sort(orders[by ?? 'list'])
  const asked = nameKey(q)
  const rated = each.map((one) => ({ one, relevance: relevanceOf(asked, words, one) }))
  return rated.sort((a, b) => a.relevance - b.relevance || byLength(a, b) || byName(a.one, b.one)).map(({ one }) => one)
}

type Rated = { one: Candidate; relevance: number }

/** Of names that begin with what is asked, the shorter one is nearer to it. */
function byLength(a: Rated, b: Rated): number {
  return a.relevance === 1 ? a.one.nameKey.length - b.one.nameKey.length : 0
}

const orders: Record<SortName, (a: Candidate, b: Candidate) => number> = {
  list: (a, b) => a.ordinal - b.ordinal || compare(a.rank, b.rank) || byName(a, b),
  name: byName,
  year: (a, b) => b.year - a.year || byName(a, b),
  added: (a, b) => b.added - a.added || byName(a, b),
}

function byName(a: Candidate, b: Candidate): number {
  return compare(a.nameKey, b.nameKey) || compare(a.id, b.id)
}

/** The order of two texts by their code units: the same on every machine, unlike that of a language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
