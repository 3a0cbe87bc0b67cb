import type { SearchQuery } from '@/lib/catalog/search/address'
import { searchPath } from './search-path'

/** The ways to the page before and the next one. */
export function PageLinks({ query, pages }: { query: SearchQuery; pages: number }) {
  const { page } = query
  if (pages === 1 && page === 1) return null
  return (
    <nav aria-label="Pages" className="mt-6 flex items-baseline gap-6 text-sm">
      {page > 1 && <a href={searchPath({ ...query, page: Math.min(page - 1, pages) })} rel="prev" className="link">Previous</a>}
      <span className="text-muted">Page {page} of {pages}</span>
      {page < pages && <a href={searchPath({ ...query, page: page + 1 })} rel="next" className="link">Next</a>}
    </nav>
  )
}
