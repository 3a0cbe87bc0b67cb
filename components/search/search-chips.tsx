import type { SearchQuery } from '@/lib/catalog/search/address'
import type { FacetGroup } from '@/lib/catalog/search/facet-counts'
import { facetWords, valueWords } from './facet-words'
import { searchPath, withoutFacets, withValue } from './search-path'

/** What answers are narrowed by; each chip takes its value away. */
export function SearchChips({ query, groups }: { query: SearchQuery; groups: readonly FacetGroup[] }) {
  const chips = groups.flatMap(({ facet, options }) => options.filter(({ chosen }) => chosen).map(({ key, label }) => ({ facet, key, words: valueWords(facet, key, label) })))
  if (chips.length === 0) return null
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-2 text-sm">
      {chips.map(({ facet, key, words }) => (
        <li key={`${facet}:${key}`} className="max-w-full">
          <a href={searchPath(withValue(query, facet, key))} className="flex items-center gap-2 rounded-full bg-accent-soft px-3 py-1 text-accent print:px-0 hover:text-accent-strong">
            <span className="sr-only">Remove the filter</span>
            <span className="min-w-0 truncate">{facetWords[facet]}: <span className="font-medium">{words}</span></span>
            <span aria-hidden="true" className="print:hidden">×</span>
          </a>
        </li>
      ))}
      <li className="print:hidden"><a href={searchPath(withoutFacets(query))} className="link px-1">Clear all</a></li>
    </ul>
  )
}
