import type { Metadata } from 'next'
import { cache } from 'react'
import { EntryTable } from '@/components/entry/entry-table'
import { sectionPath, watchPath } from '@/components/entry/paths'
import { TakeAlong } from '@/components/entry/take-along'
import { counted, countedTo, kindNames, withArticle } from '@/components/entry/words'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PageHeader } from '@/components/ui/page-header'
import { sectionPage, type SectionView } from '@/lib/catalog/queries'
import { database } from '@/lib/db'
import { Missing, missingMetadata } from '../../missing'
import { pageMetadata } from '../../page-metadata'
import { cursorOf, filterOf, isSlug, type Query } from '../../query'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<Query>
}

interface Narrowing {
  q?: string
  subfield?: string
  after?: string
}

const load = cache((slug: string, key: string) => sectionPage(database(), slug, JSON.parse(key) as Narrowing))

async function read({ params, searchParams }: Props): Promise<{ section: SectionView | null; narrowing: Narrowing }> {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const { q, subfield } = filterOf(query)
  const narrowing = { q, subfield, after: cursorOf(query) }
  const section = isSlug(slug) ? await load(slug, JSON.stringify(narrowing)) : null
  return { section, narrowing }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { section, narrowing } = await read(props)
  if (!section) return missingMetadata
  return {
    ...pageMetadata({
      title: section.heading,
      description: `${counted(section.size, section.kind)} in the section ${section.heading} of the catalog of healthcare foundation models and datasets.`,
      path: sectionPath(section.slug, { after: narrowing.after }),
    }),
    ...((narrowing.q || narrowing.subfield) && { robots: { index: false, follow: true } }),
  }
}

export default async function SectionPage(props: Props) {
  const { section, narrowing } = await read(props)
  if (!section) return <Missing />
  const { slug, heading, kind, columns, size, entries, more, matched } = section
  return (
    <>
      <PageHeader
        title={heading}
        above={<Breadcrumb steps={[{ href: '/', label: 'Catalog' }, { href: `/?kind=${kind}`, label: kindNames[kind].many }]} />}
        lead={matched === null ? `${counted(size, kind)}, in the README’s order.` : `${countedTo(matched, 1000)} of ${counted(size, kind)} match.`}
        actions={
          <>
            <ButtonLink href={watchPath(`section/${slug}`)}>Watch</ButtonLink>
            <ButtonLink href={`/propose/${kind}?section=${slug}`}>Propose {withArticle(kind)}</ButtonLink>
          </>
        }
      />
      <SearchWithin slug={slug} narrowing={narrowing} />
      {entries.length === 0 ? (
        <EmptyState title="Nothing here matches" action={<ButtonLink href={sectionPath(slug)}>Show the whole section</ButtonLink>} />
      ) : (
        <EntryTable kind={kind} caption={heading} columns={columns} entries={entries} />
      )}
      <div className="mt-6"><TakeAlong path={sectionPath(slug)} query={{ q: narrowing.q, subfield: narrowing.subfield }} formats={['csv', 'json', 'bib', 'ris', 'md']} /></div>
      <nav aria-label="Pages" className="mt-6 flex gap-6">
        {narrowing.after && <a href={sectionPath(slug, { ...narrowing, after: undefined })} className="link">Back to the first</a>}
        {more !== null && <a href={sectionPath(slug, { ...narrowing, after: more })} className="link">Next entries</a>}
      </nav>
    </>
  )
}

function SearchWithin({ slug, narrowing: { q, subfield } }: { slug: string; narrowing: Narrowing }) {
  return (
    <form role="search" action={sectionPath(slug)} className="mb-6 flex flex-wrap items-end gap-3">
      {subfield && <input type="hidden" name="subfield" value={subfield} />}
      <div className="grow sm:max-w-sm"><Field label="Search in this section" id="section-q"><Input type="search" name="q" defaultValue={q} maxLength={200} /></Field></div>
      <Button>Search</Button>
      {(q || subfield) && <a href={sectionPath(slug)} className="link py-2 text-sm">Clear{subfield && ` (subfield ${subfield})`}</a>}
    </form>
  )
}
