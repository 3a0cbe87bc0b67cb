import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { PagePart } from '@/components/ui/page-part'
import { Badge } from '@/components/ui/badge'
import type { ReviewedChange } from '@/lib/proposals/change-view'
import type { ProposalView } from '@/lib/proposals/queries'
import { shortDiff } from '@/lib/proposals/short-diff'
import { ChangeCard } from './change-card'
import { ChangeBody } from './change-item'
import { ChangeList } from './change-list'
import { CommentForm } from './comment-form'
import { ClashList } from './clash-list'
import { Conversation } from './conversation'
import { FindingList } from './finding-list'
import type { FormAction } from './form-action'
import { ReadmeDiff } from './readme-diff'
import { SinceLast } from './since-last'

interface Props {
  view: ProposalView
  reviews: boolean
  /** What a reviewer can do with each change, by its place. */
  controls?: ReadonlyMap<number, ReactNode> | undefined
  comment: FormAction
  /** For whoever may settle what clashes. */
  settle?: FormAction | undefined
}

/** What a proposal holds: its entries, the proposer's note, what README.md becomes, what was asked and answered. */
export function ProposalBody({ view, reviews, controls, comment, settle }: Props) {
  const said = view.versions.length + view.decisions.length + view.comments.length > 1
  const path = `/${reviews && controls ? 'review' : 'proposals'}/${view.id}`
  return (
    <div className="min-w-0 space-y-10 lg:col-start-1 lg:row-start-1">
      <ClashList clashes={view.clashes} settle={settle && { action: settle, proposal: view.id, version: view.version }} />
      {view.blocked && <Notice tone="warning" title="It cannot be accepted as the catalog is now">{view.blocked}</Notice>}
      {view.since && <SinceLast since={view.since} />}
      {view.others.length > 0 && <Others others={view.others} />}
      <Changes view={view} reviews={reviews} controls={controls} />
      {view.rationale && (
        <PagePart title={`Note from ${view.proposer.name}`}>
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{view.rationale}</p>
        </PagePart>
      )}
      <FindingList findings={view.findings} />
      {view.readme && (
        <PagePart title={view.state === 'accepted' ? 'What it changed in README.md' : 'What README.md becomes'}>
          <ReadmeDiff diff={shortDiff(view.readme)} />
        </PagePart>
      )}
      {(said || view.may.comment) && (
        <PagePart title="What was said">
          {said && <Conversation view={view} />}
          {view.may.comment && <CommentForm action={comment} proposal={view.id} path={path} count={view.comments.length} />}
        </PagePart>
      )}
    </div>
  )
}

/** Other open proposals about the same entries: to be read before one of them is decided. */
function Others({ others }: Pick<ProposalView, 'others'>) {
  return (
    <Notice tone="info" title={others.length === 1 ? 'Another open proposal is about the same entry' : 'Other open proposals are about the same entries'}>
      <ul className="mt-1 list-disc pl-5">
        {others.map(({ id, title }) => <li key={id}><a href={`/review/${id}`} className="link">{title}</a> (proposal {id})</li>)}
      </ul>
    </Notice>
  )
}

/** One or a few new entries are shown as the catalog will have them; anything else as what changes. */
function Changes({ view: { changes, total }, reviews, controls }: Pick<Props, 'view' | 'reviews' | 'controls'>) {
  const beneath = (item: ReviewedChange) => (
    <>
      <Review item={item} />
      {controls?.get(item.ordinal)}
    </>
  )
  const cards = total <= 3 ? changes.filter((item) => item.op === 'add') : []
  if (cards.length === total) {
    return cards.map((item) => <ChangeCard key={item.ordinal} item={item} reviews={reviews}>{beneath(item)}</ChangeCard>)
  }
  return (
    <PagePart title={total === 1 ? 'The change' : `${total} changes`}>
      <ChangeList {...{ changes, total, reviews, beneath }} />
    </PagePart>
  )
}

/** What maintainers made of a change: another in its place, or why it was left out. */
function Review({ item: { amended, leftOut } }: { item: ReviewedChange }) {
  return (
    <>
      {amended && (
        <div className="space-y-3 border-l-2 border-accent pl-4">
          <p className="text-sm text-muted"><span className="font-medium text-ink">{amended.by}</span> amended it:</p>
          <ChangeBody item={{ ...amended.change, evidence: amended.evidence }} open />
        </div>
      )}
      {leftOut !== null && (
        <p className="text-sm"><Badge tone="warning">Left out</Badge> <span className="ml-2 wrap-anywhere">{leftOut}</span></p>
      )}
    </>
  )
}
