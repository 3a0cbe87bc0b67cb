import { describe, expect, it } from 'vitest'
import { findingsOf, fixed, found, table } from '../testing/found'

describe('merge-marker', () => {
  it('finds every mark, in text and between rows', () => {
    const text = `a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> theirs\n\n${table(['A', 'B'], ['a', 'b'])}<<<<<<< HEAD\n| c | d |\n`
    expect(findingsOf('merge-marker', text).map(({ place, severity }) => `${severity} ${place.line}:${place.column}`)).toEqual([
      ...['error 2:1', 'error 4:1', 'error 6:1', 'error 8:1', 'error 13:1'],
    ])
    expect(found('merge-marker', text)[0]).toBe('2:1 A merge left its mark "<<<<<<< HEAD": decide between the two versions.')
    expect(found('ragged-row', text)).toEqual([])
  })
  it.each(['A heading\n=======', '> > > deep', '```\n<<<<<<< HEAD\n=======\n>>>>>>> b\n```', '<<<<<<<<', '<<<a'])('%s is none', (text) =>
    expect(found('merge-marker', `${text}\n`)).toEqual([]),
  )
})

describe('double-space', () => {
  it('leaves one of the two', () => {
    const text = `radiology scans  with words, (and)  more\n\n${table(['A', 'B'], ['two  words', 'b  c  d'])}`
    expect(found('double-space', text)).toEqual([
      '1:16 There are two spaces between words, 2 times.',
      '5:6 There are two spaces between these words.',
      '5:17 There are two spaces between words, 2 times.',
    ])
    expect(fixed('double-space', text)).toBe(`radiology scans with words, (and) more\n\n${table(['A', 'B'], ['two words', 'b c d'])}`)
  })
  it('counts the line in its paragraph', () => expect(found('double-space', 'one\ntwo\nthree  four\nfive\n')).toEqual(['3:6 There are two spaces between these words.']))
  it('counts the column in its own line', () => expect(found('double-space', 'one\ntwo\n> three  four\nfive\n')).toEqual(['3:8 There are two spaces between these words.']))
  it.each([
    ...['One sentence.  Another one.', 'Really?)  Yes.', '-  an item', 'a  | b', '`a  b`', '[a](b)  [c](d)', 'a line  \nbreak', '<p>a  b</p>', 'Name      Value'],
    ...['```\na  b\n```', '    a  b', '<!-- a  b -->', '[a]: https://a.org  "b"', 'a  - b'],
  ])('%s stays', (text) => expect(found('double-space', `${text}\n`)).toEqual([]))
})

describe('trailing-space', () => {
  it('goes where it breaks no line', () => {
    const text = '# A \n\none\t\ntwo  \nthree  \n\n- four   \n'
    expect(found('trailing-space', text)).toEqual(['1:4', '3:4', '5:6', '7:7'].map((place) => `${place} This line ends in blanks.`))
    expect(fixed('trailing-space', text)).toBe('# A\n\none\ntwo  \nthree\n\n- four\n')
  })
  it.each(['a  \nb', '   \n', '```\na \n```', '| A |  \n| --- |\n| a |  '])('%j stays', (text) => expect(found('trailing-space', `${text}\n`)).toEqual([]))
  it('is told once where it is a manner', () => {
    const text = 'a \n\n'.repeat(11)
    expect(found('trailing-space', text)).toEqual(['1:2 This line and 10 others end in blanks.'])
    expect(fixed('trailing-space', text)).toBe('a\n\n'.repeat(11))
  })
  it('reads the last line too', () => expect(fixed('trailing-space', 'a\r\nb  ')).toBe('a\r\nb'))
})

describe('invisible-character', () => {
  it.each([
    ['a\u200bb', 'There is a character (U+200B) that nobody can see.', 'ab'],
    ['a\ufeffb', 'There is a character (U+FEFF) that nobody can see.', 'ab'],
    ['a\u0001b', 'There is a character (U+0001) that controls nothing here.', 'ab'],
    ['a\u2028b', 'There is a character (U+2028) that controls nothing here.', 'ab'],
    ['a\u202eb', 'There is a character (U+202E) that turns text around.', 'a\u202eb'],
    ['a\n\u200b\nb', 'There is a character (U+200B) that nobody can see.', 'a\n\u200b\nb'],
    ['👩\u200d⚕️ and \u0085', 'There is a character (U+0085) that controls nothing here.', '👩\u200d⚕️ and '],
  ])('%j', (text, message, mended) => {
    expect(found('invisible-character', `${text}\n`).map((told) => told.replace(/^\d+:\d+ /, ''))).toEqual([message])
    expect(fixed('invisible-character', `${text}\n`)).toBe(`${mended}\n`)
  })
  it('takes no longer where a line is full of them', () => {
    const began = performance.now()
    for (const char of ['\u200b', '\u202e']) expect(findingsOf('invisible-character', `${char.repeat(12_000)}a\n`)).toHaveLength(12_000)
    expect(performance.now() - began).toBeLessThan(1_500)
  })
  it('goes out of a cell', () => {
    const list = (cell: string) => table(['A', 'B'], ['a', cell])
    expect(found('invisible-character', list('https://a.org\u200b'))).toEqual(['3:20 There is a character (U+200B) that nobody can see.'])
    expect(fixed('invisible-character', list('https://a.org\u200b'))).toBe(list('https://a.org'))
  })
  it('stays in a header, to be told', () => {
    const list = table(['A\u200b', 'B'], ['a', 'b'])
    expect(findingsOf('invisible-character', list)).toMatchObject([{ fix: [], place: { line: 1, column: 4 } }])
  })
  it.each(['\ufeff# A', 'می\u200cخواهم', '👩\u200d⚕️', 'שלום\u200f (a)', 'क\u094d\u200dष', 'a\tb', 'café'])('%j stays', (text) =>
    expect(found('invisible-character', `${text}\n`)).toEqual([]),
  )
})

describe('date-line', () => {
  it.each([
    ['Last updated: 2024/02/31', '1:15 "2024/02/31" is no date.'],
    ['Last updated: 2024-13-01', '1:15 "2024-13-01" is no date.'],
    ['last updated:', '1:14 This line tells no date.'],
    ['Last updated: YYYY/MM/DD', '1:15 "YYYY/MM/DD" is no date.'],
  ])('%s', (text, message) => expect(found('date-line', `${text}\n`)).toEqual([message]))
  it.each([
    ...['Last updated: 2024/03/03', 'Last updated: 2024-3-3', 'Last updated: 3 March 2024', 'Last updated: ![date](https://a.org/b.svg)', 'Last updated on Monday'],
    ...['**Last updated: soon**', '```\nLast updated: never\n```'],
  ])('%s is well', (text) => expect(found('date-line', `${text}\n`)).toEqual([]))
})
