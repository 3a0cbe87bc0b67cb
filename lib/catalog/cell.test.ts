import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { link, links, list, optionalLink, optionalText, sources, text, titled, type Cell } from './cell'
import { isText } from './text'
import { encodeUrl, urlProblem } from './url'

// Text as a hostile hand would type it: mostly the characters that markdown reads.
const nasty = fc.string({ unit: fc.constantFrom(...'|\\`*_[]()<>&;~+-#!:ab 1é漢🜚'.split(''), ' + ', '&lt;', '](', '**'), maxLength: 24 })
const anyText = fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 24 })).map((value) => value.trim()).filter(isText)
const url = fc
  .oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: fc.constantFrom(...'()|\\&;<>`"[]{}^*_~%a/?#='.split(''), '&lt;', '&#1;') }).map((tail) => `https://a.b/${tail}`),
  )
  .map(encodeUrl)
  .filter((value) => urlProblem(value) === undefined)
const aLink = fc.record({ label: anyText, url })
const names = fc.array(anyText, { maxLength: 5 })

/** Law: what is printed reads back as the same value, and does not break out of its cell. */
function roundTrips<V>(cell: Cell<V>, values: fc.Arbitrary<V>): void {
  fc.assert(
    fc.property(values, (value) => {
      const markdown = cell.print(value)
      expect(markdown.replace(/\\[^]/g, '')).not.toMatch(/[|\r\n]/)
      expect(cell.read(markdown)).toEqual(value)
    }),
  )
}

/** Law: whatever a cell holds either is kept to the letter by its value, or has none. */
function keeps<V>(cell: Cell<V>): void {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), (markdown) => {
      const value = cell.read(markdown)
      if (value !== undefined) expect(cell.print(value)).toBe(markdown)
    }),
  )
}

describe('every cell reads back what it printed', () => {
  it('text', () => roundTrips(text, anyText))
  it('text or none', () => roundTrips(optionalText, fc.option(anyText)))
  it('a link', () => roundTrips(link, aLink))
  it('a link or none', () => roundTrips(optionalLink, fc.option(aLink)))
  it('links', () => roundTrips(links, fc.array(aLink, { maxLength: 4 })))
  it('a list', () => roundTrips(list, names))
  it('sources', () => roundTrips(sources, fc.record({ names, starred: fc.boolean() })))
  it('a name with papers', () => roundTrips(titled, fc.record({ name: anyText, papers: fc.array(aLink, { maxLength: 3 }) })))
})

describe('every cell keeps what it read', () => {
  const cells: Record<string, Cell<unknown>> = {
    ...{ text, optionalText, link, optionalLink },
    ...{ links, list, sources, titled },
  } as Record<string, Cell<unknown>>
  it.each(Object.keys(cells))('%s', (name) => keeps(cells[name] ?? text))
})

describe('the seed’s own ways of writing', () => {
  it.each([
    ['-', { names: [], starred: false }],
    ['*', { names: [], starred: true }],
    ['MMedC*', { names: ['MMedC'], starred: true }],
    ['MIMIC-CXR + CheXpert + ChestX-ray14', { names: ['MIMIC-CXR', 'CheXpert', 'ChestX-ray14'], starred: false }],
    ['PathCap + PathInstruct*', { names: ['PathCap', 'PathInstruct'], starred: true }],
  ])('sources %s', (markdown, value) => expect(sources.read(markdown)).toEqual(value))

  it('a dataset with its paper', () =>
    expect(titled.read('MMedC ([arXiv](https://arxiv.org/abs/2402.13963))')).toEqual({
      name: 'MMedC',
      papers: [{ label: 'arXiv', url: 'https://arxiv.org/abs/2402.13963' }],
    }))

  it('text that needs no escape has none', () => {
    for (const plain of ['H&E WSIs', 'BenTsao (HuaTuo)', 'vit_base_patch16', '~10 tasks', 'a < b', '2.4M+ rows', 'x - y']) {
      expect(text.print(plain)).toBe(plain)
    }
  })
})

describe('what is no value stays raw', () => {
  it.each(['[a](b', '[a]', '[a](ftp://b.c)', '[](https://a.b)', '[*a*](https://a.b)', '[a](https://a.b) x', '[a](https://a.b "t")'])(
    'link %s',
    (markdown) => expect(link.read(markdown)).toBeUndefined(),
  )
  it.each(['A ([x](https://a.b)', 'A ([x](https://a.b)) y', 'A ([x](https://a.b), )', 'A ([x](https://a.b) [y](https://c.d))', ' ([x](https://a.b))'])(
    'a name with papers %s',
    (markdown) => expect(titled.read(markdown)).toBeUndefined(),
  )
  it.each(['**', '', 'A +', '**A**', '-*'])('sources %s', (markdown) => expect(sources.read(markdown)).toBeUndefined())
})
