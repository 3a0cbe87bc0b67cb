import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeLines } from './merge-lines'

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map((lines) => lines.join('\n'))

describe('two texts that began as one', () => {
  it('have what both changed in different places', () => {
    expect(mergeLines('a\nb\nc\nd', 'A\nb\nc\nd', 'a\nb\nc\nD\ne')).toEqual({ ours: 'A\nb\nc\nD\ne', theirs: 'A\nb\nc\nD\ne', clashes: [] })
  })
  it('clash where both changed the same lines, and keep the rest of both', () => {
    expect(mergeLines('a\nb\nc\nd', 'A\nb\nX\nd', 'a\nb\nY\nd\ne')).toEqual({
      ours: 'A\nb\nX\nd\ne',
      theirs: 'A\nb\nY\nd\ne',
      clashes: [{ base: ['c'], ours: ['X'], theirs: ['Y'] }],
    })
  })
  it('have both where the changes stand directly beside each other', () => {
    expect(mergeLines('a\nb\nc', 'A\nb\nc', 'a\nB\nc')).toEqual({ ours: 'A\nB\nc', theirs: 'A\nB\nc', clashes: [] })
    expect(mergeLines('a\nb', 'A\nb', 'a\nx\nb')).toEqual({ ours: 'A\nx\nb', theirs: 'A\nx\nb', clashes: [] })
    expect(mergeLines('a\nb', 'x\na\nb', 'A\nb').ours).toBe('x\nA\nb')
  })
  it('clash where both put something in at one place, and where one takes away what the other changed', () => {
    expect(mergeLines('a\nb', 'a\nx\nb', 'a\ny\nb').clashes).toEqual([{ base: [], ours: ['x'], theirs: ['y'] }])
    expect(mergeLines('a\nb\nc', 'a\nc', 'a\nB\nc').clashes).toEqual([{ base: ['b'], ours: [], theirs: ['B'] }])
  })
  it('have one change of the whole where too much differs to be told apart', () => {
    const [base, other] = ['b', 'o'].map((letter) => Array.from({ length: 1_500 }, (_, index) => letter + index).join('\n')) as [string, string]
    expect(mergeLines(base, base, other)).toEqual({ ours: other, theirs: other, clashes: [] })
  })
})

describe('a merge', () => {
  it('over nothing is what the other side says', () => {
    fc.assert(
      fc.property(text, text, (base, one) => {
        for (const merged of [mergeLines(base, base, one), mergeLines(base, one, base), mergeLines(base, one, one)]) expect(merged).toEqual({ ours: one, theirs: one, clashes: [] })
      }),
    )
  })
  it('is the same from the other side', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const [there, back] = [mergeLines(base, ours, theirs), mergeLines(base, theirs, ours)]
        expect([there.ours, there.theirs]).toEqual([back.theirs, back.ours])
        expect(there.clashes).toEqual(back.clashes.map((clash) => ({ base: clash.base, ours: clash.theirs, theirs: clash.ours })))
        if (there.clashes.length === 0) expect(there.ours).toBe(there.theirs)
      }),
    )
  })
})
