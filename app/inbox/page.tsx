import type { Metadata } from 'next'
import { NoticeList } from '@/components/notices/notice-list'
import { Refused } from '@/components/proposal/refused'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { inbox } from '@/lib/notices/inbox'

export const metadata: Metadata = { title: 'Inbox', robots: { index: false } }

type Query = Record<'before', string | string[] | undefined>

/** What the viewer is told, newest first. */
export default async function InboxPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { before } = await searchParams
  const viewer = await requireViewer('/inbox')
  const cursor = typeof before === 'string' && /^[1-9]\d{0,17}$/.test(before) ? BigInt(before) : undefined
  const found = await inbox(database(), viewer, { before: cursor })
  if (!found.ok) return <Refused title="The inbox can’t be shown" failure={found} />
  const { items, unread, more } = found.value
  const [newest] = items
  return (
    <div className="max-w-4xl">
      <PageHeader
        title="Inbox"
        lead={unread === 0 ? 'Nothing new.' : unread === 1 ? 'One notice is new.' : `${unread > 99 ? 'More than 99' : unread} notices are new.`}
        actions={
          <>
            {unread > 0 && newest && !viewer.blocked && (
              <form method="post" action="/inbox/read">
                <input type="hidden" name="notice" value={newest.id} />
                <Button>Mark all as read</Button>
              </form>
            )}
            <ButtonLink href="/watching">What you are told of</ButtonLink>
          </>
        }
      />
      {items.length === 0 ? <Nothing later={cursor !== undefined} /> : <NoticeList items={items} />}
      {(cursor !== undefined || more) && (
        <nav aria-label="Pages" className="mt-6 flex gap-6">
          {cursor !== undefined && <a href="/inbox" className="link">Back to the newest</a>}
          {more && <a href={`/inbox?before=${more}`} className="link">Earlier notices</a>}
        </nav>
      )}
    </div>
  )
}

function Nothing({ later }: { later: boolean }) {
  if (later) return <EmptyState title="Nothing earlier" />
  return (
    <EmptyState title="Nobody told you anything yet" action={<ButtonLink href="/">The catalog</ButtonLink>}>
      <p>What becomes of your proposals comes here, and what happens to entries and sections that you watch. Their pages have a button for it.</p>
    </EmptyState>
  )
}
