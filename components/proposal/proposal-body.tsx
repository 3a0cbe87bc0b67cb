import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
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
        <Part title={`Note from ${view.proposer.name}`}>
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{view.rationale}</p>
        </Part>
      )}
      {view.readme && (
        <Part title={view.state === 'accepted' ? 'What it changed in README.md' : 'What README.md becomes'}>
          <ReadmeDiff diff={shortDiff(view.readme)} />
        </Part>
      )}
      {view.versions.length + view.decisions.length > 1 && (
        <Part title="What was said">
          <Conversation view={view} />
        </Part>
      )}
    </div>
  )
}

/** One or a few new entries are shown as the catalog will have them; anything else as what changes. */
function Changes({ view: { changes, total }, reviews }: { view: ProposalView; reviews: boolean }) {
  const cards = total <= 3 ? changes.filter((item) => item.op === 'add') : []
  if (cards.length === total) return cards.map((item, index) => <ChangeCard key={index} item={item} reviews={reviews} />)
  return (
    <Part title={total === 1 ? 'The change' : `${total} changes`}>
      <ChangeList changes={changes} total={total} reviews={reviews} />
    </Part>
  )
}

/** A part of the page under its heading. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}
