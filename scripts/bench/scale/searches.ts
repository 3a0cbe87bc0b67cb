import { readSearch } from '@/lib/catalog/search/address'
import { searchCatalog, suggestEntries } from '@/lib/catalog/search/search'
import type { Catalog } from './catalog'
import type { Read } from './reads'
import { ownWord } from './rows'

/** The word that one entry has, in a catalog of a thousand too. */
const rare = ownWord(500)

const views: readonly [name: string, parameters: Record<string, string | string[]>][] = [
  ['nothing asked: the first page', {}],
  ['nothing asked: the last page', { page: '40' }],
  ['nothing asked, newest first', { sort: 'added' }],
  ['a common word', { q: 'model' }],
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

const lastPages = new WeakMap<Catalog, number>()

/** The last page that a catalog has of a search: of a thousand entries it is the fifth, of a million the fortieth. */
async function lastPage(catalog: Catalog, q: string): Promise<string> {
  const known = lastPages.get(catalog) ?? (await searchCatalog(catalog.db, readSearch({ q }))).pages
  lastPages.set(catalog, known)
  return String(known)
}

/** Searches with all that their page shows: entries, counts and facets; and what is answered while one types. */
export const searches: readonly Read[] = [
  ...views.map(([name, parameters]): Read => ({ name: `search: ${name}`, run: ({ db }) => searchCatalog(db, readSearch(parameters)) })),
  { name: 'search: a common word, the last page', run: async (catalog) => searchCatalog(catalog.db, readSearch({ q: 'model', page: await lastPage(catalog, 'model') })) },
  { name: 'search: answers while one types', run: ({ db }) => suggestEntries(db, 'radiol') },
]
