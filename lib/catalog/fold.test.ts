import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, freeSlug, nameKey, slugify, slugTaker } from './fold'

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
    ))
})

describe('nameKey', () => {
  it.each([
    ['Me-LLaMA', 'Me LLaMA'],
    ['GatorTronGPT', 'Gator-Tron GPT'],
    ['CheXpert', 'chexpert.'],
  ])('%s and %s are one name', (one, other) => expect(nameKey(one)).toBe(nameKey(other)))

  it('is the key of its own key', () =>
    fc.assert(
      fc.property(anyText, (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name))
      }),
    ))
  it('keeps a name of symbols', () => expect(nameKey(' +* ')).toBe('+*'))
  it('cuts no character in two', () => {
    expect(nameKey('𠀀'.repeat(400))).toBe('𠀀'.repeat(300))
    expect(nameKey(`x${'𠀀'.repeat(400)}`)).toBe(`x${'𠀀'.repeat(299)}`)
  })
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

describe('slugTaker', () => {
  it.each([
    [['a', 'A', 'b', 'a!'], ['a', 'a-2', 'b', 'a-3']],
    [['a-2', 'a', 'a'], ['a-2', 'a', 'a-3']],
    [['本草', '伤寒'], ['entry', 'entry-2']],
  ])('gives %j the slugs %j', (names, slugs) => expect(names.map(slugTaker())).toEqual(slugs))

  it('is done at once with many of one name', () => expect(Array.from({ length: 50_000 }, () => '本').map(slugTaker()).at(-1)).toBe('entry-50000'))
})

describe('freeSlug', () => {
  it.each([
    [[], 'a'],
    [['a'], 'a-2'],
    [['a', 'a-2', 'a-3', 'a-4'], 'a-5'],
    [['a-2'], 'a'],
  ])('of those taken %j, gives %s', async (taken, slug) => expect(await freeSlug('a', async (asked) => taken.includes(asked))).toBe(slug))

  it('asks for few of many', async () => {
    let asked = 0
    const isTaken = async (slug: string) => ++asked > 0 && (slug === 'a' || Number(slug.slice(2)) <= 100_000)
    expect(await freeSlug('a', isTaken)).toBe('a-100001')
    expect(asked).toBeLessThan(50)
  })
})
