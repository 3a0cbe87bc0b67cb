import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, freeSlug, nameKey, slugify } from './fold'

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))

describe('fold', () => {
  it.each([
    ['  Médical\u00a0 \n LLaMA ', 'medical llama'],
    ['ＧＰＴ－４', 'gpt-4'],
    ['ﬁne', 'fine'],
    ['本草 HuaTuo', '本草 huatuo'],
    ['İstanbul', 'istanbul'],
  ])('%j becomes %j', (text, folded) => expect(fold(text)).toBe(folded))

  it('folds no further what is folded', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 10_000 },
    ))
})

describe('nameKey', () => {
  it.each([
    ['Me-LLaMA', 'Me LLaMA'],
    ['GatorTronGPT', 'Gator-Tron GPT'],
    ['CheXpert', 'chexpert.'],
  ])('%s and %s are one name', (one, other) => expect(nameKey(one)).toBe(nameKey(other)))

  it('keeps a name of symbols', () => expect(nameKey(' +* ')).toBe('+*'))
  it('tells numbers apart', () => expect(nameKey('MMedLM')).not.toBe(nameKey('MMedLM 2')))
})

describe('slugify', () => {
  it.each([
    ['BenTsao (HuaTuo)', 'bentsao-huatuo'],
    ['--A--', 'a'],
    ['本草', 'entry'],
    ['', 'entry'],
    [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  ])('%j becomes %j', (name, slug) => expect(slugify(name)).toBe(slug))

  it('makes a part of an address of anything', () =>
    fc.assert(
      fc.property(anyText, (name) => {
        expect(slugify(name)).toMatch(/^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    ))
})

describe('freeSlug', () => {
  it.each([
    [[], 'a'],
    [['a'], 'a-2'],
    [['a', 'a-2', 'a-4'], 'a-3'],
    [['a-2'], 'a'],
  ])('of those taken %j, gives %s', (taken, slug) => expect(freeSlug('a', new Set(taken))).toBe(slug))
})
