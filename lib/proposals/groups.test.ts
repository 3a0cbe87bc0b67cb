import { expect, it } from 'vitest'
import type { Change } from '@/lib/readme/change'
import { groupsOf } from './groups'
import { joinReason } from './reasons'

const remove = (entry: string): Change => ({ op: 'remove', section: 'a', entry })
const item = (ordinal: number, amended: { change: Change; base: number } | null = null) => ({ ordinal, change: remove(`${ordinal}`), amended })

it('takes what was sent first, then what it was amended to, from old to new', () => {
  const amended = (base: number) => ({ change: remove(`at ${base}`), base })
  expect(groupsOf([item(0, amended(7)), item(1), item(2, amended(5)), item(3), item(4, amended(7))], 4, new Set([3]))).toEqual([
    { base: 4, items: [{ ordinal: 1, change: remove('1') }] },
    { base: 5, items: [{ ordinal: 2, change: remove('at 5') }] },
    { base: 7, items: [{ ordinal: 0, change: remove('at 7') }, { ordinal: 4, change: remove('at 7') }] },
  ])
})

it('has no group for nothing', () => {
  expect(groupsOf([item(0)], null, new Set([0]))).toEqual([])
  expect(groupsOf([item(0)], null)).toEqual([{ base: null, items: [{ ordinal: 0, change: remove('0') }] }])
})

it.each([
  ['', ' My words. ', 'My words.'],
  ['Chosen.', '', 'Chosen.'],
  ['Chosen.', 'My words.', 'Chosen. My words.'],
])('joins the reason %j and %j', (chosen, words, reason) => expect(joinReason(chosen, words)).toBe(reason))
