import type { Metadata } from 'next'
import { cache } from 'react'
import { described } from '@/app/described'
import { SectionIndex } from '@/components/entry/section-index'
import { contentsInWords } from '@/components/entry/words'
import { SearchForm } from '@/components/search/search-form'
import { searchPath } from '@/components/search/search-path'
import { feedPath, fileForms } from '@/components/site/feeds'
import { JsonLd } from '@/components/site/json-ld'
import { homeLead } from '@/components/site/leads'
import { site } from '@/components/site/site'
import { WaysOn } from '@/components/site/ways-on'
import { WhatsNew } from '@/components/site/whats-new'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { catalogHome } from '@/lib/catalog/queries'
import { readSearch } from '@/lib/catalog/search/address'
import { database } from '@/lib/db'
import { describeCatalog } from '@/lib/metadata/json-ld'
import { pageMetadata } from './page-metadata'

export const dynamic = 'force-dynamic'

// Head and body ask for the same; one request, one answer.
const load = cache(() => catalogHome(database()))

export async function generateMetadata(): Promise<Metadata> {
  const { counts, index } = await load()
  const page = pageMetadata({ title: site.name, description: `${contentsInWords(counts, index.length)} ${site.description}`, path: '/', forms: { ...fileForms('/catalog'), 'text/markdown': '/index.md', 'application/atom+xml': feedPath('/feed', 'changes') } })
  return { ...page, title: { absolute: site.name } }
}

/** What this is, what is new, what there is and how to add to it, on one screen. Tables have pages of their own. */
export default async function HomePage() {
  const home = await load()
  const { index, news, updated } = home
  return (
    <>
      <JsonLd data={describeCatalog(described(), { changed: updated.replaceAll('/', '-') || null, sections: index })} />
      <h1 tabIndex={-1} className="text-2xl font-semibold sm:text-3xl">Foundation models and datasets in healthcare</h1>
      <p className="mt-2 max-w-prose text-muted">{homeLead(home)}</p>
      <div className="mt-5 mb-8 max-w-3xl space-y-2">
        <SearchForm query={readSearch({})} />
        <p className="text-sm text-muted">Or <a href={searchPath({})} className="link">browse with filters</a>: by subfield, base model, data, venue, year.</p>
      </div>
      {index.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <div className="mb-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
            <WhatsNew news={news} />
            <SectionIndex sections={index} />
          </div>
          <WaysOn />
        </>
      )}
    </>
  )
}

function Nothing() {
  return (
    <EmptyState title="Nothing is listed yet" action={<ButtonLink href="/propose">Propose an entry</ButtonLink>}>
      <p>Proposals that maintainers accept appear here.</p>
    </EmptyState>
  )
}
