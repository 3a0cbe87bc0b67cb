import { expect, it } from 'vitest'
import { namingRank } from './table'

it.each([
  ['Name', 0],
  ['Paper Title', 0],
  ['Tool', 1],
  ['Repositories', 2],
  ['Papers', 1],
  ['What it does', 2],
  ['Renamed', 2],
  ['#', 3],
  ['Venue', 3],
  ['No.', 3],
])('ranks the header %j at %d', (header, rank) => {
  expect(namingRank(header)).toBe(rank)
  expect(namingRank(header)).toBe(rank)
})

it('forgets headers before they fill the memory', () => {
  const all = Array.from({ length: 10_002 }, (_, index) => namingRank(`Name ${index}`))
  expect(new Set(all)).toEqual(new Set([0]))
})
