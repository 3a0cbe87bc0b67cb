import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeUrl, printUrl, readUrl, urlProblem } from './url'

describe('an address as it was typed', () => {
  it.each([
    [' https://a.org/b \n', 'https://a.org/b'],
    ['https://a.org/"<>`{}|\\^', 'https://a.org/%22%3C%3E%60%7B%7D%7C%5C%5E'],
    ['https://a.org/%20~é漢()[]', 'https://a.org/%20~é漢()[]'],
  ])('%j is kept as %j', (typed, url) => expect(encodeUrl(typed)).toBe(url))

  it.each(['https://a.org', 'http://a.org', 'HTTPS://a.org/b?c=d#e', 'https://a.org:8443/@b', 'https://漢.org/é'])('%s is one', (url) =>
    expect(urlProblem(url)).toBeUndefined(),
  )

  it.each([
    ['https://a.org/b c', 'spaces'],
    ['https://a.org/\t', 'spaces'],
    ['https://a.org/\u0000', 'spaces'],
    ['https://a.org/\u001f', 'spaces'],
    ['https://a.org/\u007f', 'spaces'],
    ['https://a.org/\u009f', 'spaces'],
    ['https://a.org/\u00a0', 'spaces'],
    ['', 'Start with https://'],
    ['a.org', 'Start with https://'],
    ['ftp://a.org', 'Start with https://'],
    ['see:https://a.org', 'Start with https://'],
    ['https:/a.org', 'Start with https://'],
    ['javascript://a.org', 'Start with https://'],
    ['https://', 'complete address'],
    ['https://a.org:port', 'complete address'],
    ['https://a.org/\ud800', 'complete address'],
    ['https://me@a.org', 'user name'],
    ['https://:secret@a.org', 'user name'],
    ['https://a.org\\@b.org/', 'user name'],
    ['https://a.org\\b', 'complete address'],
  ])('%j is none: %s', (url, why) => expect(urlProblem(url)).toContain(why))
})

describe('an address in a link', () => {
  it.each([
    ['https://a.org/(b)_(c(d))', 'https://a.org/(b)_(c(d))'],
    ['https://a.org/(', 'https://a.org/\\('],
    ['https://a.org/)', 'https://a.org/\\)'],
    ['https://a.org/)(', 'https://a.org/\\)\\('],
    ['https://a.org/(()', 'https://a.org/\\(\\(\\)'],
    ['https://a.org/?a=1&b=2', 'https://a.org/?a=1&b=2'],
    ['https://a.org/?a&lt;', 'https://a.org/?a\\&lt;'],
    ['https://a.org/?&lt1;&frac12;', 'https://a.org/?\\&lt1;\\&frac12;'],
    ['https://a.org/?a&#60;', 'https://a.org/?a\\&#60;'],
    ['https://a.org/?a&#x3C;&#X3c;', 'https://a.org/?a\\&#x3C;\\&#X3c;'],
    ['https://a.org/?&#;&#x;&;&1;&lt', 'https://a.org/?&#;&#x;&;&1;&lt'],
  ])('%s is written %s', (url, markdown) => {
    expect(printUrl(url)).toBe(markdown)
    expect(readUrl(markdown)).toBe(url)
  })

  it.each([
    ['a space', 'https://a.org/b c'],
    ['another scheme', 'ftp://a.org'],
    ['a word before it', 'see:https://a.org/b'],
    ['a bracket behind it', 'https://a.org/b]>'],
    ['a name that no network knows', 'https://xn--a.org/'],
    ['such a name of parts', 'https://a.xn--a.org/'],
    ['a character that we would encode', 'https://a.org/{b}'],
    ['a backslash without need', 'https://a.org/\\(b\\)'],
    ['a parenthesis that wants one', 'https://a.org/)'],
    ['an entity that wants one', 'https://a.org/?&lt;'],
  ])('with %s is not read', (_, markdown) => expect(readUrl(markdown)).toBeUndefined())

  it('is read as it was, whatever it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'()&;#x1a%?=/'.split(''), '&lt;', '&#1;') }), (tail) => {
        const url = `https://a.org/${tail}`
        expect(readUrl(printUrl(url))).toBe(url)
      }),
    ))
})
