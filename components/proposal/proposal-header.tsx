import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import type { ProposalView } from '@/lib/proposals/queries'
import { StateBadge } from './state-badge'

/** What it is, in which state, from whom and since when. */
export function ProposalHeader({ view }: { view: ProposalView }) {
  return (
    <PageHeader title={view.title}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <StateBadge state={view.state} />
        <span>
          Proposal {view.id}
          {view.version > 1 && `, version ${view.version}`}, by {view.proposer.name}, sent <Time at={view.submittedAt} />
        </span>
      </p>
    </PageHeader>
  )
}
