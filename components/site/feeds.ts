import { narrows, type SearchQuery } from '@/lib/catalog/search/address'
import { facetNames } from '@/lib/catalog/search/facets'
import type { FeedName } from '@/lib/feeds/feed'

/** The address of a page's feed, `query` being what narrows the page. */
export function feedPath(page: string, of: FeedName, query = ''): string {
  const asked = [query, of === 'added' ? 'of=added' : ''].filter(Boolean).join('&')
  return `${page}.atom${asked && `?${asked}`}`
}

/** What a search asks for, in a line; null where it asks for nothing. */
export function searchWords(query: SearchQuery): string | null {
  if (!narrows(query)) return null
  return [...(query.q ? [`“${query.q}”`] : []), ...facetNames.flatMap((facet) => query[facet].map((value) => `${facet} ${value}`))].join(', ')
}

/** What a search's file is called: what was searched for, where that is said in a line. */
export function searchTitle(query: SearchQuery): string {
  const words = searchWords(query)
  return words === null || words.length > 300 ? 'A search' : `A search: ${words}`
}

/** What a page can be followed and taken along as, by type: its feed, and its forms as files. */
export function otherForms(page: string, query = ''): Record<string, string> {
  const ask = query && `?${query}`
  return { ...fileForms(page, ask), 'application/atom+xml': feedPath(page, 'changes', query) }
}

/** What an entry's page can be taken along as, by type. */
export function fileForms(page: string, ask = ''): Record<string, string> {
  return { 'text/markdown': `${page}.md${ask}`, 'application/json': `${page}.json${ask}`, 'application/x-bibtex': `${page}.bib${ask}` }
}
