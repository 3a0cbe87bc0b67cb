import { Time } from '@/components/ui/time'
import type { ListedProposal } from '@/lib/proposals/queue'
import { StateBadge } from './state-badge'

interface Props {
  items: ListedProposal[]
  /** Where each leads: to its own page, or to its review. */
  to?: '/proposals' | '/review'
}

/** A person's proposals with their states. */
export function ProposalList({ items, to = '/proposals' }: Props) {
  return (
    <ul className="divide-y border-y">
      {items.map((item) => (
        <li key={item.id} className="relative flex flex-wrap items-baseline gap-x-4 gap-y-1 py-4">
          <div className="min-w-0 grow basis-72">
            <a href={`${to}/${item.id}`} className="link font-medium wrap-anywhere">{item.title}</a>
            <p className="text-sm text-muted">{item.sections.join(', ')}</p>
          </div>
          <StateBadge state={item.state} />
          <p className="text-sm text-muted">
            {item.version > 1 && `Version ${item.version}, `}sent <Time at={item.submittedAt} />
          </p>
        </li>
      ))}
    </ul>
  )
}
