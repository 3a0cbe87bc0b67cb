import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnOf, kinds } from './entry'
import { fitHeader } from './header'

const modelColumns = kinds.model.columns.map(({ key }) => key)
const datasetColumns = kinds.dataset.columns.map(({ key }) => key)

describe('a header', () => {
  it.each([
    [['Model', 'Subfield', 'Paper', 'Code', 'Base', 'Pre-Training Data'], modelColumns],
    [['Name', 'Pre-training data'], ['name', 'data']],
    [['pretraining_datasets', '**MODEL**'], ['data', 'name']],
    [['Models', 'Stars', 'Papers'], ['name', 'Stars', 'paper']],
    [['[Model](#m)', 'GitHub'], ['name', 'code']],
    [['Model', 'Paper', 'Paper'], ['name', 'paper', 'Paper']],
    [['Model', 'Backbone', 'Title', 'Stars'], ['name', 'base', 'paper', 'Stars']],
  ])('%j is a model’s', (headers, columns) => expect(fitHeader(headers)).toEqual({ kind: 'model', columns }))

  it.each([
    [['Dataset (Paper)', 'Description', 'Link'], datasetColumns],
    [['Links', 'Dataset'], ['links', 'name']],
    [['Datasets', 'Download', 'Size'], ['name', 'links', 'Size']],
  ])('%j is a dataset’s', (headers, columns) => expect(fitHeader(headers)).toEqual({ kind: 'dataset', columns }))

  it.each([
    ['a name alone', ['Model'], ['Model']],
    ['two names', ['Model', 'Name'], ['Model', 'Name']],
    ['no name', ['Subfield', 'Paper'], ['Subfield', 'Paper']],
    ['a vague name among vague columns', ['Name', 'Title', 'Link'], ['Name', 'Title', 'Link']],
    ['more strange columns than known ones', ['Model', 'Paper', 'A', 'B', 'C'], ['Model', 'Paper', 'A', 'B', 'C']],
    ['nothing at all', [], []],
  ])('with %s is any table’s', (_, headers, columns) => expect(fitHeader(headers)).toEqual({ kind: 'table', columns }))

  it('names its strange columns by what they say, each differently', () =>
    expect(fitHeader(['**Tool**', '\\_\\_proto\\_\\_', '[Tool](https://a.org)', ' ', 'Tool (2)', 'Tool'])).toEqual({
      kind: 'table',
      columns: ['Tool', 'Column 2', 'Tool (2)', 'Column 4', 'Tool (2) (2)', 'Tool (3)'],
    }))

  it('names a column by the beginning of a long header', () =>
    expect(fitHeader([`${'x'.repeat(119)}🎉`, `${'x'.repeat(119)}🎊`]).columns).toEqual([`${'x'.repeat(119)}\ufffd`, `${'x'.repeat(119)}\ufffd (2)`]))

  it('names no strange column by a key of its kind', () =>
    expect(fitHeader(['Model', 'Paper', 'name']).columns).toEqual(['name', 'paper', 'name (2)']))

  it('gives every column a key of its own, whatever it says', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('Model', 'Name', 'Paper', 'paper', 'Data', 'data (2)', ''), fc.string())), (headers) => {
        const { kind, columns } = fitHeader(headers)
        expect(columns).toHaveLength(headers.length)
        expect(new Set(columns).size).toBe(headers.length)
        expect(kind === 'table' || columnOf(kind, 'name') !== undefined).toBe(true)
      }),
    ))
})
