import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { entryKinds } from '@/lib/catalog/entry'
import { sortNames } from '@/lib/catalog/search/address'
import { facetNames } from '@/lib/catalog/search/facets'
import { examplesFor } from './examples'
import { explain } from './explained'
import { openApi } from './openapi'
import { operations } from './operations'

const document = openApi({ origin: 'https://catalog.example', name: 'A list', description: 'Of things.' }) as {
  paths: Record<string, { get: { operationId: string; parameters: { name: string; in: string; required: boolean; description?: string; schema: object }[]; responses: object } }>
  components: { schemas: Record<string, unknown>; responses: Record<string, { headers: object }> }
}

describe('the OpenAPI document', () => {
  it('is one', async () => expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true }))

  it('names only schemas that it has', () => {
    const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name as string)
    expect(named.filter((name) => !(name in document.components.schemas))).toEqual([])
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Entry', 'SparseEntry', 'EntryState', 'Change', 'Section', 'Revision', 'Problem']))
  })

  it('has every operation, with its parameters explained', () => {
    expect(Object.keys(document.paths)).toEqual(Object.values(operations).map(({ path }) => path))
    const parameters = Object.values(document.paths).flatMap(({ get }) => get.parameters)
    expect(parameters.filter(({ description }) => !description)).toEqual([])
    const { parameters: ofEntry, responses } = document.paths['/api/v1/entries/{kind}/{slug}']?.get ?? { parameters: [], responses: {} }
    expect(ofEntry.filter(({ required }) => required).map(({ name, in: place }) => [name, place])).toEqual([['kind', 'path'], ['slug', 'path']])
    expect(Object.keys(responses)).toEqual(['200', '304', '400', '404', '410', '429', '503'])
  })

  it('tells of each problem which headers it has', () => {
    for (const { headers } of Object.values(document.components.responses)) expect(headers).toHaveProperty('RateLimit-Policy')
    expect(Object.entries(document.components.responses).filter(([, { headers }]) => 'Retry-After' in headers).map(([name]) => name)).toEqual(['limited', 'unavailable'])
  })

  it('says of a search what its page takes: several values of one facet, and an order', () => {
    const parameters = document.paths['/api/v1/search']?.get.parameters ?? []
    expect(parameters.map(({ name }) => name)).toEqual(['q', ...facetNames, 'sort', 'fields', 'limit', 'cursor'])
    const schemas = new Map(parameters.map(({ name, schema }) => [name, schema]))
    for (const facet of facetNames) expect(schemas.get(facet)).toMatchObject({ type: 'array', maxItems: 20 })
    expect(schemas.get('sort')).toMatchObject({ enum: sortNames })
  })

  it('names every kind and the range of a limit wherever one is taken', () => {
    const parameters = Object.values(document.paths).flatMap(({ get }) => get.parameters)
    const told = (name: string) => parameters.filter((parameter) => parameter.name === name).map(({ description }) => description)
    expect(told('kind')).toHaveLength(5)
    for (const description of told('kind')) for (const kind of entryKinds) expect(description).toContain(`\`${kind}\``)
    expect(told('limit')).toHaveLength(5)
    for (const description of told('limit')) expect(description).toContain('from 1 to 200')
  })
})

it('is explained on a page, address by address', () => {
  const explained = explain({ origin: 'https://catalog.example', name: 'A list', description: 'Of things.' })
  expect(explained.map(({ path }) => path)).toEqual(Object.keys(document.paths))
  expect(explained.find(({ path }) => path === '/api/v1/search')?.parameters[0]).toEqual({ name: 'q', place: 'query', required: false, description: 'Words to look for. Needed where no facet narrows the search.' })
  expect(examplesFor('https://catalog.example').every(({ code }) => code.includes('https://catalog.example/'))).toBe(true)
})
