import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { ChangeForm } from '@/app/propose/change-form'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { putIntoTray } from '@/app/proposals/[id]/actions'
import { see, send } from '@/app/propose/text/actions'
import { editable } from '@/components/propose/editable'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PutBackForm } from '@/components/proposal/put-back-form'
import { PassageForm } from '@/components/propose/passage-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { proposedPassage } from '@/lib/proposals/propose-text'
import { proposalView, type DecisionView } from '@/lib/proposals/queries'

export const metadata: Metadata = { title: 'Revise a proposal', robots: { index: false } }

/** The form filled from a proposal's latest version, to send another. */
export default async function RevisePage({ params }: { params: Promise<{ id: string }> }) {
  const { id: given } = await params
  const viewer = await requireViewer(`/proposals/${given}/revise`)
  const found = await proposalView(database(), viewer, Number(given), new Date())
  // Refused and absent look the same: nobody learns which proposals exist.
  if (!found.ok) notFound()
  const { id, version, title, rationale, total, drafts, decisions, may } = found.value
  const change = editable(drafts ?? [])
  const path = `/proposals/${id}/revise`
  if (!may.revise) return <NotNow id={id}>Only its proposer can revise it, and only until it is decided.</NotNow>
  const passage = drafts ? null : await proposedPassage(database(), { proposal: id, version })
  if (!drafts && !passage) redirect(`/review/import?revises=${id}`)
  if (!change && !passage) return <Many {...{ id, version, title, total }} decision={decisions.at(-1)} />
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/proposals', label: 'My proposals' }, { href: `/proposals/${id}`, label: title }]} />}
        title={`Revise “${title}”`}
        lead={`You send version ${version + 1}; version ${version} is kept.`}
      />
      <Asked decision={decisions.at(-1)} />
      {passage && <PassageForm {...{ path, passage, see, send }} revises={{ proposal: id, version }} />}
      {change && <ChangeForm {...{ change, rationale, viewer, path }} goes={{ to: 'revise', proposal: id, version }} />}
    </>
  )
}

/** Of several changes: a form holds one, and the tray all of them. */
function Many({ id, version, title, total, decision }: { id: number; version: number; title: string; total: number; decision: DecisionView | undefined }) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/proposals', label: 'My proposals' }, { href: `/proposals/${id}`, label: title }]} />}
        title={`Revise “${title}”`}
        lead={`It changes ${total} things. Take it back into your tray, mend each there, and send them anew.`}
      />
      <Asked decision={decision} />
      <PutBackForm {...{ proposal: id, version }} action={putIntoTray} />
    </>
  )
}

/** What a maintainer asked for. */
function Asked({ decision }: { decision: DecisionView | undefined }) {
  if (decision?.verdict !== 'changes_requested') return null
  return (
    <div className="mb-8">
      <Notice tone="warning" title={`${decision.decider} asked for changes to version ${decision.version}`}>
        <p className="mt-1 whitespace-pre-line wrap-anywhere">{decision.reason}</p>
      </Notice>
    </div>
  )
}

function NotNow({ id, children }: { id: number; children: ReactNode }) {
  return (
    <EmptyState level={1} title="This proposal can’t be revised" action={<ButtonLink href={`/proposals/${id}`}>See the proposal</ButtonLink>}>
      <p>{children}</p>
    </EmptyState>
  )
}
