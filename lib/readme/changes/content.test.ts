import { describe, expect, it } from 'vitest'
import { contentName, editCells, isSame } from './content'

describe('two JSON values', () => {
  it.each([
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [[], {}, false],
    [null, {}, false],
    [{}, null, false],
    ['1', 1, false],
    [undefined, undefined, true],
  ])('%j and %j', (a, b, same) => expect(isSame(a, b)).toBe(same))
})

describe('an edit of a row', () => {
  it('without typed fields leaves all cells as a form would', () =>
    expect(editCells('model', ['name', 'Year'], ['Ant', '1'], { more: { Year: { after: '2' } } }, true)).toEqual(['Ant', '2']))
  it('of a cell that is not there fills what stands before it', () =>
    expect(editCells('table', ['a', 'b', 'c'], ['x'], { more: { c: { after: 'z' } } }, false)).toEqual(['x', '', 'z']))
  it('of one field of two keeps the other', () =>
    expect(editCells('model', ['name', 'data'], ['Ant', 'MIMIC'], { fields: { starred: { before: false, after: true } } }, false)).toEqual(['Ant', 'MIMIC*']))
  it('of one field of a cell that fits none leaves the cell', () =>
    expect(editCells('model', ['name', 'data'], ['Ant', '**x**'], { fields: { starred: { after: true } } }, false)).toEqual(['Ant', '**x**']))
})

it('an entry’s name is its field, or what its first cell says', () => {
  expect(contentName({ kind: 'model', fields: { name: 'Ant' } })).toBe('Ant')
  expect(contentName({ kind: 'table', fields: {}, more: { Tool: '[awk](https://a.org)' } })).toBe('awk')
})
