import { z } from 'zod'
import { entryKinds, type EntryKind } from '../entry'
import { nameKey } from '../fold'
import { facetNames } from './facets'

/** The orders that a reader can have. Without one: the best answers first where words are asked for, else as the list has them. */
export const sortNames = ['list', 'name', 'year', 'added'] as const

export type SortName = (typeof sortNames)[number]

/** What a reader looks for: words, values of facets (several of one facet: any of them), an order, a page from 1. */
export interface SearchQuery {
  q: string
  kind: EntryKind[]
  /** Slugs. */
  section: string[]
  /** Keys, as lib/catalog/search/facets makes them. */
  subfield: string[]
  base: string[]
  data: string[]
  code: 'yes'[]
  venue: string[]
  year: string[]
  starred: 'yes'[]
  sort: SortName | null
  page: number
}

/** A page of answers has so many entries, and no reader is led further than through so many pages: a search narrows. */
export const pageSize = 25
export const mostFound = 1000
const lastPage = mostFound / pageSize

/** As many values of one facet, no more. */
export const mostValues = 20

// Addresses are typed by anybody: what makes no sense in one is left out, never an error. Control characters would be one to the database.
const clean = (text: string) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/\s+/g, ' ').trim()
const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string())
const words = one.transform((text) => clean(text).slice(0, 200).replace(/[\uD800-\uDBFF]$/, '')).catch('')

function several<T extends string>(value: z.ZodType<T>) {
  return z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(z.unknown()).transform((given) => {
      const read = given.slice(0, 100).flatMap((text) => value.safeParse(text).data ?? [])
      return [...new Set(read)].sort().slice(0, mostValues)
    }),
  )
}

// Whoever writes a name as the list does means its key: the home page's addresses once had names.
const key = z.string().max(2000).transform((text) => nameKey(clean(text))).pipe(z.string().min(1))
const yes = z.literal('yes')

/** What an address's parameters ask for: `?q=…&kind=model&subfield=radiology&subfield=pathology&sort=name&page=2`. The one schema of pages and API. */
export const searchSchema = z.object({
  q: words,
  kind: several(z.enum(entryKinds)),
  section: several(z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  subfield: several(key),
  base: several(key),
  data: several(key),
  code: several(yes),
  venue: several(key),
  year: several(z.string().regex(/^(19|20)\d\d$/)),
  starred: several(yes),
  sort: one.pipe(z.enum(sortNames)).nullable().catch(null),
  page: one
    .pipe(z.string().regex(/^[1-9]\d?$/))
    .transform(Number)
    .pipe(z.number().max(lastPage))
    .catch(1),
})

/** Reads what an address asks for; never fails. */
export function readSearch(parameters: Record<string, unknown>): SearchQuery {
  return searchSchema.parse(parameters)
}

/** The parameters of a search's one address, without the question mark: in one order, each value once; "" where nothing is asked. */
export function writeSearch(query: Partial<SearchQuery>): string {
  const pairs: [string, string][] = query.q ? [['q', query.q]] : []
  for (const facet of facetNames) for (const value of [...(query[facet] ?? [])].sort()) pairs.push([facet, value])
  if (query.sort) pairs.push(['sort', query.sort])
  if (query.page !== undefined && query.page > 1) pairs.push(['page', String(query.page)])
  return new URLSearchParams(pairs).toString()
}

/** Whether a search narrows the catalog at all. */
export function narrows(query: SearchQuery): boolean {
  return query.q !== '' || facetNames.some((facet) => query[facet].length > 0)
}
