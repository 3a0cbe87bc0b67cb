import type { CommentView } from '@/lib/proposals/comments'
import type { ProposalView } from '@/lib/proposals/queries'

type Version = ProposalView['versions'][number]
type Decision = ProposalView['decisions'][number]

/** One step of what was sent, asked and answered. */
export type ThreadItem = { type: 'sent'; version: Version } | { type: 'decided'; decision: Decision } | { type: 'said'; comment: CommentView }

/** A proposal's versions, decisions and comments as one conversation, oldest first: each version, then what was said of it. */
export function threadOf({ versions, decisions, comments }: Pick<ProposalView, 'versions' | 'decisions' | 'comments'>): ThreadItem[] {
  return versions
    .toSorted((a, b) => a.number - b.number)
    .flatMap((version) => [
      { type: 'sent' as const, version },
      ...[
        ...decisions.filter((decision) => decision.version === version.number).map((decision) => ({ type: 'decided' as const, decision })),
        ...comments.filter((comment) => comment.version === version.number).map((comment) => ({ type: 'said' as const, comment })),
      ].toSorted((a, b) => timeOf(a) - timeOf(b)),
    ])
}

function timeOf(item: Exclude<ThreadItem, { type: 'sent' }>): number {
  return (item.type === 'said' ? item.comment.at : item.decision.at).getTime()
}
