import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ProposalBody } from '@/components/proposal/proposal-body'
import { ProposalHeader } from '@/components/proposal/proposal-header'
import { DecisionPanel } from '@/components/review/decision-panel'
import { can } from '@/lib/auth/policy'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { proposalView } from '@/lib/proposals/queries'
import { nextInQueue } from '@/lib/proposals/queue'
import { decide } from './actions'

export const metadata: Metadata = { title: 'Review a proposal', robots: { index: false } }

/** One proposal, as a maintainer decides it. */
export default async function ReviewProposal({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireViewer(`/review/${id}`)
  const found = await proposalView(database(), viewer, Number(id), new Date())
  if (!found.ok) notFound()
  const view = found.value
  if (!can(viewer, 'queue.view').allowed) redirect(`/proposals/${view.id}`)
  const next = await nextInQueue(database(), viewer, view.id)
  return (
    <>
      <ProposalHeader view={view} />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ProposalBody view={view} reviews />
        <DecisionPanel view={view} decide={decide} next={next.ok ? next.value : null} />
      </div>
    </>
  )
}
