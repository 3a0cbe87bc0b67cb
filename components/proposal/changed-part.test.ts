import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedParts } from './changed-part'

describe('what differs between two texts', () => {
  it.each([
    ['Official cite', 'Official site', 'cite', 'site'],
    ['https://arxiv.org/abs/2402.1', 'https://doi.org/10.1', 'arxiv.org/abs/2402', 'doi.org/10'],
    ['same', 'same', '', ''],
    ['', 'new', '', 'new'],
    ['a b', 'a c b', '', 'c '],
  ])('%j → %j', (before, after, was, is) => {
    const cut = changedParts(before, after)
    expect([cut.before.changed, cut.after.changed]).toEqual([was, is])
  })

  it('loses nothing of either', () => {
    const join = ({ start, changed, end }: ReturnType<typeof changedParts>['before']) => start + changed + end
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const cut = changedParts(before, after)
        expect([join(cut.before), join(cut.after)]).toEqual([before, after])
        expect([cut.before.start, cut.before.end]).toEqual([cut.after.start, cut.after.end])
      }),
    )
  })
})
