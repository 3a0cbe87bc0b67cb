import { expect, it } from 'vitest'
import { readSearch } from '@/lib/catalog/search/address'
import { searchTitle } from './feeds'

it('calls a search’s file by what was searched for, in a line', () => {
  expect(searchTitle(readSearch({ q: 'med', subfield: ['Radiology', 'pathology'], kind: 'model', sort: 'name' }))).toBe('A search: “med”, kind model, subfield pathology, subfield radiology')
  expect(searchTitle(readSearch({ sort: 'name' }))).toBe('A search')
  expect(searchTitle(readSearch({ base: Array.from({ length: 20 }, (_, at) => `${at} ${'x'.repeat(100)}`) }))).toBe('A search')
})
