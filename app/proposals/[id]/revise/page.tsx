import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { ChangeForm } from '@/app/propose/change-form'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { putIntoTray } from '@/app/proposals/[id]/actions'
import { editable } from '@/components/propose/editable'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PutBackForm } from '@/components/proposal/put-back-form'
import { PageHeader } from '@/components/ui/page-header'
import type { Viewer } from '@/lib/auth/policy'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import type { FormChange } from '@/lib/proposals/change'
import { proposalView, type DecisionView, type ProposalView } from '@/lib/proposals/queries'

export const metadata: Metadata = { title: 'Revise a proposal', robots: { index: false } }

/** The form filled from a proposal's latest version, to send another. */
export default async function RevisePage({ params }: { params: Promise<{ id: string }> }) {
  const { id: given } = await params
  const viewer = await requireViewer(`/proposals/${given}/revise`)
  const found = await proposalView(database(), viewer, Number(given), new Date())
  // Refused and absent look the same: nobody learns which proposals exist.
  if (!found.ok) notFound()
  const { id, version, title, rationale, total, drafts, decisions, may, changes } = found.value
  const change = editable(drafts ?? [])
  const path = `/proposals/${id}/revise`
  if (!may.revise && (found.value.proposer.id !== viewer.id || !change)) return <NotNow id={id}>Only its proposer can revise it, and only until it is decided.</NotNow>
  if (!may.revise && change) return <Anew view={found.value} change={asAnew(found.value, change)} viewer={viewer} path={path} />
  if (!drafts) redirect(`/review/import?revises=${id}`)
  if (!change) return <Many {...{ id, version, title, total }} decision={decisions.at(-1)} />
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/proposals', label: 'My proposals' }, { href: `/proposals/${id}`, label: title }]} />}
        title={`Revise “${title}”`}
        lead={`You send version ${version + 1}; version ${version} is kept.`}
      />
      <Asked decision={decisions.at(-1)} />
      <ChangeForm {...{ change, rationale, viewer, path }} evidence={changes[0]?.evidence ?? []} goes={{ to: 'revise', proposal: id, version }} />
    </>
  )
}

const outcomes: Partial<Record<ProposalView['state'], string>> = { accepted: 'It was accepted meanwhile', rejected: 'It was rejected meanwhile', withdrawn: 'It was taken back' }

/** Of one that was decided: its form, with what was typed into it, sends a new proposal. */
function Anew({ view: { id, title, state, rationale, changes }, change, viewer, path }: { view: ProposalView; change: FormChange; viewer: Viewer; path: string }) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/proposals', label: 'My proposals' }, { href: `/proposals/${id}`, label: title }]} />}
        title={`After “${title}”`}
        lead="What you send from here is a new proposal."
      />
      <div className="mb-8">
        <Notice tone="warning" title={`${outcomes[state] ?? 'It is closed'}, so it can’t be revised any more.`}>
          <p className="mt-1">What you typed is below, over what the list says now. <a href={`/proposals/${id}`} className="link">See what was decided</a>.</p>
        </Notice>
      </div>
      <ChangeForm {...{ change, rationale, viewer, path }} evidence={changes[0]?.evidence ?? []} name={`revise:${id}`} goes={{ to: 'submit' }} />
    </>
  )
}

/** What a form goes on from after a proposal was decided: an entry that it brought is there by now, and can be changed. */
function asAnew({ state, changes, base }: ProposalView, change: FormChange): FormChange {
  const made = changes[0]?.entry
  if (state !== 'accepted' || change.op !== 'add' || !made) return change
  return { op: 'edit', section: change.section, key: made.slug, base: base ?? 1, entry: change.entry.kind === 'table' ? { kind: 'table', fields: {} } : { kind: change.entry.kind, fields: {} } }
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
