import { Time } from '@/components/ui/time'
import type { ProposalView } from '@/lib/proposals/queries'
import { CommentBody } from './comment-body'
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
        <li key={keyOf(item)}>
          <Step item={item} proposer={view.proposer.name} />
        </li>
      ))}
    </ol>
  )
}

function keyOf(item: ThreadItem): string {
  if (item.type === 'sent') return `v${item.version.number}`
  return item.type === 'said' ? `c${item.comment.id}` : `d${item.decision.version}`
}

function Step({ item, proposer }: { item: ThreadItem; proposer: string }) {
  if (item.type === 'sent') {
    const { number, submittedAt, rationale } = item.version
    return (
      <Said who={proposer} what={number === 1 ? 'sent it' : `sent version ${number}`} at={submittedAt} words={rationale} />
    )
  }
  if (item.type === 'said') {
    const { author, at, body } = item.comment
    return (
      <>
        <Who who={author} what="said" at={at} />
        <div className="mt-1"><CommentBody markdown={body} /></div>
      </>
    )
  }
  const { decider, verdict, at, reason } = item.decision
  return <Said who={decider} what={said[verdict]} at={at} words={reason} />
}

function Said({ who, what, at, words }: { who: string; what: string; at: Date; words: string }) {
  return (
    <>
      <Who who={who} what={what} at={at} />
      {words && <p className="mt-1 max-w-prose wrap-anywhere whitespace-pre-wrap">{words}</p>}
    </>
  )
}

function Who({ who, what, at }: { who: string; what: string; at: Date }) {
  return (
    <p className="text-sm">
      <strong className="font-medium">{who}</strong> {what} <span className="text-muted">on <Time at={at} /></span>
    </p>
  )
}
