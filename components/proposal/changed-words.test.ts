import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedWords, whole, type Piece } from './changed-words'

const changed = (pieces: readonly Piece[]) => pieces.filter((piece) => piece.changed).map(({ text }) => text)

describe('what differs between two texts', () => {
  it.each([
    ['Official cite', 'Official site', ['cite'], ['site']],
    ['https://arxiv.org/abs/2402.1', 'https://doi.org/10.1', ['arxiv', 'abs/2402'], ['doi', '10']],
    ['same', 'same', [], []],
    ['', 'new', [], ['new']],
    ['a b', 'a c b', [], ['c ']],
    ['one two three four five', 'one 2 three four 5', ['two', 'five'], ['2', '5']],
    ['a b c', 'x y z', ['a b c'], ['x y z']],
  ])('%j → %j', (before, after, was, is) => {
    const pieces = changedWords(before, after)
    expect([changed(pieces.before), changed(pieces.after)]).toEqual([was, is])
  })

  it('is all of both where hardly anything is shared', () => {
    const [before, after] = ['a', 'b'].map((letter) => Array.from({ length: 500 }, (_, index) => `${letter}${index}`).join(' '))
    expect(changedWords(before as string, after as string)).toEqual({ before: whole(before as string, true), after: whole(after as string, true) })
  })

  it('loses nothing of either, and what is set off alike in both is the same', () => {
    const join = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const pieces = changedWords(before, after)
        expect([join(pieces.before), join(pieces.after)]).toEqual([before, after])
        for (const side of [pieces.before, pieces.after]) expect(side.every(({ text, changed: is }, index) => text !== '' && side[index + 1]?.changed !== is)).toBe(true)
      }),
    )
  })
})
