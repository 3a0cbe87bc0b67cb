import { expect, it } from 'vitest'
import { manySchema, printPick } from './picked'

const said = { verdict: 'accepted', reason: '' }

it('reads what the boxes say', () =>
  expect(manySchema.parse({ ...said, proposals: [printPick({ id: 12, version: 1 }), '3-2'] })).toEqual({ ...said, proposals: [{ proposal: 12, version: 1 }, { proposal: 3, version: 2 }] }))

it.each([
  ['Tick at least one.', { ...said, proposals: [] }],
  ['Decide at most 50 at once.', { ...said, proposals: Array.from({ length: 51 }, () => '1-1') }],
  ['Say why: the proposers will read it.', { verdict: 'rejected', reason: ' ', proposals: ['1-1'] }],
])('is refused: %s', (message, input) => expect(manySchema.safeParse(input).error?.issues.map((issue) => issue.message)).toEqual([message]))

it.each(['', 'x', '1', '1-', '-1-1', '1-1-1'])('takes %j for no proposal', (pick) => expect(manySchema.safeParse({ ...said, proposals: [pick] }).success).toBe(false))
