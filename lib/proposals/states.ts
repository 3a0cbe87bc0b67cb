import type { ProposalState } from '@/prisma/generated/enums'

/** What can happen to a proposal. */
export type ProposalAction = 'submit' | 'revise' | 'withdraw' | 'accept' | 'reject' | 'request_changes'

/**
 * The life of a proposal; what is not listed cannot happen.
 *
 *   draft → submitted ⇄ changes_requested
 *              ↓               ↓
 *     accepted | rejected | withdrawn
 */
const transitions: Record<ProposalState, Partial<Record<ProposalAction, ProposalState>>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: {
    ...{ revise: 'submitted', withdraw: 'withdrawn' },
    ...{ accept: 'accepted', reject: 'rejected', request_changes: 'changes_requested' },
  },
  changes_requested: { revise: 'submitted', withdraw: 'withdrawn' },
  accepted: {},
  rejected: {},
  withdrawn: {},
}

/** The state that an action leads to; undefined where it cannot happen. */
export function nextState(state: ProposalState, action: ProposalAction): ProposalState | undefined {
  return transitions[state][action]
}

/** States in which a proposal still waits for somebody; duplicates are looked for among these. */
export const openStates: ProposalState[] = ['submitted', 'changes_requested']

/** The action that a verdict is. */
export const actionOfVerdict = {
  accepted: 'accept',
  rejected: 'reject',
  changes_requested: 'request_changes',
} as const satisfies Record<string, ProposalAction>
