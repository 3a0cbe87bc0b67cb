import type { Metadata } from 'next'
import { cache } from 'react'
import { described } from '@/app/described'
import { Picking } from '@/components/compare/picking'
import { columnsOf } from '@/components/entry/columns'
import { EntryTable } from '@/components/entry/entry-table'
import { sectionPath, watchPath } from '@/components/entry/paths'
import { TakeAlong } from '@/components/entry/take-along'
import { TableView } from '@/components/entry/table-view'
import { counted, kindNames, withArticle } from '@/components/entry/words'
import { searchPath } from '@/components/search/search-path'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { otherForms } from '@/components/site/feeds'
import { Follow } from '@/components/site/follow'
import { JsonLd } from '@/components/site/json-ld'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PageHeader } from '@/components/ui/page-header'
import { sectionPage, type SectionView } from '@/lib/catalog/queries'
import { database } from '@/lib/db'
import { describeSection } from '@/lib/metadata/json-ld'
import { Missing, missingMetadata } from '../../missing'
import { pageMetadata } from '../../page-metadata'
import { cursorOf, isSlug, type Query } from '../../query'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<Query>
}

const load = cache((slug: string, after: string | undefined) => sectionPage(database(), slug, after))

async function read({ params, searchParams }: Props): Promise<{ section: SectionView | null; after: string | undefined }> {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const after = cursorOf(query)
  return { section: isSlug(slug) ? await load(slug, after) : null, after }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { section, after } = await read(props)
  if (!section) return missingMetadata
  return pageMetadata({
    title: section.heading,
    description: `${counted(section.size, section.kind)} in the section ${section.heading} of the catalog of healthcare foundation models and datasets.`,
    path: sectionPath(section.slug, { after }),
    forms: otherForms(sectionPath(section.slug)),
    picture: { path: `${sectionPath(section.slug)}.png`, says: section.heading },
  })
}

export default async function SectionPage(props: Props) {
  const { section, after } = await read(props)
  if (!section) return <Missing />
  const { slug, heading, kind, columns, size, entries, more } = section
  return (
    <>
      <JsonLd data={describeSection(described(), section)} />
      <PageHeader
        title={heading}
        above={<Breadcrumb steps={[{ href: '/', label: 'Catalog' }, { href: searchPath({ kind: [kind] }), label: kindNames[kind].many }]} />}
        lead={`${counted(size, kind)}, in the README’s order.`}
        actions={
          <>
            <ButtonLink href={watchPath(`section/${slug}`)}>Watch</ButtonLink>
            <ButtonLink href={`/propose/${kind}?section=${slug}`}>Propose {withArticle(kind)}</ButtonLink>
          </>
        }
      />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <SearchWithin slug={slug} />
        <TableView columns={columnsOf(kind, columns).map(({ header }) => header)} />
      </div>
      {entries.length === 0 ? (
        <EmptyState title="Nothing stands here" action={<ButtonLink href={sectionPath(slug)}>The beginning of the section</ButtonLink>} />
      ) : (
        <Picking><EntryTable kind={kind} caption={heading} columns={columns} entries={entries} picks /></Picking>
      )}
      <div className="mt-6"><TakeAlong path={sectionPath(slug)} formats={['csv', 'json', 'bib', 'ris', 'md']} /></div>
      <div className="mt-2"><Follow page={sectionPath(slug)} /></div>
      <nav aria-label="Pages" className="mt-6 flex gap-6">
        {after && <a href={sectionPath(slug)} className="link">Back to the first</a>}
        {more !== null && <a href={sectionPath(slug, { after: more })} className="link">Next entries</a>}
      </nav>
    </>
  )
}

function SearchWithin({ slug }: { slug: string }) {
  return (
    <form role="search" aria-label="Search in this section" action="/search" className="flex grow flex-wrap items-end gap-3">
      <div className="grow sm:max-w-sm"><Field label="Search in this section" id="section-q"><Input type="search" name="q" maxLength={200} /></Field></div>
      <input type="hidden" name="section" value={slug} />
      <Button>Search</Button>
    </form>
  )
}
