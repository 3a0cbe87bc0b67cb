import type { Tone } from '@/components/ui/badge'
import type { ProposalState } from '@/prisma/generated/enums'

/** How a state is called on a page, and how loud its badge is. */
export const stateLabels: Record<ProposalState, { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'neutral' },
  submitted: { label: 'Waiting for review', tone: 'accent' },
  changes_requested: { label: 'Changes asked for', tone: 'warning' },
  accepted: { label: 'Accepted', tone: 'success' },
  rejected: { label: 'Rejected', tone: 'danger' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
}

const forProposer: Record<ProposalState, string> = {
  draft: 'Only you see this draft. Nothing happens until you send it.',
  submitted: 'A maintainer decides next. Until then you can still revise it or take it back.',
  changes_requested: 'It is your turn: a maintainer asked for changes. Revise the proposal and send it again.',
  accepted: 'It is part of the catalog and of its README.',
  rejected: 'It will not be added. The reason is below; a new proposal is welcome if things change.',
  withdrawn: 'It was taken back and is not under review. Nothing in the catalog changed.',
}

const forOthers: Record<ProposalState, string> = {
  draft: 'Its proposer has not sent it yet.',
  submitted: 'It waits for a maintainer’s decision.',
  changes_requested: 'It waits for its proposer, who was asked for changes.',
  accepted: 'It is part of the catalog and of its README.',
  rejected: 'It was not added; the reason is below.',
  withdrawn: 'Its proposer took it back. Nothing in the catalog changed.',
}

// Who may change nothing more reads what they proposed.
const forBlocked: Partial<Record<ProposalState, string>> = {
  submitted: 'A maintainer decides next. Your account is blocked, so you can read it, and not revise it.',
  changes_requested: 'A maintainer asked for changes. Your account is blocked, so you can read it, and not revise it.',
}

/** To whom it is told: its proposer, its proposer whose account is blocked, or anybody else who may see it. */
type Reader = 'proposer' | 'blocked proposer' | 'other'

/** What happens next with a proposal. */
export function whatHappensNext(state: ProposalState, reader: Reader): string {
  if (reader === 'other') return forOthers[state]
  return (reader === 'blocked proposer' && forBlocked[state]) || forProposer[state]
}
