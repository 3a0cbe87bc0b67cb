import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesIn, plainText } from './markdown'

describe('what a cell says', () => {
  it.each([
    ['  a b ', 'a b'],
    ['**a** _b_ ~~c~~ `d`', 'a b c d'],
    ['[a *b*](https://a.org) c', 'a b c'],
    ['[a \\[b\\]](https://a.org/\\))', 'a [b]'],
    ['![a badge](https://a.org/b.svg) c', 'a badge c'],
    ['![](https://a.org/b.svg)', ''],
    ['<https://a.org/b>', 'https://a.org/b'],
    ['[a](https://a.org/b_(c)) d', 'a d'],
    ['![a](https://a.org/(b).svg) c', 'a c'],
    ['[a [b](https://a.org)', '[a b'],
    ['a<br/>b<sub>2</sub><!-- c -->', 'a b 2'],
    ['vit_base_patch, _em_', 'vit_base_patch, em'],
    ['a \\* b \\| c', 'a * b | c'],
    ['1 < 2 & 3', '1 < 2 & 3'],
  ])('%j: %j', (markdown, text) => expect(plainText(markdown)).toBe(text))

  it.each(['[', '[a](', '![', '![a](', '<', '<a ', '<!--', '(', '`', '\\', '*', '_', '[a](('])('is done at once with many of %j', (mark) => {
    const cell = mark.repeat(50_000)
    const start = performance.now()
    plainText(cell)
    addressesIn(`https://a.org/${cell}${'.'.repeat(50_000)}x`)
    // A square of it takes minutes.
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it('has no blanks at its edges, whatever it is', () =>
    fc.assert(
      fc.property(fc.string(), (markdown) => {
        expect(plainText(markdown)).toBe(plainText(markdown).trim())
      }),
    ))
})

describe('the addresses in a cell', () => {
  it.each([
    ['[a](https://a.org), [b](http://b.org "t") https://a.org', ['https://a.org', 'http://b.org']],
    ['[![x](https://img.shields.io/x.svg)](https://a.org/x)', ['https://img.shields.io/x.svg', 'https://a.org/x']],
    ['<img src="https://a.org/x.png"> <https://b.org>', ['https://a.org/x.png', 'https://b.org']],
    ['see https://a.org/x, or https://b.org/(y).', ['https://a.org/x', 'https://b.org/(y)']],
    ['(https://a.org/x.) [https://b.org/y]', ['https://a.org/x', 'https://b.org/y']],
    ['[a](./readme.md) mailto:a@b.org', []],
  ])('%j', (markdown, addresses) => expect(addressesIn(markdown)).toEqual(addresses))
})
