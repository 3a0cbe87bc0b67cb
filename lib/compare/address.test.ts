import { expect, it } from 'vitest'
import { writeName } from '@/lib/catalog/named'
import { comparePath, readComparison } from './address'

it('reads up to four entries, each once, in their order', () => {
  const entry = ['model/uni', 'model/uni', 'dataset/mimic-cxr', 'model/a', 'model/b', 'model/c', 'model/d']
  expect(readComparison({ entry })).toEqual({ names: ['model/uni', 'dataset/mimic-cxr', 'model/a', 'model/b'], left: 2, add: '' })
  expect(readComparison({ entry: 'table/row', add: ' uni\0x ' })).toEqual({ names: ['table/row'], left: 0, add: 'uni x' })
})

it('cuts no character in two', () => expect(readComparison({ add: `${'★'.repeat(199)}😀` }).add).toBe('★'.repeat(199)))

it.each(['', 'uni', 'model/', 'model/UNI', 'model/a/b', 'other/uni', 'model/%00', `model/${'x'.repeat(101)}`])('leaves out what names no entry: %s', (entry) =>
  expect(readComparison({ entry }).names).toEqual([]))

it('asks for nothing by itself', () => expect(readComparison({})).toEqual({ names: [], left: 0, add: '' }))

it('writes what it reads', () => {
  const names = [writeName({ kind: 'model', slug: 'uni' }), 'dataset/mimic-cxr']
  const { searchParams } = new URL(comparePath(names), 'http://x')
  expect(readComparison({ entry: searchParams.getAll('entry') }).names).toEqual(names)
  expect(comparePath([])).toBe('/compare')
})
