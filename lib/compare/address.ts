import { entryKinds, type EntryKind } from '@/lib/catalog/entry'

/** So many entries stand side by side: more are a list. */
export const mostCompared = 4

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
  const named = [...new Set(given.filter(isName))]
  const [add = ''] = [query.add ?? []].flat()
  return { names: named.slice(0, mostCompared), left: Math.max(0, named.length - mostCompared), add: add.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim().slice(0, 200) }
}

function isName(text: string): boolean {
  const [kind, slug = '', ...rest] = text.split('/')
  return rest.length === 0 && entryKinds.includes(kind as EntryKind) && /^[a-z0-9-]{1,100}$/.test(slug)
}

/** How an entry is named in addresses: "model/uni". */
export function comparedName({ kind, slug }: { kind: EntryKind; slug: string }): string {
  return `${kind}/${slug}`
}

/** The query that names entries, as a selection's files have it too. */
export function namesQuery(names: readonly string[]): string {
  return names.map((name) => `entry=${name}`).join('&')
}

/** The address of entries side by side. */
export function comparePath(names: readonly string[]): string {
  return names.length === 0 ? '/compare' : `/compare?${namesQuery(names)}`
}
