import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dear } from '@/lib/readme/testing/cases'
import { piecesOf } from './marks'
import { wordsAsked } from './words'

const asked = (q: string, near: string[] = []) => wordsAsked(q).map((text) => ({ text, goesOn: [], near }))
const marked = (text: string, q: string, near?: string[]) => piecesOf(text, asked(q, near)).map(({ text: piece, hit }) => (hit ? `<${piece}>` : piece)).join('')

it.each([
  ['CXR-CLIP', 'clip', 'CXR-<CLIP>'],
  ['Radiology reports', 'rad', '<Rad>iology reports'],
  ['MedCLIP', 'clip', 'Med<CLIP>'],
  ['CXR-CLIP', 'cxrclip', '<CXR-CLIP>'],
  ['Élan vital', 'ela', '<Éla>n vital'],
  ['E\u0301lan', 'e', '<E\u0301>lan'],
  ['eﬃcient', 'eff', '<eﬃ>cient'],
  ['肝脏影像', '脏影像', '肝<脏影像>'],
  ['a b', 'zebra', 'a b'],
  ['clip clip', 'clip', '<clip> <clip>'],
  ['', 'x', ''],
])('marks in %j what %j finds', (text, q, pieces) => expect(marked(text, q)).toBe(pieces))

it('marks what a word was meant for', () => expect(marked('Radiology', 'radiolgy', ['radiology'])).toBe('<Radiology>'))

it('gives the whole text back, whatever is asked', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 10 }), (text, q) => {
      expect(piecesOf(text, asked(q)).map((piece) => piece.text).join('')).toBe(text)
    }),
    dear(10),
  ))
