import { entryPath } from '@/components/entry/paths'
import { writeSearch, type SearchQuery } from '@/lib/catalog/search/address'
import type { EntryRef } from '@/lib/catalog/view'

/** The address of the list of what a bar, a square or a name of a picture counts. */
export function listPath(query: Partial<SearchQuery>): string {
  return `/search?${writeSearch(query)}`
}

/** The address of the lineage map around an entry. */
export function lineagePath(entry: Pick<EntryRef, 'kind' | 'slug'>): string {
  return `/stats/lineage?of=${entryPath(entry).slice(1)}`
}
