import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import type { ProposalView } from '@/lib/proposals/queries'
import { recordWords } from './record-words'
import { StateBadge } from './state-badge'

/** What it is, in which state, from whom and since when. */
export function ProposalHeader({ view }: { view: ProposalView }) {
  return (
    <PageHeader title={view.title}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <StateBadge state={view.state} />
        <span>
          Proposal {view.id}
          {view.version > 1 && `, version ${view.version}`}, by <Proposer view={view} />, sent <Time at={view.submittedAt} />
        </span>
      </p>
    </PageHeader>
  )
}

/** For maintainers with what became of their other proposals. */
function Proposer({ view: { proposer, record } }: { view: ProposalView }) {
  if (!record) return proposer.name
  return (
    <>
      <a href={`/review/people/${proposer.id}`} className="link">{proposer.name}</a>{proposer.blocked && <> <Badge tone="danger">blocked</Badge></>} ({recordWords(record)})
    </>
  )
}
