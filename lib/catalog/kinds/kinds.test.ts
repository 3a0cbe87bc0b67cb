import { describe, expect, it } from 'vitest'
import { dataset } from './dataset'
import { model } from './model'

const link = { label: 'a', url: 'https://a.org' }
const aModel = { name: 'a', subfield: 'b', paper: link, code: link, base: ['a'], data: ['b'], starred: true }
const aDataset = { name: 'a', papers: [link], description: 'b', links: [link] }
const many = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)
const links = (count: number) => many(count).map(() => link)

describe('a model', () => {
  const problems = (change: object) => model.schema.safeParse({ ...aModel, ...change }).error?.issues.map(({ message }) => message)

  it.each([{}, { name: 'a'.repeat(120) }, { subfield: 'a'.repeat(80) }, { subfield: null, paper: null, code: null, base: [], data: [], starred: false }])('may be %j', (change) =>
    expect(problems(change)).toBeUndefined(),
  )
  it.each([{ base: many(12) }, { data: many(30) }])('may have as many as %j', (change) => expect(problems(change)).toBeUndefined())
  it.each<[object, string]>([
    [{ name: '' }, 'Name the model.'],
    [{ name: 'a'.repeat(121) }, 'Keep it under 120 characters.'],
    [{ subfield: '' }, 'Name the subfield, like Radiology.'],
    [{ subfield: 'a'.repeat(81) }, 'Keep it under 80 characters.'],
    [{ paper: { ...link, label: '' } }, 'Give the paper’s title.'],
    [{ code: { ...link, label: '' } }, 'Name the link.'],
    [{ base: many(13) }, 'List at most 12.'],
    [{ data: many(31) }, 'List at most 30.'],
  ])('may not be %j: %s', (change, message) => expect(problems(change)).toContain(message))

  it('leads to its paper and its code, and tells what it is made of', () => {
    const code = { label: 'c', url: 'https://c.org' }
    expect(model.links({ ...aModel, code })).toEqual([link, code])
    expect(model.links({ paper: null })).toEqual([])
    expect(model.terms(aModel)).toEqual({ subfield: ['b'], base: ['a'], data: ['b'] })
    expect(model.terms({ subfield: null })).toEqual({ subfield: [], base: [], data: [] })
  })

  it.each<[string, string[], string[], boolean]>([
    ['name', ['Model', 'Model Name'], ['Name'], false],
    ['subfield', ['Subfield', 'Sub-field'], ['Field', 'Domain'], true],
    ['paper', ['Paper', 'Paper Title', 'Publication'], ['Title'], false],
    ['code', ['Code', 'GitHub', 'Repo', 'Repository', 'Code Link'], [], false],
    ['base', ['Base', 'Base Model', 'Backbone'], [], true],
    ['data', ['Pre-Training Data', 'Pre-Training Dataset', 'Training Data'], ['Data'], true],
  ])('has its %s under %j', (key, headers, vague, telling) =>
    expect(model.columns.find((column) => column.key === key)).toMatchObject({ headers, vague, telling }),
  )
})

describe('a dataset', () => {
  const problems = (change: object) => dataset.schema.safeParse({ ...aDataset, ...change }).error?.issues.map(({ message }) => message)

  it.each([{}, { name: 'a'.repeat(120) }, { description: 'a'.repeat(500) }, { description: null, papers: [], links: [] }])('may be %j', (change) =>
    expect(problems(change)).toBeUndefined(),
  )
  it.each([{ papers: links(6) }, { links: links(6) }])('may have six of %j', (change) => expect(problems(change)).toBeUndefined())
  it.each<[object, string]>([
    [{ name: '' }, 'Name the dataset.'],
    [{ name: 'a'.repeat(121) }, 'Keep it under 120 characters.'],
    [{ papers: links(7) }, 'List at most 6 papers.'],
    [{ description: '' }, 'Describe the dataset in a sentence.'],
    [{ description: 'a'.repeat(501) }, 'Keep it under 500 characters.'],
    [{ links: links(7) }, 'List at most 6 links.'],
  ])('may not be %j: %s', (change, message) => expect(problems(change)).toContain(message))

  it('leads to its papers and its links', () => {
    const other = { label: 'c', url: 'https://c.org' }
    expect(dataset.links({ ...aDataset, links: [other] })).toEqual([link, other])
    expect(dataset.links({})).toEqual([])
    expect(dataset.terms(aDataset)).toEqual({})
  })

  it.each<[string, string[]]>([
    ['name', ['Dataset (Paper)', 'Dataset', 'Dataset Name']],
    ['description', ['Description']],
    ['links', ['Link', 'Download', 'URL']],
  ])('has its %s under %j', (key, headers) => expect(dataset.columns.find((column) => column.key === key)).toMatchObject({ headers }))
})
