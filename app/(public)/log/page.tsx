import type { Metadata } from 'next'
import { watchPath, withQuery } from '@/components/entry/paths'
import { LogFilters } from '@/components/log/log-filters'
import { LoggedEntries } from '@/components/log/logged-entries'
import { ChangeRecord } from '@/components/site/change-record'
import { feedPath } from '@/components/site/feeds'
import { Follow } from '@/components/site/follow'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { catalogLog } from '@/lib/catalog/log'
import { narrowsLog, readLogFilter, writeLogFilter, type LogFilter } from '@/lib/catalog/log-filter'
import { sectionNames } from '@/lib/catalog/queries'
import { database } from '@/lib/db'
import { pageMetadata } from '../page-metadata'
import { revisionOf, type Query } from '../query'

export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Query>
}

function logPath(filter: LogFilter, before?: number | null, page = '/log'): string {
  return withQuery(page, { ...writeLogFilter(filter), before: before?.toString() })
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await searchParams
  const filter = readLogFilter(query)
  const page = pageMetadata({
    title: 'Log of changes',
    description: 'Every change to the catalog: what it was, who proposed it, who accepted it, when and why.',
    path: logPath(filter, revisionOf(query.before)),
    forms: { 'application/atom+xml': feedPath('/feed', 'changes'), 'text/markdown': logPath(filter, revisionOf(query.before), '/log.md') },
  })
  // There is no end of views: only the whole log is for those who index the web.
  return { ...page, ...(narrowsLog(filter) && { robots: { index: false, follow: true } }) }
}

export default async function LogPage({ searchParams }: Props) {
  const query = await searchParams
  const [filter, before] = [readLogFilter(query), revisionOf(query.before)]
  const [{ items, more }, sections] = await Promise.all([catalogLog(database(), { before, filter }), sectionNames(database())])
  return (
    <>
      <PageHeader
        title="Log of changes"
        lead="Every change to the catalog, newest first: what it was, who proposed it, who accepted it, when and why. Each left a README that can still be downloaded."
        actions={
          <>
            <ButtonLink href="/new">What’s new since …</ButtonLink>
            <ButtonLink href={watchPath('all')}>Watch the catalog</ButtonLink>
          </>
        }
      />
      <LogFilters filter={filter} sections={sections} />
      <h2 className="sr-only">Changes</h2>
      {items.length === 0 && <Nothing filter={filter} more={more} />}
      {items.map((item) => (
        <ChangeRecord key={item.revision} item={item}>
          <LoggedEntries entries={item.entries} />
        </ChangeRecord>
      ))}
      <nav aria-label="Pages" className="mt-6 flex gap-6">
        {before !== undefined && <a href={logPath(filter)} className="link">Back to the newest</a>}
        {more !== null && <a href={logPath(filter, more)} className="link">Earlier changes</a>}
      </nav>
      <div className="mt-8"><Follow page="/feed" /></div>
    </>
  )
}

function Nothing({ filter, more }: { filter: LogFilter; more: number | null }) {
  if (!narrowsLog(filter)) return <EmptyState title="Nothing earlier">The log has no change before this one.</EmptyState>
  return (
    <EmptyState title="No such change" action={<ButtonLink href="/log">The whole log</ButtonLink>}>
      {more === null ? 'No change in the log is like that.' : 'None of the thousand changes looked at is like that. Go on to earlier ones below.'}
    </EmptyState>
  )
}
