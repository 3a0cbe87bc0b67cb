import type { NoticeKind } from './kinds'

/** A notice as its recipient sees it, in the inbox and in e-mails. */
export interface NoticeView {
  id: string
  kind: NoticeKind
  at: Date
  read: boolean
  proposal: number
  /** The proposal's title as it was then. */
  title: string
  version: number
  /** Who did it; null where the recipient may not see the proposal, and so is not told. */
  actor: string | null
  /** Whether the proposal is the recipient's own. */
  own: boolean
  accepted: boolean
  /** The catalog revision that an acceptance made. */
  revision: number | null
  /** What was said with it: a reason, a comment, a note; "" for nothing. */
  said: string
  /** Where it leads, a path of the portal's own. */
  path: string
}

/** What happened, in a sentence that goes with the proposal's title. */
export function sayNotice({ kind, actor, own, accepted, version, revision }: NoticeView): string {
  const who = actor ?? 'Somebody'
  switch (kind) {
    case 'decided':
      return accepted ? `${who} accepted your proposal. It is in the catalog since revision ${revision}.` : `${who} rejected your proposal.`
    case 'changes_requested':
      return `${who} asks for changes to your proposal.`
    case 'commented':
      return `${who} commented on ${own ? 'your proposal' : 'a proposal that you took part in'}.`
    case 'amended':
      return `${who} amended your proposal.`
    case 'undone':
      return `${who} proposes to undo your proposal.`
    case 'revised':
      return `${who} sent version ${version} of a proposal that you took part in.`
    case 'proposed':
      return `${who} proposes a change to what you watch.`
    case 'changed':
      return `${who} accepted a change to what you watch: revision ${revision} of the catalog.`
    case 'queue':
      return 'Proposals wait for a decision.'
  }
}

/** A text cut at a word, for a list. */
export function excerpt(text: string, most = 280): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`
}
