import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeValue, type Value } from './merge-values'

describe('two new values of one', () => {
  const link = { label: 'T', url: 'https://a.org' }

  it.each<[string, Value, Value, Value, Value]>([
    ['the same on both sides', 'a', 'b', 'b', 'b'],
    ['ours alone', 'a', 'b', 'a', 'b'],
    ['theirs alone', 'a', 'a', 'b', 'b'],
    ['none any more, theirs', 'a', 'a', undefined, undefined],
    ['two different ones', 'a', 'b', 'c', 'clash'],
    ['gone on one side, changed on the other', 'a', undefined, 'c', 'clash'],
    ['a link, its label ours and its address theirs', link, { ...link, label: 'U' }, { ...link, url: 'https://b.org' }, { label: 'U', url: 'https://b.org' }],
    ['a link with two labels', link, { ...link, label: 'U' }, { ...link, label: 'V' }, 'clash'],
    ['a link taken away on one side', link, null, { ...link, label: 'V' }, 'clash'],
    ['a part gone on one side', { a: 'x', b: 'y' }, { a: 'x' }, { a: 'z', b: 'y' }, { a: 'z' }],
    ['a list and no list', ['a'], 'b', ['a', 'c'], 'clash'],
    ['lists with one more each', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'c', 'b']],
    ['lists with one less each', ['a', 'b', 'c'], ['a', 'b'], ['b', 'c'], ['b']],
    ['lists that both begin otherwise', ['a'], ['x', 'a'], ['y', 'a'], ['y', 'x', 'a']],
    ['lists whose one item both wrote anew', ['a', 'b'], ['x', 'b'], ['y', 'b'], 'clash'],
    ['lists that were none', null, ['a'], ['b'], ['b', 'a']],
    ['lists of links', [link], [link, { ...link, url: 'https://b.org' }], [], [{ ...link, url: 'https://b.org' }]],
    ['lists, one behind what the other took out', ['a', 'b'], ['b'], ['a', 'x', 'b'], ['b', 'x']],
  ])('%s', (_, base, ours, theirs, merged) => expect(mergeValue(base, ours, theirs)).toEqual(merged === 'clash' ? 'clash' : { value: merged }))

  const names = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e'))
  it('as lists have what either put in, not what either took out, each once, and ours in its order', () =>
    fc.assert(
      fc.property(names, names, names, (base, ours, theirs) => {
        const merged = mergeValue(base, ours, theirs)
        fc.pre(merged !== 'clash')
        const list = merged.value as string[]
        const kept = (name: string) => (base.includes(name) ? ours.includes(name) && theirs.includes(name) : ours.includes(name) || theirs.includes(name))
        expect([...list].sort()).toEqual(['a', 'b', 'c', 'd', 'e'].filter(kept))
        const shared = list.filter((name) => ours.includes(name))
        if (JSON.stringify(base) !== JSON.stringify(ours)) expect(shared).toEqual(ours.filter((name) => shared.includes(name)))
      }),
    ))
})
