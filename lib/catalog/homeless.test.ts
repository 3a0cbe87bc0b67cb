import { describe, expect, it } from 'vitest'
import { homelessOf } from './homeless'

const model = { kind: 'model' as const, fields: { name: 'a', paper: null, code: null, base: [], data: [], starred: false, subfield: null } }

describe('what has no column', () => {
  it('is nothing where what is missing is left empty', () => expect(homelessOf(model, ['name'])).toBeUndefined())
  it.each([
    ['a field', { ...model, fields: { ...model.fields, code: { label: 'x', url: 'https://a.org' } } }, 'Code'],
    ['one of a column’s fields', { ...model, fields: { starred: true } }, 'Pre-Training Data'],
    ['a list', { ...model, fields: { base: ['x'] } }, 'Base'],
    ['a raw cell', { ...model, raw: { code: '**x**' } }, 'code'],
    ['markdown of no column', { ...model, more: { Year: '2024' } }, 'Year'],
    ['markdown in a field’s column', { ...model, more: { name: 'x' } }, 'name'],
  ])('%s', (_, content, header) => expect(homelessOf(content, ['name'])).toBe(header))
  it('is nothing that is empty', () => expect(homelessOf({ ...model, raw: { code: '' }, more: { Year: '' } }, ['name'])).toBeUndefined())
})
