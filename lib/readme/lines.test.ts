import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinLines, splitLines } from './lines'

describe('the lines of a text', () => {
  it.each<[string, [text: string, eol: string][]]>([
    ['', []],
    ['a', [['a', '']]],
    ['a\n', [['a', '\n']]],
    ['\n', [['', '\n']]],
    ['a\r\nb\rc\nd', [['a', '\r\n'], ['b', '\r'], ['c', '\n'], ['d', '']]],
    ['a\n\rb\r\r\n', [['a', '\n'], ['', '\r'], ['b', '\r'], ['', '\r\n']]],
    // What ends a line elsewhere, and not in markdown.
    ['a\u2028b\u000bc\u0085d\n', [['a\u2028b\u000bc\u0085d', '\n']]],
  ])('%j', (text, lines) => expect(splitLines(text)).toEqual(lines.map(([said, eol]) => ({ text: said, eol }))))

  it('are the text again, and only the last may lack its end', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\u2028') }), (text) => {
        const lines = splitLines(text)
        expect(joinLines(lines)).toBe(text)
        expect(lines.slice(0, -1).every(({ eol }) => eol !== '')).toBe(true)
        expect(lines.at(-1)).not.toEqual({ text: '', eol: '' })
      }),
    ))
})
