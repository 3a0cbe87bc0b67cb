import { describe, expect, it } from 'vitest'
import { escapeCell, escapeRules, isPrintable, isText, isVisible, printText, readText } from './text'

describe('plain text in a cell', () => {
  it.each([
    ['a\\b', 'a\\\\b'],
    ['a|b', 'a\\|b'],
    ['`a`', '\\`a\\`'],
    ['a*', 'a\\*'],
    ['[a]', '\\[a\\]'],
    ['_a_', '\\_a\\_'],
    ['a _ b', 'a \\_ b'],
    ['a_b é_漢 1_2', 'a_b é_漢 1_2'],
    ['a_ _b', 'a\\_ \\_b'],
    ['~10', '~10'],
    ['~~a~~', '\\~\\~a\\~\\~'],
    ['a~ ~b', 'a\\~ \\~b'],
    ['<b> </b> <!-- --> <?php a<b', '\\<b> \\</b> \\<!-- --> \\<?php a\\<b'],
    ['1 < 2 <3 <', '1 < 2 <3 <'],
    ['&lt; &#60; &#x3C; &#X3c; &frac12;', '\\&lt; \\&#60; \\&#x3C; \\&#X3c; \\&frac12;'],
    ['H&E R & D &; &#; &#x; &1; &lt', 'H&E R & D &; &#; &#x; &1; &lt'],
    ['-', '\\-'],
    ['a - b', 'a - b'],
    ['+', '\\+'],
    ['a + b', 'a \\+ b'],
    ['+ a', '\\+ a'],
    ['a +', 'a \\+'],
    ['2.4M+ C++ +a', '2.4M+ C++ +a'],
    ['a + +b', 'a \\+ +b'],
  ])('%j is written %j', (text, markdown) => {
    expect(printText(text)).toBe(markdown)
    expect(readText(markdown)).toBe(text)
  })

  it.each(['a\\', '**a**', '`a`', '[a](b)', 'a|b', 'a\\!', '\\a', ' a', 'a ', '-', 'a + b', '', '\u200b', 'a\u0000', '<b>', '&lt;', '_a_', 'a\\_b'])(
    '%j is more than text, or not as we would write it',
    (markdown) => expect(readText(markdown)).toBeUndefined(),
  )

  it.each(['a', '1', '(a) b, c. d: e; f/g \'h\' "i"?', 'A.', 'a)', '100%', 'a!', '漢字', '(', 'x = y', '{a}', 'a^b', '$1', '#1', '@a', ':', '.'])(
    '%j is its own markdown',
    (text) => {
      expect(printText(text)).toBe(text)
      expect(readText(text)).toBe(text)
    },
  )

  it('is told why each character needs its backslash, each once', () => {
    expect(escapeRules.map(({ char }) => char).join('')).toBe('\\|`*[]_~<&-+')
    expect(escapeRules.every(({ reason }) => reason.length > 5)).toBe(true)
  })
})

describe('what a cell can show', () => {
  it.each(['a', '1', '.', '+', '漢', '🜚', 'e\u0301', ' a '])('%j shows something', (text) => expect(isVisible(text)).toBe(true))
  it.each(['', ' ', '\u200b', '\u0301', '\u00a0\u200d'])('%j shows nothing', (text) => expect(isVisible(text)).toBe(false))

  it.each(['\u0000', '\u001f', '\u007f', '\u009f', '\n', '\t', '\u2028', '\u2029', '\u202a', '\u202e', '\u2066', '\u2069', '\ufeff', '\ud800', '\udc00'])(
    'not %j, wherever it stands',
    (char) => expect([`a${char}b`, `${char}b`, `a${char}`].map(isPrintable)).toEqual([false, false, false]),
  )
  it.each(['\u0020', '\u007e', '\u00a0', '\u2027', '\u202f', '\u2065', '\u206a', '\u200d', '👩‍⚕️'])('but %j', (char) => expect(isPrintable(`a${char}b`)).toBe(true))

  it.each([['a', true], [' a', false], ['a ', false], ['\u200b', false], ['a\u0001b', false]] as const)('%j as text: %s', (text, is) =>
    expect(isText(text)).toBe(is),
  )
})

describe('inline markdown in a cell', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\|b'],
    ['a\\\\|b', 'a\\\\\\|b'],
    ['`a|b`', '`a\\|b`'],
    ['|', '\\|'],
    ['a\\', 'a\\\\'],
    ['a\\\\', 'a\\\\'],
    ['\\', '\\\\'],
    ['\\*a\\*', '\\*a\\*'],
    ['', ''],
  ])('%j ends no cell as %j', (markdown, cell) => {
    expect(escapeCell(markdown)).toBe(cell)
    expect(escapeCell(cell)).toBe(cell)
  })
})
