import type { SearchQuery, SortName } from '@/lib/catalog/search/address'
import { searchPath } from './search-path'

const orders: { sort: SortName; words: string }[] = [
  { sort: 'list', words: 'As listed' },
  { sort: 'name', words: 'Name' },
  { sort: 'year', words: 'Year' },
  { sort: 'added', words: 'Newest here' },
]

/** The orders that answers can have; the one that goes without saying has no part in the address. */
export function SortLinks({ query }: { query: SearchQuery }) {
  const usual = query.q === '' ? 'list' : null
  const all = query.q === '' ? orders : [{ sort: null, words: 'Best match' }, ...orders]
  return (
    <nav aria-label="Order" className="print:hidden">
      <ul className="flex flex-wrap gap-x-1 text-sm">
        {all.map(({ sort, words }) => (
          <li key={words}>
            <a
              href={searchPath({ ...query, sort: sort === usual ? null : sort, page: 1 })}
              rel="nofollow"
              aria-current={(query.sort ?? usual) === sort ? 'true' : undefined}
              className="block rounded-md px-2 py-1 text-muted hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink"
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
