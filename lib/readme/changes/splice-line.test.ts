import { describe, expect, it } from 'vitest'
import { parse, sectionsOf } from '../parse'
import { splitRow } from '../row'
import { spliceLine } from './splice-line'

const frameOf = (...lines: string[]) => (sectionsOf(parse(`${lines.join('\n')}\n`).parts)[0] as ReturnType<typeof sectionsOf>[number]).frame
const compact = frameOf('| A | B | C |', '|---|---|---|', '| x | | longer |', '| longer | y | z |')
const padded = frameOf('| A      | B    | C      |', '| ------ | ---- | ------ |', '| x      |      | longer |', '| longer | yyyy | z      |')
const open = frameOf('A | B | C', '--- | --- | ---', 'x | long | z', 'longer | y | z')
const tight = frameOf('|A|B|C|', '|-|-|-|', '|x||longer|', '|longer|y|z|')

/** The line with one of its cells written anew. */
function spliced(frame: typeof compact, line: string, index: number, cell: string): string | null {
  const before = splitRow(line)
  return spliceLine(frame, line, before, before.with(index, cell))
}

describe('a cell of a hand-written line', () => {
  it('takes up the blanks behind it, but for one', () => {
    expect(spliced(compact, '| a |  b    | c |', 1, 'bbb')).toBe('| a |  bbb  | c |')
    expect(spliced(compact, '| a |  b    | c |', 1, 'bbbbbbbb')).toBe('| a |  bbbbbbbb | c |')
    expect(spliced(compact, '| a |  bbb  | c |', 1, 'b')).toBe('| a |  b    | c |')
    expect(spliced(compact, '| a |  b    | c |', 1, '字')).toBe('| a |  字   | c |')
    expect(spliced(compact, '| a |b| c |', 1, 'bbb')).toBe('| a |bbb| c |')
    expect(spliced(compact, '| a | b | c |', 1, 'bbb')).toBe('| a | bbb | c |')
  })

  it('that was empty is filled from its beginning, with what its table has around a cell', () => {
    expect(spliced(padded, '| a |       | c |', 1, 'new')).toBe('| a | new   | c |')
    expect(spliced(padded, '| a |       | c |', 1, 'longest')).toBe('| a | longest | c |')
    expect(spliced(compact, '| a |    | c |', 1, 'n')).toBe('| a | n  | c |')
    expect(spliced(compact, '| a | | c |', 1, 'new')).toBe('| a | new | c |')
    expect(spliced(compact, '| a || c |', 1, 'new')).toBe('| a | new | c |')
    expect(spliced(tight, '| a || c |', 1, 'new')).toBe('| a |new| c |')
    expect(spliced(open, 'a |  | c', 1, 'new')).toBe('a | new | c')
  })

  it('has the gaps of its column', () => {
    const own = frameOf('| A | B| C |', '|---|---|---|', '| x || longer |', '| longer | y| z |')
    expect(spliced(own, '|  a || c |', 1, 'new')).toBe('|  a | new| c |')
    expect(spliced(own, '|  a |b | c |', 1, '')).toBe('|  a || c |')
  })

  it('that is emptied is as the empty cells of its table, or keeps its width', () => {
    expect(spliced(compact, '| a | b | c |', 1, '')).toBe('| a | | c |')
    expect(spliced(compact, '| a |b| c |', 1, '')).toBe('| a | | c |')
    expect(spliced(compact, '| a | b   | c |', 1, '')).toBe('| a |     | c |')
    expect(spliced(padded, '| a | b | c |', 1, '')).toBe('| a |  | c |')
    expect(spliced(tight, '| a |b| c |', 1, '')).toBe('| a || c |')
  })

  it('at an edge without a pipe keeps what stands around it', () => {
    expect(spliced(open, 'a | b | c', 0, 'new')).toBe('new | b | c')
    expect(spliced(open, 'a | b | c  ', 2, 'new')).toBe('a | b | new ')
    expect(spliced(compact, '| a | b |\t\t| c |', 2, 'new')).toBe('| a | b |\t\tnew| c |')
  })

  it('goes with others of its line', () =>
    expect(spliceLine(compact, '| a |  | c |\n', ['a', '', 'c'], ['', 'bb', 'ccc'])).toBe('| | bb | ccc |\n'))

  it('has no place in a line that ends before it, or that it would tear', () => {
    expect(spliceLine(compact, '| a | b |', ['a', 'b', ''], ['a', 'b', 'new'])).toBeNull()
    expect(spliced(tight, '|a|b|c|', 1, '\\')).toBeNull()
  })
})
