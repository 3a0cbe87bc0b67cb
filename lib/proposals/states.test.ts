import { describe, expect, it } from 'vitest'
import { ProposalState } from '@/prisma/generated/enums'
import { actionOfVerdict, nextState, openStates, type ProposalAction } from './states'

const actions: ProposalAction[] = ['submit', 'revise', 'withdraw', 'accept', 'reject', 'request_changes']

// Every cell, so that a new way through a proposal's life is a new cell here.
const life: Record<ProposalState, (ProposalState | undefined)[]> = {
  draft: ['submitted', undefined, 'withdrawn', undefined, undefined, undefined],
  submitted: [undefined, 'submitted', 'withdrawn', 'accepted', 'rejected', 'changes_requested'],
  changes_requested: [undefined, 'submitted', 'withdrawn', undefined, undefined, undefined],
  accepted: [undefined, undefined, undefined, undefined, undefined, undefined],
  rejected: [undefined, undefined, undefined, undefined, undefined, undefined],
  withdrawn: [undefined, undefined, undefined, undefined, undefined, undefined],
}

describe('the life of a proposal', () => {
  it.each(Object.values(ProposalState).flatMap((state) => actions.map((action, index) => [state, action, life[state][index]] as const)))(
    '%s, %s → %s',
    (state, action, next) => expect(nextState(state, action)).toBe(next),
  )

  it('is open as long as its proposer can revise it', () =>
    expect(Object.values(ProposalState).filter((state) => nextState(state, 'revise'))).toEqual(openStates))

  it.each(Object.entries(actionOfVerdict))('the verdict %s leads to the state of its name', (verdict, action) =>
    expect(nextState('submitted', action)).toBe(verdict),
  )
})
