import type { Metadata } from 'next'
import { Picking } from '@/components/compare/picking'
import { TableView } from '@/components/entry/table-view'
import { TakeAlong } from '@/components/entry/take-along'
import { countedTo } from '@/components/entry/words'
import { FacetList } from '@/components/search/facet-list'
import { PageLinks } from '@/components/search/page-links'
import { resultColumns, Results } from '@/components/search/results'
import { SearchChips } from '@/components/search/search-chips'
import { SearchForm } from '@/components/search/search-form'
import { searchPath } from '@/components/search/search-path'
import { SortLinks } from '@/components/search/sort-links'
import { otherForms } from '@/components/site/feeds'
import { Follow } from '@/components/site/follow'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { mostFound, narrows, writeSearch, type SearchQuery } from '@/lib/catalog/search/address'
import { searchCatalog, type Found } from '@/lib/catalog/search/search'
import { database } from '@/lib/db'
import { pageMetadata } from '../page-metadata'
import { searchOf, type Query } from '../query'

export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Query>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = searchOf(await searchParams)
  const title = query.q ? `Search: ${query.q}` : 'Search'
  const page = pageMetadata({ title, description: 'Find healthcare foundation models and datasets by name, title, subfield, base model, data, venue and year.', path: searchPath(query), forms: otherForms('/search', writeSearch({ ...query, sort: null, page: 1 })) })
  // There is no end of views: only the whole catalog's are for those who index the web.
  return { ...page, ...(narrows(query) && { robots: { index: false, follow: true } }) }
}

export default async function SearchPage({ searchParams }: Props) {
  const query = searchOf(await searchParams)
  const found = await searchCatalog(database(), query)
  return (
    <>
      <h1 tabIndex={-1} className="mb-4 text-2xl font-semibold sm:text-3xl">Search the catalog</h1>
      <SearchForm query={query} />
      <div className="mt-6 grid gap-x-10 gap-y-4 print:block lg:grid-cols-[13rem_minmax(0,1fr)]">
        <FacetList query={query} groups={found.facets} />
        <section aria-label="Answers" className="min-w-0">
          <Answers query={query} found={found} />
        </section>
      </div>
    </>
  )
}

function Answers({ query, found }: { query: SearchQuery; found: Found }) {
  const { entries, count, pages, words, facets } = found
  const meant = words.filter(({ goesOn, near }) => goesOn.length === 0 && near.length > 0)
  return (
    <>
      <div className="mb-3 space-y-3">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          {query.q && <p className="hidden w-full print:block">{`Searched for “${query.q}”`}</p>}
          <p role="status" className="font-medium">{count === 0 ? 'Nothing found' : `${countedTo(count, mostFound)} ${count === 1 ? 'entry' : 'entries'}`}</p>
          {count > 0 && <div className="-mx-2 flex flex-wrap items-center"><SortLinks query={query} /><TableView columns={resultColumns} /></div>}
        </div>
        {count > 0 && meant.length > 0 && <p className="text-sm text-muted">{meant.map(({ text, near }) => `No entry says “${text}”: these say ${near.slice(0, 3).map((word) => `“${word}”`).join(' or ')}.`).join(' ')}</p>}
        <SearchChips query={query} groups={facets} />
      </div>
      {entries.length > 0 ? <Picking><Results entries={entries} words={words} /></Picking> : <Nothing query={query} count={count} />}
      <PageLinks query={query} pages={pages} />
      {count > 0 && <div className="mt-6"><TakeAlong path="/search" query={writeSearch({ ...query, page: 1 })} formats={['csv', 'json', 'bib', 'ris', 'md']} /></div>}
      <div className="mt-2"><Follow page="/search" query={writeSearch({ ...query, sort: null, page: 1 })} /></div>
      {count > mostFound && <p className="mt-3 text-sm text-muted">There are more than a thousand. The first thousand found are shown and counted: narrow them down to see the others.</p>}
    </>
  )
}

function Nothing({ query, count }: { query: SearchQuery; count: number }) {
  const { q, page, ...others } = query
  if (count > 0) return <EmptyState title="There is no such page" action={<ButtonLink href={searchPath({ ...query, page: 1 })}>The first page</ButtonLink>} />
  const narrowed = q !== '' && narrows({ ...others, q: '', page })
  return (
    <EmptyState
      title="Nothing in the catalog matches"
      action={
        <>
          {narrowed && <ButtonLink href={searchPath({ q })}>Search everywhere</ButtonLink>}
          <ButtonLink href="/search">Show the whole catalog</ButtonLink>
          <ButtonLink href="/propose">Propose an entry</ButtonLink>
        </>
      }
    >
      <p>Every word of a search must occur in an entry. Try fewer words, or take a filter away. Is something missing? Propose it.</p>
    </EmptyState>
  )
}
