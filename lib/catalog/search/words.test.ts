import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dear } from '@/lib/readme/testing/cases'
import { fold } from '../fold'
import { longestWord, wordsAsked, wordsOf, wordsOfName } from './words'

const texts = (text: string) => wordsOf(text).map((word) => word.text)

describe('wordsOf', () => {
  it.each([
    ['words', 'Deep learning, 2 ways', ['deep', 'learning', '2', 'ways']],
    ['accents, case and width', 'ÉLAN Ｆｕｌｌ', ['elan', 'full']],
    ['a ligature', 'eﬃcient', ['efficient']],
    ['what begins within a word', 'MedCLIP', ['medclip', 'clip']],
    ['no beginning of two letters', 'LLaMA', ['llama']],
    ['a number at the end of a word', 'GPT4', ['gpt4', '4']],
    ['Chinese', '肝脏影像', ['肝脏', '脏影', '影像', '像']],
    ['one character', '肝', ['肝']],
    ['two scripts in one run', 'CT影像', ['ct', '影像', '像']],
    ['kana with its marks', 'がん', ['かん', 'ん']],
    ['Thai', 'ไทย', ['ไท', 'ทย', 'ย']],
    ['Korean, which has spaces', '의료 영상', [fold('의료'), fold('영상')]],
    ['nothing', '*** 🔥', []],
    ['a mark that stands alone', '\u0301', []],
  ])('reads %s', (_, text, words) => expect(texts(text)).toEqual(words))

  it('cuts what is too long, but no character in two', () => {
    expect(texts('x'.repeat(99))).toEqual(['x'.repeat(longestWord)])
    expect(texts(`${'x'.repeat(longestWord - 1)}𝒳`.normalize())[0]).toHaveLength(longestWord)
    expect(texts(`${'x'.repeat(longestWord - 1)}\u{10330}`)[0]).toBe('x'.repeat(longestWord - 1))
  })

  it('tells where each stands', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const { text: word, from, to } of wordsOfName(text)) {
          expect(word).not.toBe('')
          expect([from >= 0, to > from, to <= text.length]).toEqual([true, true, true])
          const said = text.slice(from, to).replace(/[^\p{L}\p{N}\p{M}]/gu, '')
          expect(fold(said).replace(/[^\p{L}\p{N}]/gu, '').startsWith(word)).toBe(true)
        }
      }),
      dear(10),
    ))
})

it('reads ASCII as it reads anything else', () =>
  fc.assert(
    // A sign that is no letter has the text read by the rules of all scripts.
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (text) => {
      expect(wordsOfName(text)).toEqual(wordsOfName(`${text} 🔥`))
    }),
    dear(10),
  ))

it('reads the words of a name also as if written as one', () =>
  expect(wordsOfName('CXR-CLIP 2').map(({ text, from, to }) => [text, from, to])).toEqual([
    ['cxr', 0, 3],
    ['clip', 4, 8],
    ['2', 9, 10],
    ['cxrclip', 0, 8],
    ['clip2', 4, 10],
  ]))

it.each([
  ['MIMIC-cxr  mimic', ['mimic', 'cxr']],
  ['MedCLIP', ['medclip']],
  ['肝脏影像', ['肝脏', '脏影', '影像']],
  ['像', ['像']],
  ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ['%_\\', []],
])('asks for the words of %j', (q, words) => expect(wordsAsked(q)).toEqual(words))
