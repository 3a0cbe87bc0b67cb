import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ProposalBody } from '@/components/proposal/proposal-body'
import { ProposalHeader } from '@/components/proposal/proposal-header'
import { ChangeControls } from '@/components/review/change-controls'
import { DecidedNotice } from '@/components/review/decided-notice'
import { DecisionPanel } from '@/components/review/decision-panel'
import { readLeftOut, reviewPath } from '@/components/review/left-out'
import { ReviewKeys } from '@/components/review/review-keys'
import { can } from '@/lib/auth/policy'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { proposalView } from '@/lib/proposals/queries'
import { aroundInQueue, nextInQueue } from '@/lib/proposals/queue'
import { say, undo } from '../../proposals/[id]/actions'
import { claim, decide, release, settle, unamend } from './actions'

export const metadata: Metadata = { title: 'Review a proposal', robots: { index: false } }

interface Request {
  params: Promise<{ id: string }>
  searchParams: Promise<{ without?: string | string[]; decided?: string | string[] }>
}

/** One proposal, as a maintainer decides it; `?without=1,4` leaves changes out of the acceptance. */
export default async function ReviewProposal({ params, searchParams }: Request) {
  const { id } = await params
  const { without, decided } = await searchParams
  const leftOut = readLeftOut(without)
  const viewer = await requireViewer(reviewPath(Number(id), leftOut))
  const found = await proposalView(database(), viewer, Number(id), new Date(), leftOut)
  if (!found.ok) notFound()
  const view = found.value
  if (!can(viewer, 'queue.view').allowed) redirect(`/proposals/${view.id}`)
  const shared = { proposal: view.id, version: view.version, total: view.total, leftOut, unamend }
  const next = await nextInQueue(database(), viewer, view.id)
  const around = await aroundInQueue(database(), viewer, view)
  return (
    <>
      <DecidedNotice decided={decided} />
      <ProposalHeader view={view} />
      {around.ok && <ReviewKeys previous={pathOf(around.value.previous)} next={pathOf(around.value.next)} decides={view.may.decide} />}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ProposalBody
          view={view}
          reviews
          comment={say}
          settle={view.may.decide ? settle : undefined}
          controls={view.may.decide ? new Map(view.changes.map((item) => [item.ordinal, <ChangeControls key={item.ordinal} {...{ ...shared, item }} />])) : undefined}
        />
        <DecisionPanel view={view} leftOut={leftOut} viewer={viewer.id} {...{ decide, undo, claim, release }} next={next.ok ? next.value : null} />
      </div>
    </>
  )
}

function pathOf(id: number | null): string | null {
  return id === null ? null : reviewPath(id)
}
