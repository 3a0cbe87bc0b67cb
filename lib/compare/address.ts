import { readName } from '@/lib/catalog/named'
import { mostCompared } from './most'

/** What a comparison's address asks for. */
export interface Comparison {
  /** Entries by name, "model/uni", each once. */
  names: string[]
  /** How many more were named than can be compared. */
  left: number
  /** Words by which another entry is looked for; "" where none is. */
  add: string
}

const mostRead = 100

/** Reads `?entry=model/uni&entry=model/conch&add=words`. What names no entry is left out: addresses are typed by anybody. */
export function readComparison(query: Record<string, string | string[] | undefined>): Comparison {
  const given = [query.entry ?? []].flat().slice(0, mostRead)
  const named = [...new Set(given.filter((text) => readName(text) !== null))]
  const [add = ''] = [query.add ?? []].flat()
  return { names: named.slice(0, mostCompared), left: Math.max(0, named.length - mostCompared), add: add.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim().slice(0, 200).replace(/[\uD800-\uDBFF]$/, '') }
}

/** The query that names entries, as a selection's files have it too. */
export function namesQuery(names: readonly string[]): string {
  return names.map((name) => `entry=${name}`).join('&')
}

/** The address of entries side by side. */
export function comparePath(names: readonly string[], page = '/compare'): string {
  return names.length === 0 ? page : `${page}?${namesQuery(names)}`
}
