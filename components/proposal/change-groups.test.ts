import { expect, it } from 'vitest'
import { parse } from '@/lib/readme/parse'
import { describe } from '@/lib/proposals/told'
import { groupChanges } from './change-groups'

it('gathers changes by their sections, text by itself, in the order of their first', () => {
  const base = parse('### A\n\n| T |\n| - |\n| x |\n| y |\n\n### B\n\n| T |\n| - |\n| z |\n')
  const told = describe(base, [
    { op: 'remove', section: 'b', entry: 'z' },
    { op: 'text', at: 0, before: [], after: ['Hello\n'] },
    { op: 'remove', section: 'a', entry: 'x' },
    { op: 'remove', section: 'b', entry: 'w' },
  ])
  const groups = groupChanges(told.map((change) => ({ ...change, view: null, duplicates: [], entry: null })))
  expect(groups.map(({ key, title, changes }) => [key, title, changes.length])).toEqual([['b', 'B', 2], ['', 'Text around the tables', 1], ['a', 'A', 1]])
})
