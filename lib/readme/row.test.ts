import { describe, expect, it } from 'vitest'
import { isEscaped, readRow, rowStart, scanRow, splitRow } from './row'

describe('a row', () => {
  it.each([
    ['| a | b |', ['a', 'b']],
    ['a|b', ['a', 'b']],
    ['|a||', ['a', '']],
    ['| a \\| b \\\\| c |', ['a \\| b \\\\', 'c']],
    ['| `a|b` |', ['`a', 'b`']],
    ['\t|\ta |  ', ['a']],
    ['a \\|', ['a \\|']],
    ['| |', ['']],
    ['|', []],
    ['', []],
  ])('%j has the cells %j', (line, cells) => expect(splitRow(line)).toEqual(cells))

  it('tells where its cells stand, and what its edges are', () => {
    expect(scanRow('> | a | bc', 2)).toEqual([{ text: 'a', at: 4 }, { text: 'bc', at: 8 }])
    expect(readRow(' | a|  b |\t')).toMatchObject({ from: 1, to: 10, open: true, close: true, places: [3, 4, 4, 7, 8, 9] })
    expect(readRow('a | b ')).toMatchObject({ from: 0, to: 5, open: false, close: false })
  })

  it.each([
    ['| a |', '', 0],
    ['   | a |', '  ', 3],
    ['> | a |', '> ', 2],
    ['>| a |', '> ', 1],
    [' > > | a |', '> > ', 5],
    ['> | a |', '> > ', 2],
    ['> > a', '> ', 2],
    ['\t| a |', '  ', 1],
  ])('begins in %j, beside lines that begin with %j, at %i', (line, lead, at) => expect(rowStart(line, lead)).toBe(at))
})

it.each([
  ['a|', 1, false],
  ['\\|', 1, true],
  ['\\\\|', 2, false],
  ['a\\', 2, true],
])('in %j the character at %i is escaped: %s', (line, at, escaped) => expect(isEscaped(line, at)).toBe(escaped))
