import { readSearch } from '@/lib/catalog/search/address'
import { searchCatalog, suggestEntries } from '@/lib/catalog/search/search'
import type { Read } from './reads'
import { ownWord } from './rows'

/** The word that one entry has, in a catalog of a thousand too. */
const rare = ownWord(500)

const views: readonly [name: string, parameters: Record<string, string | string[]>][] = [
  ['nothing asked: the first page', {}],
  ['nothing asked: the last page', { page: '40' }],
  ['nothing asked, newest first', { sort: 'added' }],
  ['a common word', { q: 'model' }],
  ['a common word, the last page', { q: 'model', page: '40' }],
  ['two common words', { q: 'medical language' }],
  ['a rare word', { q: rare }],
  ['one name', { q: 'BERT 500' }],
  ['a typo in a common word', { q: 'radiolgy' }],
  ['a typo in a rare word', { q: rare.replace(/^(..)(.)(.)/, '$1$3$2') }],
  ['two letters', { q: 'me' }],
  ['one letter', { q: 'c' }],
  ['a facet', { kind: 'model' }],
  ['four facets', { kind: 'model', subfield: ['radiology', 'pathology'], base: 'clip', code: 'yes' }],
  ['words and facets', { q: 'learning', kind: 'model', year: '2023' }],
]

/** Searches with all that their page shows: entries, counts and facets; and what is answered while one types. */
export const searches: readonly Read[] = [
  ...views.map(([name, parameters]): Read => ({ name: `search: ${name}`, run: ({ db }) => searchCatalog(db, readSearch(parameters)) })),
  { name: 'search: answers while one types', run: ({ db }) => suggestEntries(db, 'radiol') },
]
