import { describe, expect, it } from 'vitest'
import { parse, sectionsOf, type Section } from '../parse'
import { matchSections } from './match-sections'

/** A table under a heading: its header's cells and its rows' first ones. */
function table(heading: string, rows: string, header = 'Name|Use'): string {
  const cells = header.split('|')
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |\n`
  const body = rows.split(' ').filter((row) => row !== '').map((row) => line([row, ...cells.slice(1).map(() => 'x')]))
  return `## ${heading}\n\n${line(cells)}${line(cells.map(() => '---'))}${body.join('')}\n`
}

const read = (...tables: string[]): Section[] => sectionsOf(parse(tables.join('')).parts)

/** For each section afterwards the place of the one that it was; null for a new one. */
function matched(before: readonly string[], after: readonly string[]): (number | null)[] {
  const [was, is] = [read(...before), read(...after)]
  const pairs = new Map(matchSections(was, is, false).map((pair) => [pair.found, was.indexOf(pair.before)]))
  return is.map((section) => pairs.get(section) ?? null)
}

const [tools, papers] = [table('Tools', 'awk sed ed'), table('Papers', 'one two three')]
const rivers = table('Rivers', 'rhine', 'City|River')

describe('sections of the catalog', () => {
  it('are known by their keys, whatever they hold', () => {
    const [was, is] = [read(tools, papers), read(papers, tools)]
    const renamed = is.map((section, index) => ({ ...section, key: ['tools', 'other'][index] as string }))
    expect(matchSections(was, renamed, true).map(({ before, found }) => [before.key, found.heading])).toEqual([['tools', 'Papers']])
  })
})

describe('sections', () => {
  it('with the same table are the same, under whatever heading', () => {
    expect(matched([tools, papers], [table('Papers', 'awk sed ed'), table('Tools', 'one two three')])).toEqual([0, 1])
    expect(matched([tools, tools, papers], [papers, tools])).toEqual([2, 0])
  })

  it('with the same table as others are told by their headings', () => {
    const said = ['onBlur', 'onFocus', 'onClear'].map((heading) => table(heading, 'no')) as [string, string, string]
    expect(matched(said, [table('onBlur', 'yes'), said[1], said[2]])).toEqual([0, 1, 2])
    expect(matched(said, [table('onBlur', 'yes'), table('onNew', 'no'), said[1], said[2]])).toEqual([0, null, 1, 2])
    expect(matched(said, [table('onDrop', 'no'), said[1], said[2]])).toEqual([0, 1, 2])
  })

  it('under the same heading and header are the same, whatever their rows', () => {
    expect(matched([tools, papers], [table('Papers', 'awk sed new'), table('Tools', 'one two new')])).toEqual([1, 0])
  })

  it('whose heading is not theirs alone have rows that tell', () => {
    const [a, b, c] = ['awk sed ed', 'one two three', 'x y z'].map((rows) => table('Tools', rows)) as [string, string, string]
    const grown = [table('Tools', 'one two new'), table('Tools', 'awk sed new')]
    expect(matched([a, b], grown)).toEqual([1, 0])
    expect(matched([a], [grown[0] as string, grown[1] as string])).toEqual([null, 0])
    expect(matched([a, b], [table('Tools', 'one awk two')])).toEqual([1])
    expect(matched([a, b, c], [table('Tools', 'new newer'), table('Tools', 'x new')])).toEqual([0, 2])
  })

  it('with half of the smaller one in common are one, the likeliest first', () => {
    expect(matched([tools], [rivers, table('Programs', 'awk sed new newer')])).toEqual([null, 0])
    expect(matched([tools], [rivers, table('Programs', 'awk new newer newest')])).toEqual([null, null])
    expect(matched([table('Tools', 'a b c d')], [rivers, table('Programs', 'a b')])).toEqual([null, 0])
    expect(matched([table('Tools', 'a b c d')], [rivers, table('Programs', 'a b x y')])).toEqual([null, 0])
    expect(matched([table('Tools', 'a b c d')], [rivers, table('Some', 'a b x'), table('Most', 'a b c x')])).toEqual([null, null, 0])
    expect(matched([table('Some', 'a b x'), table('Most', 'a b c x')], [rivers, table('Tools', 'a b c d')])).toEqual([null, 1])
  })

  it('under one heading are the same, whatever their header', () => {
    expect(matched([rivers, tools], [table('Tools', 'q', 'Name|Year|Licence'), table('Rivers', 'p', 'Name|Year|Licence')])).toEqual([1, 0])
    expect(matched([tools], [table('Tools', 'a', 'Model|Paper|Code|Base'), rivers])).toEqual([null, null])
  })

  it('left alone at one place are the same where they share half of a header', () => {
    const last = table('Last', 'q w e', 'City|River')
    const other = (header: string) => table('Programs', 'q r', header)
    expect(matched([papers, tools, last], [papers, other('Name|Year'), last])).toEqual([0, 1, 2])
    expect(matched([tools, last], [other('Name|Year'), last])).toEqual([0, 1])
    expect(matched([last, tools], [last, other('Name|Year')])).toEqual([0, 1])
    expect(matched([papers, tools, last], [papers, other('Name|Year|Licence'), last])).toEqual([0, null, 2])
    expect(matched([papers, tools, last], [papers, other('City'), last])).toEqual([0, null, 2])
    expect(matched([papers, last], [papers, other('Name|Year'), last])).toEqual([0, null, 1])
    expect(matched([papers, tools, last], [papers, last, other('Name|Year')])).toEqual([0, 2, null])
    expect(matched([tools, last], [table('A', '1', 'X|Y'), other('Name|Year'), last])).toEqual([null, null, 1])
  })
})

describe('a section whose header turned into another kind', () => {
  const models = (header: string) => table('Models', 'ant bee', header)
  const asWas = (before: string, after: string): Section | undefined => matchSections(read(before), read(after), false)[0]?.after

  it('stays what it was while half of its columns stay', () => {
    const was = models('Model|Paper|Code|Base')
    expect(read(was)[0]).toMatchObject({ kind: 'model', frame: { columns: ['name', 'paper', 'code', 'base'] } })
    expect(asWas(was, models('Thing|Paper|Code|Base'))).toMatchObject({ kind: 'model', frame: { columns: ['name', 'paper', 'code', 'base'] } })
    expect(asWas(was, models('Thing|Paper|Use|Licence'))).toBeUndefined()
    expect(asWas(was, models('Paper|Thing'))).toMatchObject({ kind: 'model' })
    expect(asWas(was, table('Models', 'ant bee', 'City|River'))).toBeUndefined()
  })

  it('has its columns told one by one', () => {
    const columns = (before: string, after: string) => asWas(models(before), models(after))?.frame.columns
    expect(columns('Model|Paper|Code|Base', 'Base|Thing|Paper|Code')).toEqual(['base', 'name', 'paper', 'code'])
    expect(columns('Model|Paper|Code|Base', 'Thing|Paper|Code')).not.toContain('base')
    expect(columns('Model|Base|Notes', 'Year|Notes|Base|Notes')).toEqual(['Year', 'Notes', 'base', 'Notes (2)'])
    expect(columns('Name|Use', 'Name|Use|Use')).toEqual(['Name', 'Use', 'Use (2)'])
  })

  it('has the columns that it had under the header that it had, whatever its cells now look like', () => {
    const head = '| Model | Paper | Code |\n| --- | --- | --- |\n'
    const [was, is] = [`${head}| ant | - | - |\n`, `${head}${Array.from({ length: 4 }, (_, index) => `| a${index} | not a link ${index} | - |\n`).join('')}`]
    expect(read(is)[0]?.frame.columns).not.toEqual(read(was)[0]?.frame.columns)
    expect(asWas(was, is)?.frame.columns).toEqual(read(was)[0]?.frame.columns)
  })
})
