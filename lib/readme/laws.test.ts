import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changesSchema, type Change } from './change'
import { diff } from './diff'
import { parse, type Readme } from './parse'
import { patch } from './patch'
import { render } from './render'
import { dear } from './testing/cases'
import { editedPairs } from './testing/hand-edits'
import { documents } from './testing/nasty-markdown'

const seed = readFileSync(new URL('../../prisma/seed.README.md', import.meta.url), 'utf8')

function patched(readme: Readme, changes: readonly Change[]): Readme {
  const result = patch(readme, changes)
  if (!result.ok) throw new Error(result.message)
  return result.value
}

function expectExact(before: string, after: string): void {
  const a = parse(before)
  const changes = diff(a, parse(after))
  const through = changesSchema.parse(JSON.parse(JSON.stringify(changes)))
  expect(render(structuredClone(patched(a, through).parts))).toBe(after)
}

describe('a difference', () => {
  it('of a text and itself is nothing', () =>
    fc.assert(fc.property(documents, (text) => diff(parse(text), parse(text)).length === 0)))

  it('makes of a text what a hand made of it, to the byte, also through JSON', () =>
    fc.assert(fc.property(editedPairs, ({ before, after }) => expectExact(before, after))))

  it('makes of any text any other', () => fc.assert(fc.property(documents, documents, expectExact)))

  it('makes of the seed what a cut-off seed is, and back', () =>
    fc.assert(
      fc.property(fc.nat(seed.length), fc.nat(40), (at, length) => {
        const cut = seed.slice(0, at) + seed.slice(at + length)
        expectExact(seed, cut)
        expectExact(cut, seed)
      }),
      dear(100),
    ))
})
