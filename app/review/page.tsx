import type { Metadata } from 'next'
import { withQuery } from '@/components/entry/paths'
import { countedTo } from '@/components/entry/words'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { DecidedNotice } from '@/components/review/decided-notice'
import { ManyForm } from '@/components/review/many-form'
import { QueueFilters } from '@/components/review/queue-filters'
import { QueueKeys } from '@/components/review/queue-keys'
import { QueueList } from '@/components/review/queue-list'
import { Refused } from '@/components/proposal/refused'
import { can } from '@/lib/auth/policy'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { queue } from '@/lib/proposals/queue'
import { isFiltered, queueFilterSchema } from '@/lib/proposals/queue-filter'
import { setPageStatus } from '@/lib/serving/page-status'
import { decidePicked } from './actions'

export const metadata: Metadata = { title: 'Review queue', robots: { index: false } }

/** What waits for a maintainer, oldest first. */
export default async function ReviewQueue({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams
  const filter = queueFilterSchema.parse(query)
  const after = [query.after ?? []].flat()[0]
  const viewer = await requireViewer(withQuery('/review', { ...filter, after }))
  const found = await queue(database(), viewer, { after, filter })
  if (!found.ok) {
    setPageStatus(403)
    return <Refused title="The review queue is for maintainers" failure={found} />
  }
  const { items, more, counts } = found.value
  return (
    <>
      <PageHeader
        title="Review queue"
        lead={waiting(counts.total)}
        actions={
          <>
            {can(viewer, 'criteria.write').allowed && <ButtonLink href="/review/criteria">Criteria</ButtonLink>}
            {can(viewer, 'catalog.import').allowed && <ButtonLink href="/review/import">Import an edited README</ButtonLink>}
          </>
        }
      />
      <DecidedNotice decided={query.decided} />
      <QueueKeys />
      {counts.total > 0 && <QueueFilters filter={filter} counts={counts} />}
      <ManyForm action={decidePicked} empty={items.length === 0}>
        {items.length === 0 ? <Nothing filtered={isFiltered(filter)} after={after !== undefined} /> : <QueueList items={items} />}
      </ManyForm>
      {(after || more) && (
        <nav aria-label="Pages" className="mt-6 flex gap-6">
          {after && <a href={withQuery('/review', filter)} className="link">Back to the oldest</a>}
          {more && <a href={withQuery('/review', { ...filter, after: more })} className="link">Next proposals</a>}
        </nav>
      )}
    </>
  )
}

function Nothing({ filtered, after }: { filtered: boolean; after: boolean }) {
  if (filtered) return <EmptyState title="Nothing that waits is like this" action={<ButtonLink href="/review">Show all</ButtonLink>} />
  return (
    <EmptyState title={after ? 'No more proposals wait' : 'Nothing waits for review'}>
      New proposals appear here as soon as they are sent.
    </EmptyState>
  )
}

function waiting(total: number): string | undefined {
  if (total === 0) return undefined
  return total === 1 ? 'One proposal waits for a decision.' : `${countedTo(total, 1000)} proposals wait for a decision, oldest first.`
}
