import { describe, expect, it } from 'vitest'
import { rowText, type Layout } from './frame'
import { parse, type Section } from './parse'
import { render } from './render'

/** The sections of the tables, each under its own heading; the text comes back whatever they share. */
function sectionsOf(...tables: string[]): Section[] {
  const text = tables.map((table, index) => `# ${index}\n\n${table}\n`).join('\n')
  const { parts } = parse(text)
  expect(render(structuredClone(parts))).toBe(text)
  return parts.flatMap((part) => ('section' in part ? [part.section] : []))
}

const layouts = (...tables: string[]): Layout[] => sectionsOf(...tables).map(({ frame }) => frame.layout)

const compact = '| Name | Link |\n|------|------|\n| x | long |\n| longer | y |'
const padded = '| Name   | Link |\n| ------ | ---- |\n| x      | long |\n| longer | y    |'

describe('tables of one document', () => {
  it('are compact where the others are, when they could be either', () => {
    const empty = '| Name | Link |\n|------|------|'
    expect(layouts(empty).map(({ style }) => style)).toEqual(['padded'])
    expect(layouts(compact, empty).map(({ style }) => style)).toEqual(['compact', 'compact'])
    expect(layouts(padded, empty).map(({ style }) => style)).toEqual(['padded', 'padded'])
  })

  it('are padded where the others are, when they could be either', () => {
    const even = '| A | B |\n| - | - |\n| x | y |\n| z |'
    const short = '| Abcd | B |\n|---|---|\n| xxxx | y |'
    const [, a, b] = sectionsOf(padded, even, short)
    expect(layouts(even)[0]).toMatchObject({ style: 'compact' })
    expect(a?.frame).toMatchObject({ widths: [1, 1], layout: { style: 'padded', least: 1, delimiterFill: true } })
    expect(b?.frame).toMatchObject({ widths: [4, 1], layout: { style: 'padded', delimiterFill: false } })
  })

  it('write an empty cell as the others do, or with one blank where none has any', () => {
    const written = (...tables: string[]) => sectionsOf(...tables).map(({ frame }) => rowText(frame, ['x', '']))
    expect(written(compact)).toEqual(['| x | |'])
    expect(written(compact, `${compact}\n| z |  |`)).toEqual(['| x |  |', '| x |  |'])
    expect(written(compact, `${compact}\n| z ||`)).toEqual(['| x ||', '| x ||'])
    expect(written(`${compact}\n| z | |`, `${compact}\n| z |  |\n| longer | |\n| o |  |`)).toEqual(['| x | |', '| x |  |'])
    const marks = ['| Vertex UV | Name |', '| :-: | :-: |', '| :check: | x |', '|   | yy |', '| :check: | z |', '|   | w |'].join('\n')
    expect(sectionsOf(marks).map(({ frame }) => rowText(frame, ['', 'x']))).toEqual(['|   | x |'])
    expect(written('|Name|Link|\n|-|-|\n|x|long|')).toEqual(['|x||'])
    expect(written(padded, compact)).toEqual(['| x      |      |', '| x | |'])
  })

  it('keep a manner that they show', () => {
    expect(layouts(compact, compact, padded).map(({ style }) => style)).toEqual(['compact', 'compact', 'padded'])
    expect(layouts(padded, padded, compact).map(({ style }) => style)).toEqual(['padded', 'padded', 'compact'])
    expect(layouts(padded, `${padded}\n|x|y|`)[1]).toMatchObject({ style: 'padded', exact: false })
  })

  it('measure as those do that show how', () => {
    const units = '| Name  | Link |\n| ----- | ---- |\n| 👩‍🚀 | x    |\n| plain | y    |'
    const accents = '| Name | Link |\n| ---- | ---- |\n| é    | x    |'
    expect(layouts(padded, units, accents, compact).map(({ measure }) => measure)).toEqual(['units', 'units', 'units', 'columns'])
    expect(layouts(padded, accents).map(({ measure }) => measure)).toEqual(['columns', 'columns'])
    // Two columns of a terminal and two code units: a tool is two, a mark is two and one.
    const tools = `| Name  | Tool |\n| ----- | ---- |\n${'| plain | 🔧   |\n'.repeat(9)}| plain | y    |`
    const marks = '| Name  | Tool |\n| ----- | ---- |\n| plain | ✅    |'
    expect(layouts(tools, marks).map(({ measure }) => measure)).toEqual(['units', 'units'])
  })

  it('pad to the side that those show that show one', () => {
    const centred = (cell: string) => `| Name | Centre |\n|------|:------:|\n| x    |${cell}|`
    const behind = centred(' a      ')
    const before = centred('    a   ')
    const after = centred('   a    ')
    const full = centred(' abcdef ')
    expect(layouts(behind, full)[1]).toMatchObject({ side: 'end' })
    expect(layouts(before, full)[1]).toMatchObject({ side: 'aligned', odd: 'before' })
    expect(layouts(after, full)[1]).toMatchObject({ side: 'aligned', odd: 'after' })
  })

  it('take the one cap that shows, where they fit under it', () => {
    const capped = (name: string) => `| Name   | Link |\n| ------ | ---- |\n| ${name.padEnd(6)} | long |\n| sixsix | y    |`
    const wide = '| Name      | Link |\n| --------- | ---- |\n| ninenines | long |'
    expect(layouts(capped('cut off too late').replace('sixsix', 'five5 '), capped('fits'), wide, compact).map(({ cap }) => cap)).toEqual([6, 6, null, null])
    expect(layouts(capped('fits'), wide).map(({ cap }) => cap)).toEqual([null, null])
  })

  it('have no cap where a hand let one cell stand out', () => {
    const [table] = sectionsOf('| Name   | Link |\n| ------ | ---- |\n| stands out | long |\n| sixsix | y    |\n| x      |')
    expect(table?.frame).toMatchObject({ widths: [6, 4], layout: { cap: null, exact: false } })
    const twice = '| Name   | Linked |\n| ------ | ------ |\n| stands out | stands out |\n| sixsix | y      |'
    expect(layouts(twice)).toMatchObject([{ cap: 6, exact: true }])
  })

  it('are too long to be seen through, at times', () => {
    const long = `| Name | Centre |\n|------|:------:|\n${'| ábcd | abcdef |\n'.repeat(201)}`.trim()
    expect(layouts(compact, compact, long)[2]).toMatchObject({ style: 'padded' })
    expect(layouts(`| Name | Centre |\n|------|:------:|\n${'| é    | abc    |\n'.repeat(201)}`.trim(), long)[1]).toMatchObject({ style: 'padded' })
  })
})
