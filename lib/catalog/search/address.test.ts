import { describe, expect, it } from 'vitest'
import { naughtyStrings } from '@/scripts/testing/naughty-strings'
import { narrows, readSearch, writeSearch } from './address'

const nothing = readSearch({})

describe('readSearch', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['nothing', {}, {}],
    ['blank fields, as an untouched form sends them', { q: '', section: '', subfield: ' ', sort: '' }, {}],
    ['words', { q: '  deep \u0000 learning ' }, { q: 'deep learning' }],
    ['the first of several words', { q: ['a', 'b'] }, { q: 'a' }],
    ['a search without end', { q: 'x'.repeat(5000) }, { q: 'x'.repeat(200) }],
    ['no half of a character', { q: `${'x'.repeat(199)}😀` }, { q: 'x'.repeat(199) }],
    ['several values, each once, in one order', { subfield: ['b', 'a', 'b'] }, { subfield: ['a', 'b'] }],
    ['values as the list writes them', { subfield: ['Radiology', 'radiology'], base: 'Me-LLaMA', venue: 'arXiv' }, { subfield: ['radiology'], base: ['mellama'], venue: ['arxiv'] }],
    ['twenty of them at most', { base: Array.from({ length: 300 }, (_, at) => `b${at}`) }, { base: expect.toSatisfy((all: string[]) => all.length === 20) }],
    ['values that can be', { kind: ['model', 'tool'], section: ['text', '../x'], year: ['2023', '3', '1800'], code: 'yes', starred: ['no', 'yes'] }, { kind: ['model'], section: ['text'], year: ['2023'], code: ['yes'], starred: ['yes'] }],
    ['an order', { sort: 'name' }, { sort: 'name' }],
    ['no order that is none', { sort: 'price' }, {}],
    ['a page', { page: '40' }, { page: 40 }],
    ['no page that there can’t be', { page: '41' }, {}],
    ['no page that is none', { page: '-1' }, {}],
    ['nothing that it does not know', { utm_source: 'x' }, {}],
  ])('reads %s', (_, parameters, query) => expect(readSearch(parameters)).toStrictEqual({ ...nothing, ...query }))

  it.each(naughtyStrings.map((text) => [text]))('reads whatever is typed (%#)', (text) => {
    const query = readSearch({ q: text, kind: text, section: [text], subfield: text, sort: text, page: text, year: { text } })
    expect(readSearch(Object.fromEntries([...new URLSearchParams(writeSearch(query)).keys()].map((key) => [key, new URLSearchParams(writeSearch(query)).getAll(key)])))).toEqual(query)
  })
})

it('writes one address for one search', () => {
  expect(writeSearch(readSearch({ page: '2', sort: 'name', year: '2023', subfield: ['b', 'a'], q: 'x y', kind: 'model' }))).toBe('q=x+y&kind=model&subfield=a&subfield=b&year=2023&sort=name&page=2')
  expect(writeSearch({ subfield: ['b', 'a'] })).toBe('subfield=a&subfield=b')
  expect(writeSearch(nothing)).toBe('')
})

it('tells whether anything is narrowed', () => {
  expect(narrows(readSearch({ sort: 'name', page: '2' }))).toBe(false)
  expect(narrows(readSearch({ q: 'x' }))).toBe(true)
  expect(narrows(readSearch({ code: 'yes' }))).toBe(true)
})
