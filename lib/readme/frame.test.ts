import { describe, expect, it } from 'vitest'
import { delimiterText, frameLines, frameSchema, nameColumns, newCells, rowLine, rowText, tableText, type Frame } from './frame'
import { frameWith } from './testing/frame-with'

describe('a row', () => {
  const compact = { widths: [] }

  it.each<[string, Frame, string]>([
    ['padded', frameWith(), '| a     | bcdefg |'],
    ['padded but for a column', frameWith({}, { widths: [0, 8] }), '| a | bcdefg   |'],
    ['padded where the alignment has it', frameWith({ side: 'aligned' }, { align: ['right', 'center'], widths: [3, 9] }), '|   a |  bcdefg   |'],
    ['padded with the odd blank before', frameWith({ side: 'aligned', odd: 'before' }, { align: ['left', 'center'], widths: [3, 9] }), '| a   |   bcdefg  |'],
    ['compact', frameWith({ style: 'compact' }, compact), '| a | bcdefg |'],
    ['without gaps', frameWith({ style: 'compact', gap: '' }, compact), '|a|bcdefg|'],
    ['with a gap on one side', frameWith({ style: 'compact', gap: '', gapEnd: ' ' }, compact), '|a |bcdefg |'],
    ['with gaps of a column’s own', frameWith({ style: 'compact', gaps: { base: { gap: '', gapEnd: '  ', empty: '' } } }, compact), '| a |bcdefg  |'],
    ['padded with a column’s own gaps', frameWith({ gaps: { name: { gap: '', gapEnd: '  ', empty: '' } } }), '|a      | bcdefg |'],
    ['without pipes at its edges', frameWith({ open: false, close: false }), 'a     | bcdefg'],
    ['with blanks behind', frameWith({ tail: '  ' }, compact), '| a | bcdefg |  '],
    ['in a list', frameWith({}, { ...compact, lead: { first: '- ', rest: '  ' } }), '  | a | bcdefg |'],
  ])('%s', (_, frame, text) => expect(rowText(frame, ['a', 'bcdefg'])).toBe(text))

  it.each<[string, Partial<Frame['layout']>, string[], string]>([
    ['an empty cell', {}, ['', 'b'], '|  | b |'],
    ['an empty cell as its table has it', { empty: ' ' }, ['a', ''], '| a | |'],
    ['an empty cell as its column has it', { empty: ' ', gaps: { base: { gap: '', gapEnd: '', empty: '   ' } } }, ['', ''], '| |   |'],
    ['a cell of no column of its own', { gaps: { name: { gap: '', gapEnd: '', empty: '' } } }, ['a', 'b', 'c'], '|a| b | c |'],
    ['an empty cell at an edge without a pipe', { open: false, close: false }, ['', ''], '|  |  |'],
    ['what would be another block without a pipe before it', { open: false, close: false }, ['# a', 'b'], '| # a | b'],
    ['a backslash that would escape the pipe', { gap: '' }, ['a\\', 'b\\\\'], '|a\\ |b\\\\|'],
  ])('holds %s', (_, changed, cells, text) => expect(rowText(frameWith({ style: 'compact', ...changed }, compact), cells)).toBe(text))
  it('that is padded to its very edge does not let a backslash escape the pipe', () =>
    expect(rowText(frameWith({ gap: '' }, { widths: [2, 3] }), ['a\\', 'b'])).toBe('|a\\ |b  |'))

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
  it('of a table that is not padded is as long as it was', () =>
    expect(delimiterText(frameWith({ style: 'compact', delimiterGap: '' }, { widths: [], marks: [5, 1] }))).toBe('|:----|-|'))
  it('may go from pipe to pipe', () => {
    const own = { name: { gap: '', gapEnd: '  ', empty: '' }, base: { gap: '  ', gapEnd: '', empty: '' } }
    expect(delimiterText(frameWith({ gaps: own }))).toBe('| :---- | ---- |')
    expect(delimiterText(frameWith({ gaps: own, delimiterGap: '' }))).toBe('|:------|------|')
    expect(delimiterText(frameWith({ gaps: own, delimiterGap: '', open: false, close: false }))).toBe(':------|------')
    expect(delimiterText(frameWith({ delimiterGap: '' }))).toBe('|:------|------|')
    expect(delimiterText(frameWith({ delimiterGap: '', gapEnd: '', open: false, close: false }))).toBe(':----|-----')
  })
  it('need not follow its columns', () =>
    expect(delimiterText(frameWith({ delimiterFill: false }, { marks: [4, 3] }))).toBe('| :--- | --- |'))
  it('has a dash even where no width is known', () =>
    expect(delimiterText(frameWith({}, { align: ['center', 'none'], widths: [] }))).toBe('| :-: | --- |'))
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

describe('a new row', () => {
  it('has a cell for each column', () => expect(newCells(frameWith(), ['a', ''])).toEqual(['a', '']))
  it('ends early where its table’s rows do, but is no row without a cell', () => {
    const frame = frameWith({ short: true })
    expect(newCells(frame, ['', 'a', '', ''])).toEqual(['', 'a'])
    expect(newCells(frame, ['', ''])).toEqual([''])
  })
})

describe('a frame whose columns get other keys', () => {
  it('keeps the gaps that they have', () => {
    const own = { gap: '', gapEnd: '', empty: '' }
    const frame = frameWith({ gaps: { base: own } })
    expect(nameColumns(frame, ['link', 'links'])).toEqual({ ...frame, columns: ['link', 'links'], layout: { ...frame.layout, gaps: { links: own } } })
    expect(nameColumns(frameWith(), ['a', 'b'])).toEqual(frameWith({}, { columns: ['a', 'b'] }))
  })
})
