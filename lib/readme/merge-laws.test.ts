import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff } from './diff'
import { merge } from './merge'
import { parse, type Readme } from './parse'
import { patch } from './patch'
import { render } from './render'
import { editedTwice } from './testing/hand-edits'

function patched(readme: Readme, changes: Parameters<typeof patch>[1]): Readme {
  const result = patch(readme, changes)
  if (!result.ok) throw new Error(result.message)
  return result.value
}

describe('a merge of any two edits of a text', () => {
  it('fits what our side made, and loses nothing of ours', () =>
    fc.assert(
      fc.property(editedTwice, ({ base: text, ours: our, theirs: their }) => {
        const base = parse(text)
        const ours = diff(base, parse(our))
        const merged = merge(base, ours, diff(base, parse(their)))
        const left = patched(base, ours)
        render(patched(left, merged.changes).parts)
      }),
    ))

  it('with the same edit on both sides is that edit once', () =>
    fc.assert(
      fc.property(editedTwice, ({ base: text, ours: our }) => {
        const base = parse(text)
        const ours = diff(base, parse(our))
        const merged = merge(base, ours, diff(base, parse(our)))
        expect(merged).toEqual({ changes: [], clashes: [] })
      }),
    ))
})

describe('a merge without a clash', () => {
  const words = (text: string) => new Set(text.match(/[\p{L}\p{N}]+/gu))

  it('has every word that either side wrote', () =>
    fc.assert(
      fc.property(editedTwice, ({ base: text, ours: our, theirs: their }) => {
        const base = parse(text)
        const ours = diff(base, parse(our))
        const theirs = diff(base, parse(their))
        // What a new column says of a row that is removed is nobody's any more.
        fc.pre(!(ours.some(({ op }) => op === 'remove') && theirs.some((change) => change.op === 'layout' && change.columns)))
        const { changes, clashes } = merge(base, ours, theirs)
        fc.pre(clashes.length === 0)
        const both = words(render(patched(patched(base, ours), changes).parts))
        const old = words(text)
        expect([...words(our), ...words(their)].filter((word) => !old.has(word) && !both.has(word))).toEqual([])
      }),
    ))
})
