import { describe, expect, it } from 'vitest'
import { delimiterText, fitFrame, frameLines, frameSchema, growFrame, rowLine, rowText, tableText, widthFor, widthOf, type Frame, type Layout } from './frame'

const layout: Layout = { style: 'padded', cap: 8, measure: 'units', open: true, close: true, gap: ' ', exact: true }

function frameWith(changed: Partial<Layout> = {}, frame: Partial<Frame> = {}): Frame {
  return {
    ...{ columns: ['name', 'base'], header: ['Model', 'Base'], align: ['left', 'none'], widths: [5, 4], eol: '\n' },
    ...{ verbatim: { header: null, delimiter: null }, openEnd: false, newest: 'first', layout: { ...layout, ...changed } },
    ...frame,
  }
}

describe('a width', () => {
  it.each([
    ['abc', 'units', 3],
    ['🜚', 'units', 2],
    ['🜚', 'characters', 1],
    ['', 'characters', 0],
  ] as const)('of %s in %s is %i', (cell, measure, width) => expect(widthOf(cell, measure)).toBe(width))

  it.each([
    ['a', 8, 3],
    ['abcdef', 8, 6],
    ['abcdefghij', 8, 8],
    ['abcdefghij', null, 10],
  ])('for %s under a cap of %s is %i', (cell, cap, width) => expect(widthFor(cell, { ...layout, cap })).toBe(width))
})

describe('a row', () => {
  it.each<[string, Partial<Layout>, string]>([
    ['padded', {}, '| a     | bcdefg |'],
    ['compact', { style: 'compact' }, '| a | bcdefg |'],
    ['without gaps', { style: 'compact', gap: '' }, '|a|bcdefg|'],
    ['open at its edges', { open: false, close: false }, 'a     | bcdefg'],
  ])('%s', (_, changed, text) => expect(rowText(frameWith(changed), ['a', 'bcdefg'])).toBe(text))

  it('pads by what its table measures', () => {
    expect(rowText(frameWith(), ['🜚', 'b'])).toBe('| 🜚    | b    |')
    expect(rowText(frameWith({ measure: 'characters' }), ['🜚', 'b'])).toBe('| 🜚     | b    |')
  })
  it('may have more cells than the table has columns', () => expect(rowText(frameWith(), ['a', 'b', 'c'])).toBe('| a     | b    | c |'))
  it('ends as its table’s lines do, or is as it was', () => {
    expect(rowLine(frameWith({}, { eol: '\r\n' }), { cells: ['a', 'b'], verbatim: null })).toBe('| a     | b    |\r\n')
    expect(rowLine(frameWith(), { cells: ['a', 'b'], verbatim: '|a|b|\r' })).toBe('|a|b|\r')
  })
})

describe('a delimiter', () => {
  const align = ['none', 'left', 'right', 'center'] as const

  it('shows each alignment at its width', () =>
    expect(delimiterText(frameWith({}, { align: [...align], widths: [3, 4, 5, 6] }))).toBe('| --- | :--- | ----: | :----: |'))
  it('is short in a compact table', () =>
    expect(delimiterText(frameWith({ style: 'compact', gap: '' }, { align: [...align], widths: [] }))).toBe('|---|:--|--:|:-:|'))
  it('has a dash even where no width is known', () =>
    expect(delimiterText(frameWith({}, { align: ['center', 'none'], widths: [] }))).toBe('| :-: | - |'))
})

describe('a table', () => {
  const rows = [{ cells: ['a', 'b'], verbatim: null }]

  it('is its lines', () => expect(tableText(frameWith(), rows)).toBe('| Model | Base |\n| :---- | ---- |\n| a     | b    |\n'))
  it('keeps the header and the delimiter that no manner gives back', () =>
    expect(frameLines(frameWith({}, { verbatim: { header: '|Model|Base|\n', delimiter: '|--|--|\n' } }))).toEqual(['|Model|Base|\n', '|--|--|\n']))
  it.each(['\n', '\r\n', '\r'])('may end without its last line end %j', (eol) =>
    expect(tableText(frameWith({}, { openEnd: true, eol }), rows).endsWith('| a     | b    |')).toBe(true),
  )
  it('is plain JSON', () => expect(frameSchema.parse(JSON.parse(JSON.stringify(frameWith())))).toEqual(frameWith()))
})

describe('a table that takes a row', () => {
  it('grows where a cell is wider, up to the cap, and drops what it wrote otherwise', () => {
    const verbatim = { header: '|Model|Base|\n', delimiter: null }
    expect(growFrame(frameWith({}, { verbatim }), ['abcdefghij', 'b'])).toEqual(frameWith({}, { widths: [8, 4] }))
  })
  it.each<[string, Frame, string[]]>([
    ['its cells fit', frameWith(), ['abcde', 'b']],
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
    ['it is compact', frameWith({ style: 'compact' }), rows('cccccccccc')],
    ['it is padded by no rule', frameWith({ exact: false }), rows('cccccccccc')],
  ])('stays the same where %s', (_, frame, after) => expect(fitFrame(frame, before, after)).toBe(frame))

  it('is not measured by rows that keep their own bytes', () =>
    expect(fitFrame(table, before, [...before, { cells: ['ccccccc'], verbatim: '|ccccccc|\n' }])).toBe(table))
})
