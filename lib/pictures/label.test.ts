import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted, textWidth } from './label'

describe('a label', () => {
  it.each([
    ['CLIP', 60, 'CLIP'],
    ['Nucleotide sequence', 72, 'Nucleotide…'],
    ['中文基础模型', 40, '中文…'],
    ['Med PaLM', 34, 'Med…'],
    ['abc', 0, 'a…'],
    ['', 0, ''],
  ])('%j within %d is %j', (text, width, said) => expect(fitted(text, width, 12)).toBe(said))

  it('fits, or is as short as can be', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 300 }), (text, width) => {
        const label = fitted(text, width, 12)
        expect(textWidth(label, 12) <= width || [...label].length <= 2).toBe(true)
        if (textWidth(text, 12) <= width) expect(label).toBe(text)
      }),
    ))

  it('takes more room in wide letters than in narrow ones', () => {
    expect(textWidth('mmm', 12)).toBeGreaterThan(textWidth('AAA', 12))
    expect(textWidth('AAA', 12)).toBeGreaterThan(textWidth('aaa', 12))
    expect(textWidth('aaa', 12)).toBeGreaterThan(textWidth('lll', 12))
  })
})
