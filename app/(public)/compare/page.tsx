import type { Metadata } from 'next'
import { cache } from 'react'
import { AddEntry } from '@/components/compare/add-entry'
import { ComparedTable } from '@/components/compare/compared-table'
import { TakeAlong } from '@/components/entry/take-along'
import { inWords } from '@/components/entry/words'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { relatedOf } from '@/lib/catalog/related'
import { suggestEntries } from '@/lib/catalog/search/search'
import type { EntryRef, EntryView } from '@/lib/catalog/view'
import { writeName } from '@/lib/catalog/named'
import { comparePath, namesQuery, readComparison } from '@/lib/compare/address'
import { mostCompared } from '@/lib/compare/most'
import { comparedEntries } from '@/lib/compare/compared'
import { database } from '@/lib/db'
import { pageMetadata } from '../page-metadata'
import type { Query } from '../query'

export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Query>
}

// Head and body ask for the same, by one text, as cache tells arguments apart by identity.
const load = cache((names: string) => comparedEntries(database(), names === '' ? [] : names.split(' ')))

async function read({ searchParams }: Props) {
  const asked = readComparison(await searchParams)
  return { ...asked, ...(await load(asked.names.join(' '))) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { entries } = await read(props)
  const page = pageMetadata({
    title: entries.length === 0 ? 'Compare' : `Compare ${inWords(entries.map(({ name }) => name))}`,
    description: 'Up to four healthcare foundation models or datasets side by side, field by field, with what differs marked.',
    path: comparePath(entries.map(writeName)),
    forms: { 'text/markdown': comparePath(entries.map(writeName), '/compare.md') },
  })
  // There is no end of comparisons.
  return { ...page, ...(entries.length > 0 && { robots: { index: false, follow: true } }) }
}

export default async function ComparePage(props: Props) {
  const { entries, missing, left, add } = await read(props)
  const names = entries.map(writeName)
  const full = entries.length >= mostCompared
  const [found, near] = full ? [[], []] : await Promise.all([suggestEntries(database(), add).then((answer) => answer.entries), nearTo(entries)])
  return (
    <>
      <PageHeader
        title="Side by side"
        lead={`Up to four entries, field by field. ${entries.length > 1 ? 'Where they differ, the field says so.' : 'Take one, and then others to compare it with.'}`}
        above={<Breadcrumb steps={[{ href: '/', label: 'Catalog' }]} />}
      />
      <div className="space-y-10">
        {(missing.length > 0 || left > 0) && (
          <Notice tone="warning" title="Not all of them are shown">
            {missing.length > 0 && <p className="wrap-anywhere">The catalog does not list {inWords(missing)}.</p>}
            {left > 0 && <p>Four fit beside each other: the first four of {entries.length + missing.length + left} are here.</p>}
          </Notice>
        )}
        {entries.length > 0 && <ComparedTable entries={entries} />}
        {entries.length > 0 && <TakeAlong path="/selection" query={namesQuery(names)} formats={['csv', 'json', 'bib', 'ris', 'md']} />}
        {!full && <AddEntry names={names} words={add} found={found} near={near} />}
      </div>
    </>
  )
}

/** What has to do with the first of them, and is not here yet. */
async function nearTo(entries: readonly EntryView[]): Promise<EntryRef[]> {
  const [first] = entries
  if (!first) return []
  const { sameWork, shared } = await relatedOf(database(), first)
  const known = new Set(entries.map(writeName))
  const near = new Map([...sameWork, ...shared.flatMap((part) => part.entries)].map((entry) => [writeName(entry), entry]))
  return [...near].filter(([name]) => !known.has(name)).map(([, entry]) => entry).slice(0, 12)
}
