import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProposalBody } from '@/components/proposal/proposal-body'
import { ProposalHeader } from '@/components/proposal/proposal-header'
import { StatePanel } from '@/components/proposal/state-panel'
import { can } from '@/lib/auth/policy'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { proposalView } from '@/lib/proposals/queries'
import { say, undo, withdraw } from './actions'

export const metadata: Metadata = { title: 'Proposal', robots: { index: false } }

/** One proposal, for its proposer and the maintainers. */
export default async function ProposalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireViewer(`/proposals/${id}`)
  const found = await proposalView(database(), viewer, Number(id), new Date())
  // Refused and absent look the same: nobody learns which proposals exist.
  if (!found.ok) notFound()
  const view = found.value
  const reviews = can(viewer, 'queue.view').allowed
  return (
    <>
      <ProposalHeader view={view} />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {/* First, so that on a phone nobody scrolls past the README to learn what comes next. */}
        <StatePanel view={view} own={view.proposer.id === viewer.id} reviews={reviews} withdraw={withdraw} undo={undo} />
        <ProposalBody view={view} reviews={reviews} comment={say} />
      </div>
    </>
  )
}
