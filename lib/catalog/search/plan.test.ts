import { expect, it } from 'vitest'
import { readSearch } from './address'
import { chosenTokens, filterGroups, waysOf } from './plan'

const sections = [{ id: 's1', slug: 'text' }]
const words = [{ text: 'clip', goesOn: [], near: [] }]
const query = readSearch({ subfield: ['a', 'b'], section: ['text', 'nowhere'] })

it('asks for one value of each facet', () => {
  expect(filterGroups(query, sections)).toEqual([[':section:none', ':section:s1'], [':subfield:a', ':subfield:b']])
  expect(filterGroups(query, sections, 'section')).toEqual([[':subfield:a', ':subfield:b']])
})

it('goes by names first, then by all that is said, and facets go along', () => {
  const filter = [[':subfield:a', ':subfield:b']]
  expect(waysOf(words, query, sections, 'section')).toEqual([[['pclip'], ...filter], [['qclip'], ...filter]])
  expect(waysOf([], query, sections, 'section')).toEqual([filter])
  expect(waysOf([], readSearch({}), sections)).toEqual([])
})

it('knows what is chosen as the index has it, without sections that there are not', () => {
  expect(chosenTokens(query, sections)).toEqual(['section:s1', 'subfield:a', 'subfield:b'])
  expect(chosenTokens(query, sections, ['subfield'])).toEqual(['subfield:a', 'subfield:b'])
})
