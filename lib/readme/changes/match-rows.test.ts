import { describe, expect, it } from 'vitest'
import type { KeyedRow } from '../parse'
import { matchRows } from './match-rows'

const rowsOf = (lines: readonly string[]): KeyedRow[] => lines.map((line, index) => ({ key: `${index}`, cells: line.split('|'), verbatim: null }))

/** Under these columns: for each row afterwards the index of the one that it was; null for a new one. */
const of = (columns: string) => (before: readonly string[], after: readonly string[]): (number | null)[] => {
  const matches = matchRows({ kind: 'table', columns: columns.split('|'), before: rowsOf(before), after: rowsOf(after) }, false)
  return after.map((_, index) => matches.get(index) ?? null)
}
const named = of('Name')
const used = of('Name|Use')
const long = of('Name|Use|Licence|Year|Home')

describe('rows of the catalog', () => {
  it('are known by their keys, whatever they say', () => {
    const [before, after] = [rowsOf(['a', 'b']), rowsOf(['b', 'a', 'c'])]
    expect([...matchRows({ kind: 'table', columns: ['Name'], before, after }, true)]).toEqual([[0, 0], [1, 1]])
  })
})

describe('rows that say the same', () => {
  it('are matched from both ends, so that of several alike the one that is gone is the one that is missing', () => {
    expect(named(['d', 'e', 'd'], ['e', 'd'])).toEqual([1, 2])
    expect(named(['d', 'e', 'd'], ['d', 'e'])).toEqual([0, 1])
    expect(named(['d', 'd', 'e'], ['d', 'x', 'd', 'e'])).toEqual([0, null, 1, 2])
    expect(named(['d'], ['d', 'd'])).toEqual([0, null])
    expect(named(['d', 'd'], ['d'])).toEqual([0])
  })

  it('are matched in their order, wherever they went', () => {
    expect(named(['d', 'x', 'd', 'y', 'd'], ['y', 'd', 'x', 'd', 'd', 'z'])).toEqual([3, 0, 1, 2, 4, null])
    expect(used(['a|1', 'a|2', 'b|1'], ['b|1', 'a|2', 'a|1'])).toEqual([2, 1, 0])
  })

  it('have as many cells', () => {
    expect(named(['a|b', 'a'], ['a', 'a|b'])).toEqual([1, 0])
    expect(named(['a', 'a|b'], ['a|b', 'a'])).toEqual([1, 0])
  })
})

describe('rows of one name', () => {
  it('are matched before what else they say', () => {
    expect(used(['ant|text', 'bee|image'], ['bee|text', 'ant|image'])).toEqual([1, 0])
    expect(used(['Big-Ant|text', 'bee|image'], ['new|one', 'BIG ANT|other'])).toEqual([null, 0])
  })

  it('are none where rows have no name', () =>
    expect(used(['|one', 'x|-', '|two'], ['|three', 'x|-', '|four'])).toEqual([null, 1, null]))
})

describe('rows with a link in common', () => {
  const linked = of('Name|Paper|Code')
  const [paper, code, other] = ['[p](https://arxiv.org/abs/2401.00001)', '[c](https://github.com/a/ant)', '[q](https://arxiv.org/abs/2401.00002)']

  it('are one row under a new name, wherever it stands', () => {
    expect(linked([`ant|${paper}|-`, 'bee|-|-', 'cat|-|-'], ['bee|-|-', 'cat|-|-', `Formica|${paper}|-`])).toEqual([1, 2, 0])
    expect(linked(['bee|-|-', `ant|${paper}|-`], [`Formica|${paper}|new`, 'x|y|z', 'bee|-|-'])).toEqual([1, null, 0])
  })

  it('are the ones with the most in common', () => {
    const before = [`ant|${paper}|-`, `bee|${paper}|${code}`, `cat|${other}|-`]
    expect(linked(before, ['new|-|-', `Apis|${paper}|${code}`, `Formica|${paper}|x`])).toEqual([null, 1, 0])
    expect(linked([before[1] as string, before[0] as string], ['new|-|-', 'newer|-|-', `Apis|${paper}|${code}`])).toEqual([null, null, 0])
  })

  it('are taken once, and not from a row that is known', () => {
    expect(linked([`ant|${paper}|-`, 'x|-|-'], [`Formica|${paper}|-`, 'y|1|2', `Apis|${paper}|-`])).toEqual([0, null, null])
    expect(linked([`ant|${paper}|-`, 'x|1|2'], [`Formica|${paper}|-`, `ant|${paper}|-`])).toEqual([null, 0])
  })
})

describe('rows in one gap', () => {
  it('are one that was renamed, where each side has one and any of it stayed', () => {
    expect(long(['a|b|c|d|e', 'ant|text|MIT|2020|x', 'z|b|c|d|e'], ['a|b|c|d|e', 'formica|image|GPL|2020|y', 'z|b|c|d|e'])).toEqual([0, 1, 2])
    expect(long(['ant|text|MIT|2020|x'], ['formica|image|GPL|2020|y'])).toEqual([0])
    expect(long(['ant|text|MIT|2020|x'], ['formica|image|GPL|2021|y'])).toEqual([null])
    expect(long(['ant|text|MIT|2020|-'], ['formica|image|GPL|2021|-'])).toEqual([null])
  })

  it('say the same in half of what they say, where there are more', () => {
    const [first, ant, bee, last] = ['a|b|c|d|e', 'ant|text|MIT|2020|x', 'bee|text|GPL|2021|y', 'z|b|c|d|e'] as const
    expect(long([first, ant, bee, last], [first, 'formica|text|MIT|2020|x', 'new|1|2|3|4', last])).toEqual([0, 1, null, 3])
    expect(long([first, ant, bee, last], [first, 'new|1|2|3|4', 'apis|text|GPL|2021|5', last])).toEqual([0, null, 2, 3])
    expect(long([first, ant, last], [first, 'new|text|2|3|4', 'newer|6|7|8|9', last])).toEqual([0, null, null, 2])
    expect(long([first, ant, bee, last], [first, 'new|text|2|3|4', last])).toEqual([0, null, 3])
    expect(long([ant, bee], ['new|text|2|3|4'])).toEqual([null])
    expect(long([ant], ['new|text|2|3|4', 'newer|6|7|8|9'])).toEqual([null, null])
    expect(of('A|B|C|D')(['ant|text|MIT|1', 'q|w|e|r'], ['formica|text|MIT|2', 'x|y|z|2'])).toEqual([0, null])
    expect(of('A|B|C|D')(['ant|text|-|', 'q|w|e|r'], ['formica|text|-|', 'x|y|z|2'])).toEqual([0, null])
  })

  it('have most of their name in common', () => {
    const more = (name: string) => `${name}|1`
    expect(used(['MedBERT-base|text', 'x|y'], [more('medBERT-large'), 'p|q'])).toEqual([0, null])
    expect(used(['abcdef|text', 'x|y'], [more('uvwdef'), 'p|q'])).toEqual([null, null])
    expect(used(['aaaaaa|text', 'x|y'], [more('aaxxyy'), 'p|q'])).toEqual([null, null])
    expect(used(['a|text', 'x|y'], [more('b'), 'p|q'])).toEqual([null, null])
    // Six of ten pairs of letters are the least.
    expect(used(['abcdefgxyzu|text', 'x|y'], [more('abcdefgklmn'), 'p|q'])).toEqual([0, null])
    expect(used(['abcdefxyzuv|text', 'x|y'], [more('abcdefklmno'), 'p|q'])).toEqual([null, null])
    // Only the beginning counts.
    expect(used([`${'ab'.repeat(100)}${'xyzu'.repeat(99)}|text`, 'x|y'], [more(`${'ab'.repeat(100)}${'klmn'.repeat(99)}`), 'p|q'])).toEqual([0, null])
  })

  it('are looked for in their order, each row once', () => {
    expect(used(['MedBERT|text', 'MedBERT2|text'], ['MedBERTs|1', 'MedBERT3|2'])).toEqual([0, 1])
    expect(used(['MedBERT2|text', 'known|1', 'x|y'], ['known|1', 'MedBERT3|2', 'p|q'])).toEqual([1, null, null])
    const many = Array.from({ length: 40 }, (_, index) => `${String.fromCodePoint(0x4e00 + index)}|text`)
    expect(used([...many.slice(1), 'MedBERT2|text'], ['MedBERT3|1', 'p|q'])).toEqual([39, null])
    expect(used([...many, 'MedBERT2|text'], ['MedBERT3|1', 'p|q'])).toEqual([null, null])
  })
})
