import type { Metadata } from 'next'
import { cache } from 'react'
import { described } from '@/app/described'
import { Star } from '@/components/entry/marks'
import { SectionBlock } from '@/components/entry/section-block'
import { SectionIndex } from '@/components/entry/section-index'
import { TakeAlong } from '@/components/entry/take-along'
import { counted, inWords, numberWord } from '@/components/entry/words'
import { SearchForm } from '@/components/search/search-form'
import { searchPath } from '@/components/search/search-path'
import { feedPath, fileForms } from '@/components/site/feeds'
import { Follow } from '@/components/site/follow'
import { JsonLd } from '@/components/site/json-ld'
import { site } from '@/components/site/site'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { entryKinds } from '@/lib/catalog/entry'
import { catalogHome, type CatalogHome } from '@/lib/catalog/queries'
import { readSearch } from '@/lib/catalog/search/address'
import { database } from '@/lib/db'
import { describeCatalog } from '@/lib/metadata/json-ld'
import { pageMetadata } from './page-metadata'

export const dynamic = 'force-dynamic'

// Head and body ask for the same; one request, one answer.
const load = cache(() => catalogHome(database()))

export async function generateMetadata(): Promise<Metadata> {
  const { counts, index } = await load()
  const page = pageMetadata({ title: site.name, description: `${contents(counts, index.length)} ${site.description}`, path: '/', forms: { ...fileForms('/catalog'), 'application/atom+xml': feedPath('/feed', 'changes') } })
  return { ...page, title: { absolute: site.name } }
}

export default async function HomePage() {
  const home = await load()
  return (
    <>
      <JsonLd data={describeCatalog(described(), { changed: home.updated.replaceAll('/', '-') || null, sections: home.index })} />
      <PageHeader
        title="Foundation models and datasets in healthcare"
        lead={`${contents(home.counts, home.index.length)}${home.updated && ` Last updated ${home.updated.replaceAll('/', '-')}.`}`}
      />
      <div className="mb-8 space-y-2">
        <SearchForm query={readSearch({})} />
        <p className="text-sm text-muted">Or <a href={searchPath({})} className="link">browse with filters</a>: by subfield, base model, data, venue, year. <a href="/new" className="link">What’s new?</a></p>
      </div>
      {home.sections.length === 0 ? <Nothing /> : <Sections home={home} />}
      {home.sections.length > 0 && (
        <div className="mt-12 space-y-2">
          <TakeAlong path="/catalog" formats={['csv', 'json', 'bib', 'ris', 'md']} />
          <Follow page="/feed" />
        </div>
      )}
    </>
  )
}

/** "63 models and 50 datasets in ten sections." */
function contents(counts: CatalogHome['counts'], sections: number): string {
  const listed = entryKinds.filter((kind) => counts[kind] > 0).map((kind) => counted(counts[kind], kind))
  return `${inWords(listed) || 'No entries'} in ${numberWord(sections)} section${sections === 1 ? '' : 's'}.`
}

function Sections({ home: { sections } }: { home: CatalogHome }) {
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[12.5rem_minmax(0,1fr)]">
      <div className="space-y-6 xl:sticky xl:top-8 xl:self-start">
        <SectionIndex sections={sections.map(({ slug, heading, kind, size }) => ({ slug, heading, kind, count: size }))} />
        {sections.some(({ kind }) => kind === 'model') && <Legend />}
      </div>
      <div className="space-y-12">
        {sections.map((section) => <SectionBlock key={section.slug} section={section} />)}
      </div>
    </div>
  )
}

function Legend() {
  return <p className="text-sm text-muted"><Star /> more than three sources: the authors built the pre-training data out of them.</p>
}

function Nothing() {
  return (
    <EmptyState title="Nothing is listed yet" action={<ButtonLink href="/propose">Propose an entry</ButtonLink>}>
      <p>Proposals that maintainers accept appear here.</p>
    </EmptyState>
  )
}
