import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitFrame } from './fit'
import { tableText } from './frame'
import { parse, type Section } from './parse'
import { table, writeTable } from './testing/nasty-table'

function only(text: string): Section {
  const [section] = parse(text).parts.flatMap((part) => ('section' in part ? [part.section] : []))
  if (!section) throw new Error('the text has no table')
  return section
}

const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => `${row(index)}\n`).join('')

describe('a long table', () => {
  const head = '| Name  | Size  |\n| ----- | ----- |\n'

  it('is judged by lines that the first look missed', () => {
    const text = head + rows(200, (index) => (index === 101 ? '| 👩‍🚀 | 1     |' : '| plain | 1     |'))
    expect(only(text).frame.layout).toMatchObject({ measure: 'units', exact: true })
  })
  it('keeps the manner of most of its lines where others differ', () => {
    const { frame, rows: found } = only(head + rows(200, (index) => (index === 101 ? '|plain|1|' : '| plain | 1     |')))
    expect(frame).toMatchObject({ widths: [5, 5], layout: { exact: false } })
    expect(found.filter(({ verbatim }) => verbatim !== null)).toHaveLength(1)
  })
  it('is told by its rows where the header has other edges', () =>
    expect(only(`| a | b |\n|---|---|\n${rows(90, (index) => (index < 60 ? '1 | 2' : '| 1 | 2 |'))}`).frame.layout).toMatchObject({ open: false, close: false }))
})

describe('rows that end early', () => {
  const short = (...lines: string[]) => only(['| a | b | c |', '|---|---|---|', ...lines, ''].join('\n')).frame.layout.short

  it('are the manner of a table that has more of them than empty last cells', () => {
    expect(short('| 1 | 2 |', '| 1 | 2 | 3 |')).toBe(true)
    expect(short('| 1 | 2 |', '| 1 | 2 | |')).toBe(false)
    expect(short('| 1 |  | 3 |', '| 1 |  | 3 |', '| 1 | 2 |')).toBe(true)
    expect(short('| 1 | 2 | 3 |')).toBe(false)
    expect(short('| 1 | 2 | | |', '| 1 | 2 |')).toBe(true)
  })
  it('are rows only where they end with a pipe', () => {
    expect(short('alone', '| 1 | 2 | 3 |')).toBe(false)
    expect(only('a | b | c\n---|---|---\n1 | 2\n').frame.layout.short).toBe(false)
  })
})

// A form knows cells; the manner must do the rest.
describe('a row that is taken out of a table and put back', () => {
  it('leaves the very bytes, where the manner gives back every line', () =>
    fc.assert(
      fc.property(table, fc.nat(99), (one, at) => {
        const text = `${writeTable(one).join('\n')}\n`
        const section = parse(text).parts.flatMap((part) => ('section' in part ? [part.section] : []))[0]
        fc.pre(section !== undefined && section.rows.length > 0 && section.frame.layout.exact)
        const { rows: all } = section as Section
        const whole = tableText((section as Section).frame, all)
        // A copy: what was read keeps its text, and this is of what is written.
        const frame = structuredClone((section as Section).frame)
        const rest = all.filter((_, index) => index !== at % all.length)
        const without = fitFrame(frame, all, rest)
        expect(tableText(fitFrame(without, rest, all), all)).toBe(whole)
      }),
    ))
})
