import { describe, expect, it } from 'vitest'
import { fitFrame, growFrame, widthFor } from './fit'
import type { Frame } from './frame'
import { frameWith } from './testing/frame-with'

describe('the width', () => {
  it.each([
    ['a', 8, 3],
    ['abcdef', 8, 6],
    ['abcdefghij', 8, 8],
    ['abcdefghij', null, 10],
  ])('for %s under a cap of %s is %i', (cell, cap, width) => expect(widthFor(cell, frameWith({ cap }).layout)).toBe(width))
})

describe('a table that takes a row', () => {
  it('grows where a cell is wider, up to the cap, and drops what it wrote otherwise', () => {
    const verbatim = { header: '|Model|Base|\n', delimiter: null }
    expect(growFrame(frameWith({}, { verbatim }), ['abcdefghij', 'b'])).toEqual(frameWith({}, { widths: [8, 4] }))
  })
  it.each<[string, Frame, string[]]>([
    ['its cells fit', frameWith(), ['abcde', 'b']],
    ['the column is not padded', frameWith({}, { widths: [5, 0] }), ['abcde', 'a longer one']],
    ['it lacks a cell', frameWith(), ['a']],
    ['it is compact', frameWith({ style: 'compact' }), ['abcdefghij', 'b']],
    ['it is padded by no rule', frameWith({ exact: false }), ['abcdefghij', 'b']],
  ])('stays the same where %s', (_, frame, cells) => expect(growFrame(frame, cells)).toBe(frame))
})

describe('a table whose rows changed', () => {
  const rows = (...names: string[]) => names.map((name) => ({ cells: [name], verbatim: null }))
  const before = rows('a', 'bbbbbb')
  const table = frameWith({}, { widths: [6, 4] })

  it.each<[string, Frame, ReturnType<typeof rows>, number[]]>([
    ['follows its widest cell when that goes', table, rows('a'), [5, 4]],
    ['follows its widest cell when a wider one comes', table, rows('a', 'ccccccc'), [7, 4]],
    ['stops at the cap', table, rows('cccccccccc'), [8, 4]],
    ['keeps a width that no cell needed', frameWith({}, { widths: [7, 4] }), rows('a'), [7, 4]],
    ['grows from such a width for a wider cell', frameWith({}, { widths: [7, 4] }), rows('aaaaaaaa'), [8, 4]],
  ])('%s', (_, frame, after, widths) => expect(fitFrame(frame, before, after).widths).toEqual(widths))

  it.each<[string, Frame, ReturnType<typeof rows>]>([
    ['nothing follows', table, rows('cccccc')],
    ['the column is not padded', frameWith({}, { widths: [0, 4] }), rows('cccccccccc')],
    ['it is compact', frameWith({ style: 'compact' }), rows('cccccccccc')],
    ['it is padded by no rule', frameWith({ exact: false }), rows('cccccccccc')],
  ])('stays the same where %s', (_, frame, after) => expect(fitFrame(frame, before, after)).toBe(frame))

  it('is not measured by rows that keep their own bytes', () =>
    expect(fitFrame(table, before, [...before, { cells: ['ccccccc'], verbatim: '|ccccccc|\n' }])).toBe(table))
})
