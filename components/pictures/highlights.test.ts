import { expect, test } from 'vitest'
import { layoutLineage } from '@/lib/pictures/lineage-layout'
import { highlights } from './highlights'

test('has one rule that all of a map is held against, and one for each node that is tried on its own few', () => {
  const name = (key: string) => ({ key, label: key, models: 1, entry: null })
  const model = (slug: string) => ({ entry: { kind: 'model' as const, slug, name: slug }, base: ['clip'], data: ['mimic'] })
  const drawing = layoutLineage({ models: [model('a'), model('b')], base: [name('clip')], data: [name('mimic')] }, { width: 500, base: 100, left: 200, right: 300, data: 400 })
  const last = highlights(drawing).split('\n').map((rule) => /\.(\w+)\{/.exec(rule)?.[1])
  expect(last).toEqual(['t', 'b0', 'm0', 'm1', 'd0'])
})
