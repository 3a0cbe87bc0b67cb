import { expect, it } from 'vitest'
import { whatHappensNext } from './state-words'

it('asks nobody to revise whose account is blocked', () => {
  expect(whatHappensNext('changes_requested', 'proposer')).toContain('Revise the proposal and send it again.')
  for (const state of ['submitted', 'changes_requested'] as const) {
    expect(whatHappensNext(state, 'blocked proposer')).toContain('Your account is blocked')
    expect(whatHappensNext(state, 'other')).not.toContain('you')
  }
  expect(whatHappensNext('accepted', 'blocked proposer')).toBe(whatHappensNext('accepted', 'proposer'))
})
