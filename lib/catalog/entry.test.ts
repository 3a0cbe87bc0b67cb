import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitRow } from '@/lib/readme/row'
import { entryName, entrySchema, kinds, linksOf, printCells, readCells, readDraft, termsOf, type ReadEntry } from './entry'

describe('a row', () => {
  it('keeps what does not fit as it is written, a missing cell too', () =>
    expect(readCells('model', ['name', 'paper', 'code'], ['**A**', '-'])).toEqual({
      kind: 'model',
      fields: { paper: null },
      raw: { name: '**A**', code: '' },
      more: {},
    }))

  it('keeps the cells of columns that its kind does not know, by their keys', () => {
    expect(readCells('dataset', ['name', 'Size'], ['D', '12 GB'])).toMatchObject({ fields: { name: 'D' }, raw: {}, more: { Size: '12 GB' } })
    expect(readCells('table', ['name', 'Stars'], ['**A**'])).toEqual({ kind: 'table', fields: {}, raw: {}, more: { name: '**A**', Stars: '' } })
  })

  it('is written from whatever there is, in the table’s order', () => {
    const content = { kind: 'model', fields: { subfield: 'EHR', data: [] }, raw: { paper: '?' }, more: { Stars: '5' } } as const
    expect(printCells(content, ['Stars', 'constructor', 'paper', 'subfield', 'data', 'code'])).toEqual(['5', '', '?', 'EHR', '', ''])
    expect(printCells({ kind: 'table', fields: {} }, ['name'])).toEqual([''])
  })
})

describe('what an entry says', () => {
  const link = (url: string) => ({ label: 'x', url })
  const entry = (kind: ReadEntry['kind'], fields: object, more: Record<string, string> = {}, raw: Record<string, string> = {}) =>
    ({ kind, fields, raw, more }) as ReadEntry

  it.each([
    ['its field', entry('model', { name: 'A' }), 'A'],
    ['its raw cell', entry('model', {}, {}, { name: '**A**' }), 'A'],
    ['the first cell with a word', entry('table', {}, { '#': '1', Title: '[A *b*](https://a.org)', Tool: 'x' }), 'A b'],
    ['the cell whose header says so', entry('table', {}, { Venue: 'NeurIPS', Code: '[x](https://x.org)', 'Paper title': 'T' }), 'T'],
    ['the cell of what the list is of', entry('table', {}, { Date: 'May 24', Note: 'new', Tool: 'hammer' }), 'hammer'],
    ['no cell of what stands beside', entry('table', {}, { Year: 'Y2K', Note: 'new' }), 'new'],
    ['no badge', entry('table', {}, { A: '![stars](https://a.org/b.svg)', B: '![c](https://c.org) d' }), 'c d'],
    ['a badge, if need be', entry('table', {}, { A: '![stars](https://a.org/b.svg)', B: '1' }), 'stars'],
    ['a cell without words, if need be', entry('table', {}, { A: ' ', '#': '1' }), '1'],
    ['nothing', entry('model', {}), ''],
  ])('its name by %s', (_, read, name) => expect(entryName(read)).toBe(name))

  it('its links', () => {
    expect(linksOf(entry('model', { paper: link('https://a.org'), code: null }))).toEqual([link('https://a.org')])
    expect(linksOf(entry('model', {}))).toEqual([])
    expect(linksOf(entry('dataset', { papers: [link('https://a.org')], links: [link('https://b.org')] }))).toHaveLength(2)
    expect(linksOf(entry('dataset', {}))).toEqual([])
    expect(linksOf(entry('table', {}, { A: '[a](https://a.org)' }))).toEqual([])
  })

  it('its terms', () => {
    const fields = { subfield: 'Radiology', base: ['ViT'], data: ['MIMIC-CXR', 'CheXpert'] }
    expect(termsOf(entry('model', fields))).toEqual({ ...fields, subfield: ['Radiology'] })
    expect(termsOf(entry('model', { subfield: null }))).toEqual({ subfield: [], base: [], data: [] })
    expect(termsOf(entry('dataset', {}))).toEqual({})
    expect(termsOf(entry('table', {}))).toEqual({})
  })
})

describe('a row of a table, as a form sends it', () => {
  const parse = (more: unknown) => entrySchema.safeParse({ kind: 'table', fields: {}, more })

  it('is markdown that cannot leave its cell', () =>
    expect(parse({ Name: ' a | b\\ ' }).data).toEqual({ kind: 'table', fields: {}, more: { Name: 'a \\| b\\\\' } }))
  it.each([[undefined], [{}], [{ Name: ' ', Stars: '-' }], [{ Name: '<br>' }]])('%j says nothing and is refused', (more) =>
    expect(parse(more).error?.issues).toMatchObject([{ path: ['more'], message: 'Fill in at least one column: a row says something.' }]))
  it.each(['a\nb', 'x'.repeat(2001), '\u202ea'])('is refused where a cell holds %j', (cell) =>
    expect(parse({ Name: 'a', Note: cell }).error?.issues).toMatchObject([{ path: ['more', 'Note'] }]))
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
const more = fc.record({ Size: words, 'Added (by)': words })
const drafts = fc
  .oneof(
    fc.record({ kind: fc.constant('model'), fields: model, more }),
    fc.record({ kind: fc.constant('dataset'), fields: dataset, more }),
    fc.record({ kind: fc.constant('table'), fields: fc.constant({}), more }),
  )
  .map((draft) => entrySchema.safeParse(draft))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data)

describe('any entry that the schema takes', () => {
  it('is read from its cells as it was', () =>
    fc.assert(
      fc.property(drafts, (draft) => {
        const columns = [...kinds[draft.kind].columns.map(({ key }) => key), 'Size', 'Added (by)']
        expect(readCells(draft.kind, columns, printCells(draft, columns))).toEqual(readDraft(draft))
      }),
    ))

  it('stays within its cells', () =>
    fc.assert(
      fc.property(drafts, (draft) => {
        const cells = printCells(draft, [...kinds[draft.kind].columns.map(({ key }) => key), 'Size', 'Added (by)'])
        expect(splitRow(`| ${cells.join(' | ')} |`)).toEqual(cells)
      }),
    ))
})
