import { readSearch, type SearchQuery } from '@/lib/catalog/search/address'

/** The parameters of an address, as Next hands them over. */
export type Query = Record<string, string | string[] | undefined>

/** The same parameters, of the address of a file or a feed. */
export function queryOf(parameters: URLSearchParams): Query {
  return Object.fromEntries([...new Set(parameters.keys())].map((key) => {
    const [first, ...others] = parameters.getAll(key)
    return [key, others.length === 0 ? first : [first as string, ...others]]
  }))
}

/** What a page's address searches for. */
export function searchOf(query: Query): SearchQuery {
  return readSearch(query)
}

/** Whether an address part may name an entry or a section; the others need no question to the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100
}

/** A cursor of a section's page: a rank; undefined where it can't be one. */
export function cursorOf(query: Query): string | undefined {
  const { after } = query
  return typeof after === 'string' && /^[!-~]{1,200}$/.test(after) ? after : undefined
}

/** A catalog revision as an address writes it; undefined where it is none. */
export function revisionOf(text: string | string[] | undefined): number | undefined {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}

/** The entry that an address is about, as its own page's path without the first stroke: "models/uni"; undefined where it can be none. */
export function subjectOf(text: string | undefined): { kind: 'model' | 'dataset'; slug: string } | undefined {
  const [, kind, slug = ''] = /^(model|dataset)s\/([^/]+)$/.exec(text ?? '') ?? []
  return (kind === 'model' || kind === 'dataset') && isSlug(slug) ? { kind, slug } : undefined
}
