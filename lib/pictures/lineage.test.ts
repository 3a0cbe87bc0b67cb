import { describe, expect, it } from 'vitest'
import { familiesOf } from './families'
import { cutLineage, mostConnected, sharedNames, type LineageModel, type LineageName } from './lineage'
import { layoutLineage } from './lineage-layout'

const model = (name: string, base: string[], data: string[] = []): LineageModel => ({ entry: { kind: 'model', slug: name, name }, base, data })
const name = (key: string): LineageName => ({ key, label: key.toUpperCase(), entry: null, models: 1 })
const named = (models: readonly LineageModel[]) => models.map(({ entry }) => entry.name)
const columns = { width: 1000, base: 200, left: 400, right: 600, data: 800 }

describe('the models of a map', () => {
  const models = [model('lonely', ['x'], ['y']), model('a', ['clip'], ['m']), model('b', ['clip']), model('c', ['llama'], ['m'])]

  it('are all, where there is room', () => expect(mostConnected(models, 4)).toEqual(models))
  it('are else those that have most in common, the former first', () => expect(named(mostConnected(models, 3))).toEqual(['a', 'b', 'c']))
  it('name what most of them share', () => expect(sharedNames(models, 'base', 2)).toEqual(['clip', 'x']))
  it('name no more than there is room for', () => {
    const cut = cutLineage({ models, base: ['x', 'clip', 'llama'].map(name), data: ['y', 'm'].map(name) }, 1)
    expect(cut.base.map(({ key }) => key)).toEqual(['clip'])
    expect(cut.data.map(({ key }) => key)).toEqual(['m'])
    expect(cut.models.map(({ base, data }) => [base, data])).toEqual([[[], []], [['clip'], ['m']], [['clip'], []], [[], ['m']]])
  })
})

describe('families', () => {
  it('are of one base, with who names none last', () => {
    const models = [model('none', []), model('a', ['clip']), model('b', ['llama', 'clip']), model('c', ['mae']), model('d', ['clip'])]
    expect(familiesOf(models).groups.map(named)).toEqual([['a', 'b', 'd'], ['c'], ['none']])
  })
  it('stand beside those of the same data, and put models beside their like', () => {
    const models = [model('a1', ['a'], ['p']), model('a2', ['a'], ['q']), model('a3', ['a'], ['p']), model('b1', ['b']), model('b2', ['b']), model('c1', ['c'], ['q'])]
    const { groups, data } = familiesOf(models)
    const order = groups.map(named)
    expect(order.findIndex((group) => group.includes('c1')) - order.findIndex((group) => group.includes('a1'))).toSatisfy((steps) => Math.abs(Number(steps)) === 1)
    const family = order.find((group) => group.includes('a1')) as string[]
    expect(Math.abs(family.indexOf('a1') - family.indexOf('a3'))).toBe(1)
    expect(data).toHaveLength(2)
  })
  it('can be of nothing', () => expect(familiesOf([])).toEqual({ groups: [], data: [] }))
})

describe('a map', () => {
  const models = [model('a', ['clip', 'mae'], ['m']), model('b', ['clip'], ['m', 'gone']), model('c', [], ['n'])]
  const drawing = layoutLineage({ models, base: ['clip', 'mae', 'unused'].map(name), data: ['m', 'n'].map(name) }, columns)

  it('links every name with its models, and draws no name without', () => {
    expect(drawing.base.map(({ of }) => of.key).toSorted()).toEqual(['clip', 'mae'])
    const clip = drawing.base.find(({ of }) => of.key === 'clip')
    expect(clip?.near).toEqual(drawing.models.filter(({ of }) => of.base.includes('clip')).map(({ id }) => id))
    expect(drawing.links).toHaveLength(6)
    expect(drawing.links.filter(({ part }) => part === 'data')).toHaveLength(3)
    for (const { near, id } of [...drawing.base, ...drawing.data]) for (const other of near) expect(drawing.models.find((placed) => placed.id === other)?.near).toContain(id)
  })
  it('draws each line from name to model', () => {
    const first = drawing.links.find(({ part }) => part === 'base')
    const [from, to] = [drawing.base.find(({ id }) => id === first?.name)?.y, drawing.models.find(({ id }) => id === first?.model)?.y]
    expect(first?.path).toMatch(new RegExp(`^M200,${from}C.*,400,${to}$`))
    expect(drawing.links.find(({ part }) => part === 'data')?.path).toMatch(/^M600,.*,800,[\d.]+$/)
  })
  it('says where those begin that name no base', () => {
    expect(drawing.without).toBe(drawing.models.find(({ of }) => of.entry.name === 'c')?.y)
    expect(layoutLineage({ models: [model('a', ['clip'])], base: [name('clip')], data: [] }, columns).without).toBeNull()
  })
  it('has everything within its height, nothing over another', () => {
    for (const column of [drawing.base, drawing.models, drawing.data]) {
      const heights = column.map(({ y }) => y)
      heights.slice(1).forEach((y, index) => expect(y - (heights[index] as number)).toBeGreaterThanOrEqual(20))
      for (const y of heights) expect(y).toSatisfy((one) => Number(one) >= 14 && Number(one) <= drawing.height - 14)
    }
  })
  it('sets families apart, but not those of one', () => {
    const { models: rows } = layoutLineage({ models: [model('a', ['x']), model('b', ['y']), model('c', ['z']), model('d', ['z'])], base: [], data: [] }, columns)
    const y = (own: string) => rows.find(({ of }) => of.entry.name === own)?.y ?? 0
    expect(y('b') - y('a')).toBe(23)
    expect(Math.min(...rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0)))).toBe(23)
    expect(Math.max(...rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0)))).toBe(35)
  })
  it('of nothing is empty', () => expect(layoutLineage({ models: [], base: [], data: [] }, columns)).toMatchObject({ links: [], without: null }))
})
