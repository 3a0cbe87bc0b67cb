import { describe, expect, it } from 'vitest'
import type { Change } from './change'
import { tableText } from './frame'
import { parse, sectionsOf, type Readme } from './parse'
import { isPart, isSameButWidths, isToldByPart, sectionsAround, sectionsNamed, sectionsNear, unreadFrame, withLinked } from './reach'

describe('how much of a list is read', () => {
  it('is the sections that changes name', () => {
    const changes: Change[] = [
      { op: 'remove', section: 'a', entry: 'x' },
      { op: 'move', section: 'b', entry: 'x', place: 'end' },
      { op: 'move', section: 'b', to: 'c', entry: 'x', place: 'end' },
      { op: 'text', at: 0, before: ['Words\n', { section: 'd' }], after: [{ section: 'e' }] },
    ]
    expect([...sectionsNamed(changes)]).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('is, of the text, the tables above and beneath what changes, and another one beneath', () => {
    const { parts, problems } = parse(`# A\n\n${['| A |\n| - |\n', '\n| B |\n| - |\n', '| C |\n| - |\n', 'Words.\n\n| D |\n| - |\n'].join('\n')}\nThe end.\n`)
    const all = sectionsOf(parts).map(({ key }) => key)
    const near = (...places: number[]) => sectionsNear({ parts, problems }, places).map((key) => all.indexOf(key))
    expect(near(0)).toEqual([0, 1])
    // Directly above a table, and directly beneath it.
    expect([near(2), near(3)]).toEqual([[0, 1], [0, 1, 2]])
    expect([near(7), near(12), near(0, 9)]).toEqual([[1, 2, 3], [3], [0, 1, 2, 3]])
    expect([sectionsAround(parts, 4), sectionsAround(parts, -1)].map((keys) => keys.length)).toEqual([1, 1])
  })

  it('follows rows from section to section', () => {
    expect([...withLinked(['a'], [['c', 'd'], ['b', 'c'], ['a', 'b'], ['x', 'y']])].toSorted()).toEqual(['a', 'b', 'c', 'd'])
    expect([...withLinked([], [['a', 'b']])]).toEqual([])
  })

  it('stands for a table that is one wherever the text is read again', () => {
    const [section] = sectionsOf(parse(`Words\n\n${tableText(unreadFrame, [])}\nWords\n`).parts)
    expect(section).toMatchObject({ frame: { header: ['Unread'], layout: { style: 'compact' } }, rows: [] })
  })
})

it('tells whether tables are written alike but for their widths', () => {
  expect(isSameButWidths(unreadFrame, { ...unreadFrame, widths: [9], marks: [9] })).toBe(true)
  expect(isSameButWidths(unreadFrame, { ...unreadFrame, header: ['Other'] })).toBe(false)
  expect(isSameButWidths(unreadFrame, undefined)).toBe(false)
})

describe('a README that was read in part', () => {
  const whole = parse('# A\n\n| A | B |\n| - | - |\n| x | y |\n')
  const other = (change: object, rowChange: object = {}): Readme => ({
    ...whole,
    parts: whole.parts.map((part) => ('prose' in part ? part : { section: { ...part.section, ...change, rows: part.section.rows.map((row) => ({ ...row, ...rowChange })) } })),
  })

  it('has tables or rows that stand for others', () => {
    expect(isPart(whole)).toBe(false)
    expect(isPart(other({ unread: 3 }))).toBe(true)
    expect(isPart(other({}, { unread: 3 }))).toBe(true)
  })

  it('tells what became of it unless a table is new', () => {
    expect(isToldByPart(whole, other({ key: 'new' }))).toBe(true)
    expect(isToldByPart(other({ unread: 3 }), other({ unread: 3 }))).toBe(true)
    expect(isToldByPart(other({ unread: 3 }), other({ key: 'new' }))).toBe(false)
  })
})
