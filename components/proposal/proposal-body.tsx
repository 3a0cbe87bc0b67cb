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
import { ClashList } from './clash-list'
import { Conversation } from './conversation'
import { ReadmeDiff } from './readme-diff'

interface Props {
  view: ProposalView
  reviews: boolean
  /** What a reviewer can do with each change, by its place. */
  controls?: ReadonlyMap<number, ReactNode> | undefined
}

/** What a proposal holds: its entries, the proposer's note, what README.md becomes, what was asked and answered. */
export function ProposalBody({ view, reviews, controls }: Props) {
  return (
    <div className="min-w-0 space-y-10 lg:col-start-1 lg:row-start-1">
      <ClashList clashes={view.clashes} />
      {view.blocked && <Notice tone="warning" title="It cannot be accepted as the catalog is now">{view.blocked}</Notice>}
      <Changes {...{ view, reviews, controls }} />
      {view.rationale && (
        <PagePart title={`Note from ${view.proposer.name}`}>
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{view.rationale}</p>
        </PagePart>
      )}
      {view.readme && (
        <PagePart title={view.state === 'accepted' ? 'What it changed in README.md' : 'What README.md becomes'}>
          <ReadmeDiff diff={shortDiff(view.readme)} />
        </PagePart>
      )}
      {view.versions.length + view.decisions.length > 1 && (
        <PagePart title="What was said">
          <Conversation view={view} />
        </PagePart>
      )}
    </div>
  )
}

/** One or a few new entries are shown as the catalog will have them; anything else as what changes. */
function Changes({ view: { changes, total }, reviews, controls }: Props) {
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
          <ChangeBody item={amended.change} open />
        </div>
      )}
      {leftOut !== null && (
        <p className="text-sm"><Badge tone="warning">Left out</Badge> <span className="ml-2 wrap-anywhere">{leftOut}</span></p>
      )}
    </>
  )
}
