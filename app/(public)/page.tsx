import type { Metadata } from 'next'
import { cache } from 'react'
import { FilterChips } from '@/components/entry/filter-chips'
import { FilterForm } from '@/components/entry/filter-form'
import { Star } from '@/components/entry/marks'
import { SectionBlock } from '@/components/entry/section-block'
import { SectionIndex } from '@/components/entry/section-index'
import { TakeAlong } from '@/components/entry/take-along'
import { withQuery } from '@/components/entry/paths'
import { counted, inWords, numberWord } from '@/components/entry/words'
import { site } from '@/components/site/site'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { entryKinds } from '@/lib/catalog/entry'
import { catalogHome, type CatalogHome, type Filter } from '@/lib/catalog/queries'
import { database } from '@/lib/db'
import { pageMetadata } from './page-metadata'
import { filterOf, type Query } from './query'

export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Query>
}

// Head and body ask for the same; one request, one answer. The key is a string, as the cache compares by identity.
const load = cache((key: string) => catalogHome(database(), JSON.parse(key) as Filter))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const filter = filterOf(await searchParams)
  const { counts, index } = await load(JSON.stringify(filter))
  const page = pageMetadata({ title: site.name, description: `${contents(counts, index.length)} ${site.description}`, path: '/' })
  return { ...page, title: { absolute: site.name }, ...(Object.keys(filter).length > 0 && { robots: { index: false, follow: true } }) }
}

export default async function HomePage({ searchParams }: Props) {
  const filter = filterOf(await searchParams)
  const home = await load(JSON.stringify(filter))
  return (
    <>
      <PageHeader
        title="Foundation models and datasets in healthcare"
        lead={`${contents(home.counts, home.index.length)}${home.updated && ` Last updated ${home.updated.replaceAll('/', '-')}.`}`}
      />
      <div className="mb-8 space-y-4">
        <FilterForm filter={filter} sections={home.index} subfields={home.subfields} />
        <FilterChips filter={filter} heading={home.index.find(({ slug }) => slug === filter.section)?.heading} />
      </div>
      {home.sections.length === 0 ? <Nothing filter={filter} /> : <Sections home={home} filter={filter} />}
      {home.sections.length > 0 && <div className="mt-12"><TakeAlong path="/catalog" query={{ ...filter }} formats={['csv', 'json', 'bib', 'ris', 'md']} /></div>}
    </>
  )
}

/** "63 models and 50 datasets in ten sections." */
function contents(counts: CatalogHome['counts'], sections: number): string {
  const listed = entryKinds.filter((kind) => counts[kind] > 0).map((kind) => counted(counts[kind], kind))
  return `${inWords(listed) || 'No entries'} in ${numberWord(sections)} section${sections === 1 ? '' : 's'}.`
}

function Sections({ home: { sections }, filter }: { home: CatalogHome; filter: Filter }) {
  const index = sections.map(({ slug, heading, kind, size, matched }) => ({ slug, heading, kind, count: matched ?? size }))
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[12.5rem_minmax(0,1fr)]">
      <div className="space-y-6 xl:sticky xl:top-8 xl:self-start">
        <SectionIndex sections={index} />
        {index.some(({ kind }) => kind === 'model') && <Legend />}
      </div>
      <div className="space-y-12">
        {sections.map((section) => <SectionBlock key={section.slug} section={section} filter={filter} />)}
      </div>
    </div>
  )
}

function Legend() {
  return <p className="text-sm text-muted"><Star /> more than three sources: the authors built the pre-training data out of them.</p>
}

function Nothing({ filter }: { filter: Filter }) {
  const { q, ...others } = filter
  const narrowed = q !== undefined && Object.keys(others).length > 0
  return (
    <EmptyState
      title="Nothing in the catalog matches"
      action={
        <>
          {narrowed && <ButtonLink href={withQuery('/', { q })}>Search everywhere</ButtonLink>}
          <ButtonLink href="/">Show the whole catalog</ButtonLink>
          <ButtonLink href="/propose">Propose an entry</ButtonLink>
        </>
      }
    >
      <p>Every word of a search must occur in an entry. Try fewer words, or take a filter away. Is something missing? Propose it.</p>
    </EmptyState>
  )
}
