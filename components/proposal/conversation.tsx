import { Time } from '@/components/ui/time'
import type { ProposalView } from '@/lib/proposals/queries'
import { threadOf, type ThreadItem } from './thread'

const said = {
  accepted: 'accepted it',
  rejected: 'rejected it',
  changes_requested: 'asked for changes',
} as const

/** What was sent, asked and answered, oldest first. */
export function Conversation({ view }: { view: ProposalView }) {
  return (
    <ol className="space-y-5 border-l-2 pl-5">
      {threadOf(view).map((item) => (
        <li key={item.type === 'sent' ? `v${item.version.number}` : `d${item.decision.version}`}>
          <Step item={item} proposer={view.proposer.name} />
        </li>
      ))}
    </ol>
  )
}

function Step({ item, proposer }: { item: ThreadItem; proposer: string }) {
  if (item.type === 'sent') {
    const { number, submittedAt, rationale } = item.version
    return (
      <Said who={proposer} what={number === 1 ? 'sent it' : `sent version ${number}`} at={submittedAt} words={rationale} />
    )
  }
  const { decider, verdict, at, reason } = item.decision
  return <Said who={decider} what={said[verdict]} at={at} words={reason} />
}

function Said({ who, what, at, words }: { who: string; what: string; at: Date; words: string }) {
  return (
    <>
      <p className="text-sm">
        <strong className="font-medium">{who}</strong> {what} <span className="text-muted">on <Time at={at} /></span>
      </p>
      {words && <p className="mt-1 max-w-prose wrap-anywhere whitespace-pre-wrap">{words}</p>}
    </>
  )
}
