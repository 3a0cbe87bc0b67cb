import { describe, expect, it } from 'vitest'
import { scanAddresses } from './addresses'
import { headingText } from './anchors'
import { distance, isSlip } from './distance'
import { spliced } from './edits'
import { scanLinks } from './links'
import { mask } from './mask'
import { nearTo } from './near'

describe('mask', () => {
  const dots = (text: string) => mask(text).replaceAll('\0', '.')
  it.each([
    ['a `b` c', 'a ... c'],
    ['a ``b`c`` d', 'a ....... d'],
    ['a `b', 'a `b'],
    ['a \\`b` c', 'a \\`b` c'],
    ['`a\nb`', '..\n..'],
    ['`a` `b` ``', '... ... ``'],
    ['a <!-- b --> c', 'a .......... c'],
    ['a <!-- b', 'a ......'],
  ])('%j', (text, masked) => expect(dots(text)).toBe(masked))
})

describe('scanLinks', () => {
  const labels = (text: string) => scanLinks(text).links.map(({ label, target }) => [text.slice(label.from, label.to), text.slice(target.from, target.to)])
  it.each([
    ['[a](b)', [['a', 'b']]],
    ['[a [b]](c)', [['a [b]', 'c']]],
    ['[![a](b)](c)', [['a', 'b'], ['![a](b)', 'c']]],
    ['[a](<b c> "d")', [['a', 'b c']]],
    ['[a](b(c)d)', [['a', 'b(c)d']]],
    ['[a\\]](b)', [['a\\]', 'b']]],
    ['\\[a](b)', []],
    ['[a\\](b)', []],
    ['[a\\\\](b)', [['a\\\\', 'b']]],
    ['[a]()', [['a', '']]],
    ['[a](see [b](c) d)', [['b', 'c']]],
    [`[a](${'b'.repeat(5000)})`, []],
    ['no brackets', []],
  ])('%s', (text, found) => expect(labels(text)).toEqual(found))
  it('spans an image with its mark', () => expect(scanLinks('a ![b](c)').links).toMatchObject([{ image: true, from: 2, to: 9 }]))
})

describe('scanAddresses', () => {
  const urls = (text: string) => scanAddresses(text).map(({ url, at }) => `${at} ${url}`)
  it.each([
    ['see https://a.org/b. Then', ['4 https://a.org/b']],
    ['(https://a.org/b_(c)) <http://d.org>', ['1 https://a.org/b_(c)', '23 http://d.org']],
    ['[https://a.org](https://b.org)', ['1 https://a.org', '16 https://b.org']],
    ['https://a.org/?u=https://b.org', ['0 https://a.org/?u=https://b.org']],
    ['ftp://a.org', []],
    ['none', []],
  ])('%s', (text, found) => expect(urls(text)).toEqual(found))
})

describe('headingText', () => {
  it.each([
    ['A **b** *c* ~~d~~ _e_ f_g', 'A b c d e f_g'],
    ['`code_` and `` `x` ``', 'code_ and `x`'],
    ['[a](b) ![c](d) [e][f]', 'a  e'],
    ['[![a](b)](c) d', ' d'],
    ['a<br>b <!-- c -->', 'ab '],
    ['a \\* b &amp; c', 'a * b  c'],
  ])('%s', (markdown, text) => expect(headingText(markdown)).toBe(text))
})

describe('distance', () => {
  it.each([
    ['mulit', 'multi', 2, 1],
    ['site', 'cite', 2, 1],
    ['abc', 'abcd', 1, 1],
    ['abcd', 'abc', 1, 1],
    ['abc', 'xyz', 2, Infinity],
    ['a', 'abcd', 2, Infinity],
    ['abcdef', 'abcdxy', 1, Infinity],
    ['ab', 'ba', 0, Infinity],
    ['abc', 'abdd', 1, Infinity],
    ['', 'a', 1, 1],
    ['', '', 0, 0],
  ])('of %s and %s', (a, b, most, steps) => expect(distance(a, b, most)).toBe(steps))
})

describe('isSlip', () => {
  it.each([
    ['Official cite', 'Official site', true],
    ['Githb', 'Github', true],
    ['Code', 'Core', false],
    ['Github', 'GitHub', false],
    ['Part 1 of it', 'Part 2 of it', false],
    ['ECCVW', 'ICCVW', false],
    ['Datasets', 'Dataset', false],
    ['Dataset', 'Datasets', false],
    ['Benches here', 'Bench here', false],
    ['Project page', 'Project pages', false],
    ['GitHub', 'GitLab', false],
  ])('%s for %s: %s', (a, b, is) => expect(isSlip(a, b)).toBe(is))
})

describe('spliced', () => {
  const splice = (from: number, to: number, text: string) => ({ from, to, text })
  it.each([
    ['apart', [splice(4, 5, 'E'), splice(0, 1, 'A')], 'AbcdE'],
    ['side by side', [splice(0, 2, ''), splice(2, 3, 'C')], 'Cde'],
    ['the first of two that overlap', [splice(1, 3, 'X'), splice(2, 4, 'Y')], 'aXde'],
    ['one of two that are the same', [splice(2, 2, '-'), splice(2, 2, '-')], 'ab-cde'],
    ['put before what goes', [splice(2, 3, ''), splice(2, 2, '-')], 'ab-de'],
    ['none', [], 'abcde'],
  ])('%s', (_, splices, text) => expect(spliced('abcde', splices)).toBe(text))
})

describe('a heading that a link may have meant', () => {
  const heading = (anchor: string) => ({ line: 0, text: anchor, anchor, html: false })

  it('is looked for in no more than so many', () => {
    const near = nearTo(Array.from({ length: 30_000 }, (_, index) => heading(`zz-${String.fromCodePoint(0x4e00 + index)}-qq`)).concat(heading('language-models')))
    expect(near.slipped({ target: 'langage-models' })?.anchor).toBe('language-models')
    for (let asked = 0; asked < 100; asked++) near.slipped({ target: 'wwwwww' })
    expect(near.slipped({ target: 'wwwwww' })).toBeUndefined()
    expect(near.slipped({ target: 'langage-models' })).toBeUndefined()
  })
})
