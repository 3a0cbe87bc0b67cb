import { expect, it } from 'vitest'
import { readLeftOut, reviewPath, toggled } from './left-out'

it.each([
  [undefined, []],
  ['', []],
  ['4,1,4', [1, 4]],
  ['x,-1,2.5,123456,3', [3]],
  [['1'], []],
])('reads %j as %j', (text, ordinals) => expect(readLeftOut(text)).toEqual(ordinals))

it('leaves one change more out, or puts it back, in the address', () => {
  expect(reviewPath(7, toggled([3], 1))).toBe('/review/7?without=1,3')
  expect(reviewPath(7, toggled([3], 3))).toBe('/review/7')
})
