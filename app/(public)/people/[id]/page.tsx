import type { Metadata } from 'next'
import { cache } from 'react'
import { CopyBlock } from '@/components/entry/copy-block'
import { personPath, withQuery } from '@/components/entry/paths'
import { LoggedEntries } from '@/components/log/logged-entries'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { ChangeRecord } from '@/components/site/change-record'
import { site } from '@/components/site/site'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { citeAsBibtex, citeAsText, sayCount, type Cited } from '@/lib/people/citation'
import { isPersonId, profile, type Profile } from '@/lib/people/profile'
import { Missing, missingMetadata } from '../../missing'
import { pageMetadata } from '../../page-metadata'
import { revisionOf, type Query } from '../../query'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

const load = cache((id: string, before: number | undefined) => profile(database(), id, { before }))

async function read({ params, searchParams }: Props): Promise<{ person: Profile | null; before: number | undefined }> {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const before = revisionOf(query.before)
  return { person: isPersonId(id) ? await load(id, before) : null, before }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { person, before } = await read(props)
  if (!person) return missingMetadata
  return pageMetadata({
    title: person.name,
    description: `What ${person.name} contributed to the catalog of healthcare foundation models and datasets, and how to cite it.`,
    path: withQuery(personPath(person.id), { before: before?.toString() }),
    forms: { 'text/markdown': withQuery(`${personPath(person.id)}.md`, { before: before?.toString() }) },
  })
}

/** What was accepted of somebody, for everybody to see and to cite. */
export default async function PersonPage(props: Props) {
  const { person, before } = await read(props)
  if (!person) return <Missing />
  const { id, name, contributions, reviews, items, more } = person
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/', label: 'Catalog' }, { href: '/log', label: 'Log of changes' }]} />}
        title={name}
        lead={`${capital(sayCount(contributions))}${reviews > 0 ? `; ${sayReviews(reviews)}` : ''}.`}
      />
      <div className="max-w-4xl space-y-12">
        {contributions > 0 && before === undefined && <HowToCite person={person} />}
        <section aria-labelledby="contributions">
          <h2 id="contributions" className="mb-4 text-xl font-semibold">Contributions</h2>
          {items.length === 0 && <EmptyState title={before === undefined ? 'Nothing of their own yet' : 'Nothing earlier'} level={3} />}
          {items.map((item) => (
            <ChangeRecord key={item.revision} item={item}>
              <LoggedEntries entries={item.entries} />
            </ChangeRecord>
          ))}
          <nav aria-label="Pages" className="mt-6 flex gap-6">
            {before !== undefined && <a href={personPath(id)} className="link">Back to the newest</a>}
            {more !== null && <a href={`${personPath(id)}?before=${more}`} className="link">Earlier contributions</a>}
          </nav>
        </section>
      </div>
    </>
  )
}

function HowToCite({ person: { id, name, contributions, revision, at } }: { person: Profile }) {
  const url = new URL(personPath(id), settings().publicOrigin).href
  const cited: Cited = { name, list: site.name, count: contributions, revision, at, url }
  return (
    <section aria-labelledby="cite" className="space-y-4">
      <h2 id="cite" className="text-xl font-semibold">How to cite them</h2>
      <CopyBlock title="As text" what="as text" text={citeAsText(cited)} level={3} />
      <CopyBlock title="As BibTeX" what="as BibTeX" text={citeAsBibtex(cited)} level={3} />
    </section>
  )
}

function sayReviews(reviews: number): string {
  if (reviews > 1000) return 'accepted more than 1,000 proposals of others'
  return reviews === 1 ? 'accepted one proposal of others' : `accepted ${reviews} proposals of others`
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
