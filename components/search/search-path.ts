import { writeSearch, type SearchQuery } from '@/lib/catalog/search/address'
import type { FacetName } from '@/lib/catalog/search/facets'

/** The address of what a search finds. */
export function searchPath(query: Partial<SearchQuery>): string {
  const asked = writeSearch(query)
  return asked ? `/search?${asked}` : '/search'
}

/** A search with one value of a facet more, or less where it is chosen; its first page. */
export function withValue(query: SearchQuery, facet: FacetName, key: string): SearchQuery {
  const chosen = query[facet] as string[]
  const values = chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]
  return { ...query, [facet]: values, page: 1 }
}

/** A search without what it is narrowed by but its words. */
export function withoutFacets({ q, sort }: SearchQuery): Partial<SearchQuery> {
  return { q, sort }
}
