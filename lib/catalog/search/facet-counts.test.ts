import { expect, it } from 'vitest'
import { readSearch } from './address'
import type { Count } from './counts'
import { facetGroups } from './facet-counts'

it('puts values in one order, however the database tells them: by count, by what they are called, by key', () => {
  const values: Count[] = [
    { facet: 'kind', key: 'model', label: '', count: 2 },
    { facet: 'kind', key: 'dataset', label: '', count: 2 },
    { facet: 'kind', key: 'table', label: '', count: 3 },
    { facet: 'base', key: 'b', label: 'B', count: 1 },
    { facet: 'base', key: 'a', label: 'A', count: 1 },
  ]
  for (const told of [values, values.toReversed()]) {
    const groups = facetGroups(readSearch({}), { values: told, atLeast: false }, new Map())
    const keysOf = (name: string) => groups.find(({ facet }) => facet === name)?.options.map(({ key }) => key)
    expect([keysOf('kind'), keysOf('base')]).toEqual([['table', 'dataset', 'model'], ['a', 'b']])
  }
})
