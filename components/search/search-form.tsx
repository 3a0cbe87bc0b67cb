import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { SearchQuery } from '@/lib/catalog/search/address'
import { facetNames } from '@/lib/catalog/search/facets'

/** The page's search: a plain form, which keeps what else is asked for. */
export function SearchForm({ query }: { query: SearchQuery }) {
  return (
    <form role="search" aria-label="Search the catalog" action="/search" className="flex gap-3">
      <label htmlFor="search-q" className="sr-only">Words to search for</label>
      <Input
        id="search-q"
        type="search"
        name="q"
        defaultValue={query.q}
        maxLength={200}
        placeholder="A name, a title, a base model, data, an arXiv id"
        className="min-w-0 grow"
      />
      {facetNames.flatMap((facet) => query[facet].map((key) => <input key={`${facet}:${key}`} type="hidden" name={facet} value={key} />))}
      {query.sort && <input type="hidden" name="sort" value={query.sort} />}
      <Button variant="primary">Search</Button>
    </form>
  )
}
