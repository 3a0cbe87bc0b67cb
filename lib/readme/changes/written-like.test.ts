import { describe, expect, it } from 'vitest'
import { parse, sectionsOf, type Section } from '../parse'
import { writtenLike } from './written-like'

const padded = '| Name   | Use    |\n| ------ | ------ |\n| first  | padded |\n| second | padded |\n| third  | padded |\n'
const compact = '| Name | Use |\n|---|---|\n| a | first |\n| bb | second |\n| ccc | third |\n'

/** The line of a new row behind two that hands wrote. */
function like(table: string, lines: readonly string[], cells = ['new', 'x']): string | null {
  const { frame, rows } = sectionsOf(parse(`${table}${lines.map((line) => `${line}\n`).join('')}`).parts)[0] as Section
  return writtenLike(frame, rows.slice(-2).toReversed(), cells)
}

describe('a row beside two that a hand wrote', () => {
  it.each([
    ['not padded', padded, ['| a | b |', '| aa | than the column |'], '| new | x |\n'],
    ['without gaps', padded, ['|a|b|', '|longer|than the column|'], '|new|x|\n'],
    ['with no pipe at its end', padded, ['| a      | bb', '| aa     | than the column'], '| new    | x\n'],
    ['neither padded nor with a pipe at its end', padded, ['| a | b', '| longer | than the column'], '| new | x\n'],
    ['with no pipe at its end where none is padded', compact, ['| a | b', '| longer | c'], '| new | x\n'],
    ['with other gaps where none is padded', compact, ['|a|b|', '|longer|c|'], '|new|x|\n'],
  ])('is as they are: %s', (_, table, lines, line) => expect(like(table, lines)).toBe(line))

  it('is as its table has it where they agree in no manner', () => {
    expect(like(padded, ['|a|b|'])).toBeNull()
    expect(like(padded, ['| a | b |', '|longer|than the column|'])).toBeNull()
    expect(like(padded, ['|  a  |  b  |', '|  longer  |  than the column  |'])).toBeNull()
    expect(like(padded, [])).toBeNull()
    expect(like('| Name |\n| --- |\n', ['|a|'])).toBeNull()
  })
})
