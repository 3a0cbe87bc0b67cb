import { expect, it } from 'vitest'
import { shownOf } from './counts'

it.each([
  [2, [1, 2]],
  [3, [1, 2, 3]],
  [4, [1, 2, 3, 4]],
  [5, [1, 2, 3]],
])('of %i shows %j where there is room for three: nothing is said to be missing that could stand there', (all, shown) => {
  expect(shownOf([1, 2, 3, 4].slice(0, all), all, 3)).toEqual(shown)
})
