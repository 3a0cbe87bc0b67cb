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
    ['colour=1&shape=2', { colour: 'is no parameter of this address', shape: 'is no parameter of this address' }],
    ['kind=model&kind=model', { kind: 'is given more than once' }],
    ['limit=0&revision=0', { limit: 'must be a whole number from 1 to 200', revision: 'must be a catalog revision: a whole number from 1' }],
    ['fields=name,a.b.c', { fields: expect.stringContaining('“a.b.c”') }],
    ['fields=', { fields: expect.stringContaining('has no member “”') }],
  ])('%s: %j', (query, fields) => expect(wrong('entries', query)).toEqual(fields))

  it('says what is missing', () => expect(wrong('search', '')).toEqual({ q: 'is missing' }))
  it('says all of it in a sentence each', () =>
    expect(read('entries', 'limit=0&x=1')).toMatchObject({ message: '“limit” must be a whole number from 1 to 200. “x” is no parameter of this address.' }))
})

it('reads a path', () => {
  expect(readParameters(pathSchemas.entry, { kind: 'model', slug: 'uni' })).toEqual({ ok: true, value: { kind: 'model', slug: 'uni' } })
  expect(readParameters(pathSchemas.revision, { number: '07' })).toEqual({ ok: true, value: { number: 7 } })
  expect(readParameters(pathSchemas.section, { slug: 'A' })).toMatchObject({ ok: false, fields: { slug: expect.stringContaining('slug') } })
})
