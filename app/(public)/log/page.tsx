import type { Metadata } from 'next'
import { EntryList } from '@/components/entry/entry-list'
import { watchPath, withQuery } from '@/components/entry/paths'
import { ChangeRecord } from '@/components/site/change-record'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { catalogLog } from '@/lib/catalog/log'
import { database } from '@/lib/db'
import { pageMetadata } from '../page-metadata'
import { revisionOf, type Query } from '../query'

export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Query>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const before = revisionOf((await searchParams).before)
  return pageMetadata({
    title: 'Log of changes',
    description: 'Every change to the catalog: what it was, who proposed it, who accepted it, when and why.',
    path: withQuery('/log', { before: before?.toString() }),
  })
}

export default async function LogPage({ searchParams }: Props) {
  const before = revisionOf((await searchParams).before)
  const { items, more } = await catalogLog(database(), { before })
  return (
    <>
      <PageHeader
        title="Log of changes"
        lead="Every change to the catalog, newest first: what it was, who proposed it, who accepted it, when and why. Each left a README that can still be downloaded."
        actions={<ButtonLink href={watchPath('all')}>Watch the catalog</ButtonLink>}
      />
      <h2 className="sr-only">Changes</h2>
      {items.length === 0 && <EmptyState title="Nothing earlier">The log has no change before this one.</EmptyState>}
      {items.map((item) => (
        <ChangeRecord key={item.revision} item={item}>
          {item.entries.length > 0 && <div className="text-sm"><EntryList entries={item.entries} /></div>}
        </ChangeRecord>
      ))}
      <nav aria-label="Pages" className="mt-6 flex gap-6">
        {before !== undefined && <a href="/log" className="link">Back to the newest</a>}
        {more !== null && <a href={`/log?before=${more}`} className="link">Earlier changes</a>}
      </nav>
    </>
  )
}
