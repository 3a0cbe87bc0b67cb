import type { Metadata } from 'next'
import { ProposalList } from '@/components/proposal/proposal-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Refused } from '@/components/proposal/refused'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { myProposals } from '@/lib/proposals/queue'

export const metadata: Metadata = { title: 'My proposals', robots: { index: false } }

/** What the viewer proposed, newest first. */
export default async function MyProposals() {
  const viewer = await requireViewer('/proposals')
  const found = await myProposals(database(), viewer)
  if (!found.ok) return <Refused title="These proposals can’t be shown" failure={found} />
  return (
    <>
      <PageHeader title="My proposals" actions={found.value.length > 0 && <ButtonLink href="/propose">Propose an entry</ButtonLink>} />
      {found.value.length === 0 ? (
        <EmptyState title="You have not proposed anything yet" action={<ButtonLink href="/propose" variant="primary">Propose a model or a dataset</ButtonLink>}>
          Is a model or a dataset missing? Fill in a form; a maintainer reviews it and it appears in the catalog.
        </EmptyState>
      ) : (
        <ProposalList items={found.value} />
      )}
    </>
  )
}
