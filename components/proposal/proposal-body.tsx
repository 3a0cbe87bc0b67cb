import { Notice } from '@/components/ui/notice'
import { PagePart } from '@/components/ui/page-part'
import type { ProposalView } from '@/lib/proposals/queries'
import { shortDiff } from '@/lib/proposals/short-diff'
import { ChangeCard } from './change-card'
import { ChangeList } from './change-list'
import { ClashList } from './clash-list'
import { Conversation } from './conversation'
import { ReadmeDiff } from './readme-diff'

/** What a proposal holds: its entries, the proposer's note, what README.md becomes, what was asked and answered. */
export function ProposalBody({ view, reviews }: { view: ProposalView; reviews: boolean }) {
  return (
    <div className="min-w-0 space-y-10 lg:col-start-1 lg:row-start-1">
      <ClashList clashes={view.clashes} />
      {view.blocked && <Notice tone="warning" title="It cannot be accepted as the catalog is now">{view.blocked}</Notice>}
      <Changes view={view} reviews={reviews} />
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
function Changes({ view: { changes, total }, reviews }: { view: ProposalView; reviews: boolean }) {
  const cards = total <= 3 ? changes.filter((item) => item.op === 'add') : []
  if (cards.length === total) return cards.map((item, index) => <ChangeCard key={index} item={item} reviews={reviews} />)
  return (
    <PagePart title={total === 1 ? 'The change' : `${total} changes`}>
      <ChangeList changes={changes} total={total} reviews={reviews} />
    </PagePart>
  )
}
