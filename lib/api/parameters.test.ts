import { describe, expect, it } from 'vitest'
import { pathSchemas, querySchemas, readParameters, readQuery, type Operation } from './parameters'

const read = (operation: Operation, query: string) => readQuery(querySchemas[operation], new URLSearchParams(query))
const wrong = (operation: Operation, query: string) => {
  const result = read(operation, query)
  return result.ok ? null : result.fields
}

describe('a query', () => {
  it('has what is usual where it says nothing', () => {
    expect(read('entries', '')).toEqual({ ok: true, value: { limit: 50 } })
    expect(read('changes', '')).toEqual({ ok: true, value: { limit: 50, since: 0 } })
  })

  it('is read by its types', () => {
    expect(read('entries', 'kind=model&section=vision-models&subfield=A%20B&revision=3&limit=200&fields=name,%20fields.paper&cursor=abc')).toEqual({
      ok: true,
      value: { kind: 'model', section: 'vision-models', subfield: 'A B', revision: 3, limit: 200, fields: ['name', 'fields.paper'], cursor: 'abc' },
    })
  })

  it.each([
    ['limit=201', { limit: 'must be a whole number from 1 to 200' }],
    ['limit=1.5', { limit: 'must be a whole number from 1 to 200' }],
    ['limit=', { limit: 'must be a whole number from 1 to 200' }],
    ['revision=x', { revision: 'must be a catalog revision: a whole number from 1' }],
    ['revision=1000000000', { revision: 'must be a catalog revision: a whole number from 1' }],
    ['kind=Model', { kind: 'must be one of model, dataset, table' }],
    ['base=%E0%A0', null],
    ['base=%0A', { base: 'must say something, without control characters' }],
    ['constructor=1', { constructor: 'is no parameter of this address' }],
    ['colour=1&shape=2', { colour: 'is no parameter of this address', shape: 'is no parameter of this address' }],
    ['kind=model&kind=model', { kind: 'is given more than once' }],
    ['limit=0&revision=0', { limit: 'must be a whole number from 1 to 200', revision: 'must be a catalog revision: a whole number from 1' }],
    ['fields=name,a.b.c', { fields: expect.stringContaining('“a.b.c”') }],
    ['fields=', { fields: expect.stringContaining('has no member “”') }],
  ])('%s: %j', (query, fields) => expect(wrong('entries', query)).toEqual(fields))

  it('says what is missing', () => expect(wrong('search', '')).toEqual({ q: 'is missing' }))
  it('takes of a search what its page takes, several values of one facet too', () => {
    expect(read('search', 'subfield=Radiology&subfield=pathology&kind=model&code=yes&venue=arXiv&year=2024&starred=yes&section=text&sort=year')).toEqual({
      ok: true,
      value: { subfield: ['Radiology', 'pathology'], kind: ['model'], code: ['yes'], venue: ['arXiv'], year: ['2024'], starred: ['yes'], section: ['text'], sort: 'year', limit: 50 },
    })
  })

  it('takes a search whose words were left blank in the page’s form', () => expect(read('search', 'q=&code=yes')).toEqual({ ok: true, value: { q: '', code: ['yes'], limit: 50 } }))

  it.each([
    ['q=a&q=b', { q: 'is given more than once' }],
    ['kind=model&kind=tool', { kind: 'must be one of model, dataset, table' }],
    ['code=no', { code: 'must be one of yes' }],
    ['year=24', { year: 'must be a year, like 2024' }],
    ['base=%CC%81', { base: 'must say something' }],
    [Array.from({ length: 21 }, (_, at) => `data=d${at}`).join('&'), { data: 'has at most 20 values' }],
    ['q=a&sort=price', { sort: 'must be one of list, name, year, added' }],
    ['q=a&page=2&constructor=x', { page: 'is no parameter of this address', constructor: 'is no parameter of this address' }],
    ['q=a&revision=1', { revision: 'is no parameter of this address' }],
    ['sort=name', { q: 'is missing' }],
    ['q=&sort=name', { q: 'must say something, without control characters' }],
    ['q=%00&code=yes', { q: 'must say something, without control characters' }],
  ])('refuses what a search’s page would leave out: %j', (query, fields) => expect(wrong('search', query)).toEqual(fields))

  it('says all of it in a sentence each', () =>
    expect(read('entries', 'limit=0&x=1')).toMatchObject({ message: '“limit” must be a whole number from 1 to 200. “x” is no parameter of this address.' }))
})

it('reads a path', () => {
  expect(readParameters(pathSchemas.entry, { kind: 'model', slug: 'uni' })).toEqual({ ok: true, value: { kind: 'model', slug: 'uni' } })
  expect(readParameters(pathSchemas.revision, { number: '07' })).toEqual({ ok: true, value: { number: 7 } })
  expect(readParameters(pathSchemas.section, { slug: 'A' })).toMatchObject({ ok: false, fields: { slug: expect.stringContaining('slug') } })
})
