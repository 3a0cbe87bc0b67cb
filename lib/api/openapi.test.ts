import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { examplesFor } from './examples'
import { explain } from './explained'
import { openApi } from './openapi'
import { operations } from './operations'

const document = openApi({ origin: 'https://catalog.example', name: 'A list', description: 'Of things.' }) as {
  paths: Record<string, { get: { operationId: string; parameters: { name: string; in: string; required: boolean; description?: string }[]; responses: object } }>
  components: { schemas: Record<string, unknown> }
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
})

it('is explained on a page, address by address', () => {
  const explained = explain({ origin: 'https://catalog.example', name: 'A list', description: 'Of things.' })
  expect(explained.map(({ path }) => path)).toEqual(Object.keys(document.paths))
  expect(explained.find(({ path }) => path === '/api/v1/search')?.parameters[0]).toEqual({ name: 'q', place: 'query', required: true, description: 'Words to look for.' })
  expect(examplesFor('https://catalog.example').every(({ code }) => code.includes('https://catalog.example/'))).toBe(true)
})
