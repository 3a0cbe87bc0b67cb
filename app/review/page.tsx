import type { Metadata } from 'next'
import { countedTo } from '@/components/entry/words'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { QueueList } from '@/components/review/queue-list'
import { Refused } from '@/components/proposal/refused'
import { can } from '@/lib/auth/policy'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { queue } from '@/lib/proposals/queue'
import { setPageStatus } from '@/lib/serving/page-status'

export const metadata: Metadata = { title: 'Review queue', robots: { index: false } }

/** What waits for a maintainer, oldest first. */
export default async function ReviewQueue({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const viewer = await requireViewer('/review')
  const after = [(await searchParams).after ?? []].flat()[0]
  const found = await queue(database(), viewer, { after })
  if (!found.ok) {
    setPageStatus(403)
    return <Refused title="The review queue is for maintainers" failure={found} />
  }
  const { items, more, total } = found.value
  return (
    <>
      <PageHeader
        title="Review queue"
        lead={waiting(total)}
        actions={can(viewer, 'catalog.import').allowed && <ButtonLink href="/review/import">Import an edited README</ButtonLink>}
      />
      {items.length === 0 ? (
        <EmptyState title={after ? 'No more proposals wait' : 'Nothing waits for review'}>
          New proposals appear here as soon as they are sent.
        </EmptyState>
      ) : (
        <QueueList items={items} />
      )}
      {(after || more) && (
        <nav aria-label="Pages" className="mt-6 flex gap-6">
          {after && <a href="/review" className="link">Back to the oldest</a>}
          {more && <a href={`/review?after=${more}`} className="link">Next proposals</a>}
        </nav>
      )}
    </>
  )
}

function waiting(total: number): string | undefined {
  if (total === 0) return undefined
  return total === 1 ? 'One proposal waits for a decision.' : `${countedTo(total, 1000)} proposals wait for a decision, oldest first.`
}
