import { describe, expect, it } from 'vitest'
import { parse, type Section } from '../parse'
import { frameProblem, isCell, isLine } from './sound'

it.each([
  ['', true],
  ['a b', true],
  ['a \\| b', true],
  ['a\\', true],
  ['a | b', false],
  ['a \\\\| b', false],
  [' a', false],
  ['a\t', false],
  ['a\nb', false],
  ['a\rb', false],
])('%j stands in a cell: %s', (text, is) => expect(isCell(text)).toBe(is))

it.each([
  ['\n', true],
  ['a\r\n', true],
  ['a\r', true],
  ['a', false],
  ['a\nb\n', false],
])('%j is a line: %s', (text, is) => expect(isLine(text)).toBe(is))

describe('a frame', () => {
  const [{ section }] = parse('> | A | B |\n> | --- | --- |\n> | long | b |\n').parts as [{ section: Section }]
  const { frame } = section

  it('that was read is one', () => expect(frameProblem(frame)).toBeUndefined())
  it.each([
    ['not as many', { header: ['A'] }],
    ['not as many', { columns: [], header: [], align: [] }],
    ['not as many', { align: [] }],
    ['widths are not as many', { widths: [3] }],
    ['one name', { columns: ['A', 'A'] }],
    ['would end a cell', { header: ['A', 'B | C'] }],
    ['has widths', { layout: { ...frame.layout, style: 'padded' as const } }],
    ['more than rows', { layout: { ...frame.layout, gap: 'x' } }],
    ['more than rows', { layout: { ...frame.layout, gapEnd: '|', empty: '', delimiterGap: ' ' } }],
    ['more than rows', { layout: { ...frame.layout, gaps: { A: { gap: ' ', gapEnd: ' | ', empty: '' } } } }],
    ['more than rows', { lead: { first: '\n\nx', rest: '' } }],
    ['more than rows', { lead: { first: '- ', rest: 'x' } }],
    ['single lines', { eol: '' }],
    ['single lines', { verbatim: { header: 'a\nb\n', delimiter: null } }],
    ['single lines', { verbatim: { header: null, delimiter: 'a' } }],
  ])('is none: %s', (why, part) => expect(frameProblem({ ...frame, ...part })).toContain(why))
})
