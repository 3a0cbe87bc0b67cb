import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryName, entrySchema, fitHeader, kinds, linksOf, printCells, readCells, termsOf } from './entry'

const modelColumns = kinds.model.columns.map(({ key }) => key)
const datasetColumns = kinds.dataset.columns.map(({ key }) => key)

describe('a header', () => {
  it.each([
    [['Model', 'Subfield', 'Paper', 'Code', 'Base', 'Pre-Training Data'], { kind: 'model', columns: modelColumns }],
    [[' pre-training data ', 'NAME'], { kind: 'model', columns: ['data', 'name'] }],
    [['Dataset (Paper)', 'Description', 'Link'], { kind: 'dataset', columns: datasetColumns }],
    [['Links', 'Dataset'], { kind: 'dataset', columns: ['links', 'name'] }],
  ])('%j fits a kind', (headers, fit) => expect(fitHeader(headers)).toEqual(fit))

  it.each([[['Model']], [['Model', 'Name']], [['Subfield', 'Paper']], [['Model', 'Stars']], [[]]])('%j fits none', (headers) =>
    expect(fitHeader(headers)).toBeUndefined(),
  )
})

describe('a row', () => {
  it('keeps what does not fit as it is written, a missing cell too', () =>
    expect(readCells('model', ['name', 'paper', 'code'], ['**A**', '-'])).toEqual({
      kind: 'model',
      fields: { paper: null },
      raw: { name: '**A**', code: '' },
    }))

  it('may not name a column that its kind has not', () =>
    expect(() => readCells('dataset', ['subfield'], ['x'])).toThrow('the kind dataset has no column subfield'))
})

describe('what an entry says', () => {
  const link = (url: string) => ({ label: 'x', url })

  it('its name, raw if need be', () => {
    expect(entryName({ kind: 'model', fields: { name: 'A' }, raw: {} })).toBe('A')
    expect(entryName({ kind: 'model', fields: {}, raw: { name: '**A**' } })).toBe('**A**')
    expect(entryName({ kind: 'model', fields: {}, raw: {} })).toBe('')
  })

  it('its links', () => {
    expect(linksOf({ kind: 'model', fields: { paper: link('https://a.org'), code: null }, raw: {} })).toEqual([link('https://a.org')])
    expect(linksOf({ kind: 'model', fields: {}, raw: {} })).toEqual([])
    expect(linksOf({ kind: 'dataset', fields: { papers: [link('https://a.org')], links: [link('https://b.org')] }, raw: {} })).toHaveLength(2)
    expect(linksOf({ kind: 'dataset', fields: {}, raw: {} })).toEqual([])
  })

  it('its terms', () => {
    const fields = { subfield: 'Radiology', base: ['ViT'], data: ['MIMIC-CXR', 'CheXpert'] }
    expect(termsOf({ kind: 'model', fields, raw: {} })).toEqual({ ...fields, subfield: ['Radiology'] })
    expect(termsOf({ kind: 'model', fields: { subfield: null }, raw: {} })).toEqual({ subfield: [], base: [], data: [] })
    expect(termsOf({ kind: 'dataset', fields: {}, raw: {} })).toEqual({})
  })
})

// Whatever a form lets through: text as a hostile hand would type it, as far as the schema takes it.
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'|\\`*_[]()<>&;~+-#! ab1é漢🜚'.split(''), ' + ', '](', ' (['), maxLength: 16 }),
  fc.string({ unit: 'grapheme', maxLength: 16 }),
)
const link = fc.record({ label: words, url: fc.webUrl({ withQueryParameters: true, withFragments: true }) })
const model = fc.record({
  ...{ name: words, subfield: fc.option(words), paper: fc.option(link), code: fc.option(link) },
  ...{ base: fc.array(words, { maxLength: 3 }), data: fc.array(words, { maxLength: 4 }), starred: fc.boolean() },
})
const dataset = fc.record({
  ...{ name: words, papers: fc.array(link, { maxLength: 3 }) },
  ...{ description: fc.option(words), links: fc.array(link, { maxLength: 3 }) },
})
const drafts = fc
  .oneof(model.map((fields) => ({ kind: 'model', fields })), dataset.map((fields) => ({ kind: 'dataset', fields })))
  .map((draft) => entrySchema.safeParse(draft))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data)

describe('any entry that the schema takes', () => {
  it('is read from its cells as it was', () =>
    fc.assert(
      fc.property(drafts, (draft) => {
        const columns = draft.kind === 'model' ? modelColumns : datasetColumns
        const { kind, fields, raw } = readCells(draft.kind, columns, printCells(draft, columns))
        expect({ kind, fields, raw }).toEqual({ ...draft, raw: {} })
      }),
    ))
})
