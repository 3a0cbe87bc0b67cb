import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dear } from '@/lib/readme/testing/cases'
import { nearest, nearKeys, slips, slipsAllowed } from './near'

describe('nearKeys', () => {
  it.each([
    ['clip', ['clip', 'lip', 'cip', 'clp', 'cli']],
    ['ct', []],
    ['2024', []],
  ])('of %s', (word, keys) => expect(nearKeys(word)).toEqual(keys))

  it('are few, however long the word', () => expect(nearKeys('transformer')).toHaveLength(8))

  const word = fc.stringMatching(/^[a-z]{8,12}$/)
  const shares = (a: string, b: string) => nearKeys(a).some((key) => nearKeys(b).includes(key))
  it('have one in common for words that differ by a slip', () =>
    fc.assert(
      fc.property(word, fc.nat(6), fc.stringMatching(/^[a-z]$/), (text, at, letter) => {
        const other = text.slice(0, at) + letter + text.slice(at + 1)
        const swapped = text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2)
        expect(shares(text, other)).toBe(true)
        if (at < 6) expect(shares(text, swapped)).toBe(true)
        expect(slips(other, text, 1)).toBeLessThanOrEqual(1)
        expect(slips(swapped, text, 1)).toBeLessThanOrEqual(1)
      }),
      dear(10),
    ))
})

it.each([
  ['clip', 'clip', 1, 0],
  ['clpi', 'clip', 1, 1],
  ['clup', 'clip', 1, 1],
  ['cli', 'clip', 1, 0],
  ['clup', 'cluster', 1, 1.5],
  ['abc', 'xyz', 1, Infinity],
  ['', 'a', 1, 0],
])('%s lies from %s, within %d: %d', (typed, word, most, far) => expect(slips(typed, word, most)).toBe(far))

it.each([['abc', 0], ['abcd', 1], ['abcdefg', 1], ['abcdefgh', 2]])('allows %s %d', (word, allowed) => expect(slipsAllowed(word)).toBe(allowed))

it('chooses the nearest, and all that are as near', () => {
  expect(nearest('clup', ['cluster', 'clip', 'clap', 'zebra'], 5)).toEqual(['clip', 'clap'])
  expect(nearest('clup', ['clip', 'clap'], 1)).toEqual(['clip'])
  expect(nearest('clup', ['zebra'], 5)).toEqual([])
})
