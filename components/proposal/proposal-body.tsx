import type { ReactNode } from 'react'
import type { ProposalView } from '@/lib/proposals/queries'
import { ChangeCard } from './change-card'
import { Conversation } from './conversation'
import { ReadmeDiff } from './readme-diff'

/** What a proposal holds: its entries, the proposer's note, what README.md becomes, what was asked and answered. */
export function ProposalBody({ view, reviews }: { view: ProposalView; reviews: boolean }) {
  return (
    <div className="min-w-0 space-y-10 lg:col-start-1 lg:row-start-1">
      {view.changes.map((item, index) => (
        <ChangeCard key={index} item={item} reviews={reviews} />
      ))}
      {view.rationale && (
        <Part title={`Note from ${view.proposer.name}`}>
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{view.rationale}</p>
        </Part>
      )}
      {view.readme && (
        <Part title={view.state === 'accepted' ? 'What it changed in README.md' : 'What README.md becomes'}>
          <ReadmeDiff diff={view.readme} />
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

/** A part of the page under its heading. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}
