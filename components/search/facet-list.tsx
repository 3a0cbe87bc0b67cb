import { countedTo } from '@/components/entry/words'
import type { SearchQuery } from '@/lib/catalog/search/address'
import type { FacetGroup, FacetOption } from '@/lib/catalog/search/facet-counts'
import { facetWords, valueWords } from './facet-words'
import styles from './facet-list.module.css'
import { searchPath, withValue } from './search-path'

interface Props {
  query: SearchQuery
  groups: readonly FacetGroup[]
}

const shownAtOnce = 7

/**
 * What answers can be narrowed by. Each value is a link that takes it in or out, so that every view has its address, also without
 * JavaScript. On a phone the list is folded away.
 */
export function FacetList({ query, groups }: Props) {
  const shown = groups.filter(({ options }) => options.length > 0)
  if (shown.length === 0) return <div />
  const chosen = shown.flatMap(({ options }) => options.filter((option) => option.chosen)).length
  return (
    <details className={`${styles.facets} print:hidden`}>
      <summary className="inline-flex rounded-md border border-edge bg-surface px-3 py-1.5 text-sm font-medium hover:bg-sunken">
        Filters{chosen > 0 && ` (${chosen})`}
      </summary>
      <nav aria-label="Filters" className="mt-4 grid gap-6 text-sm sm:grid-cols-2 lg:mt-0 lg:grid-cols-1">
        {shown.map((group) => <Facet key={group.facet} query={query} group={group} />)}
      </nav>
    </details>
  )
}

function Facet({ query, group }: { query: SearchQuery; group: FacetGroup }) {
  const { facet, options } = group
  // Whatever is chosen stays in sight.
  const first = options.filter(({ chosen }, index) => chosen || index < shownAtOnce)
  const others = options.filter((option) => !first.includes(option))
  const list = (some: readonly FacetOption[]) => <ul>{some.map((option) => <Value key={option.key} query={query} group={group} option={option} />)}</ul>
  return (
    <div role="group" aria-labelledby={`facet-${facet}`}>
      <h2 id={`facet-${facet}`} className="mb-1 font-medium tracking-normal">{facetWords[facet]}</h2>
      {list(first)}
      {others.length > 0 && (
        <details>
          <summary className="py-0.5 text-muted hover:text-accent">{others.length} more<span className="sr-only"> of {facetWords[facet]}</span></summary>
          {list(others)}
        </details>
      )}
    </div>
  )
}

function Value({ query, group: { facet, atLeast }, option: { key, label, count, chosen } }: { query: SearchQuery; group: FacetGroup; option: FacetOption }) {
  return (
    <li>
      <a href={searchPath(withValue(query, facet, key))} rel="nofollow" aria-current={chosen ? 'true' : undefined} className={styles.value}>
        <span className="min-w-0 grow wrap-anywhere">{valueWords(facet, key, label)}</span>
        <span className="text-muted">{countedTo(count, 1000)}{atLeast && count <= 1000 && '+'}</span>
      </a>
    </li>
  )
}
