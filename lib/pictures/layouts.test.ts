import { describe, expect, it } from 'vitest'
import { layoutBars } from './bars-layout'
import type { SizeAt } from './counts'
import { layoutGrowth } from './growth-layout'
import { layoutMatrix } from './matrix-layout'
import { layoutTimeline } from './timeline-layout'

describe('a timeline', () => {
  const models = { kind: 'model', years: [{ year: 2021, entries: 2 }, { year: 2023, entries: 10 }], unknown: 5 } as const
  const datasets = { kind: 'dataset', years: [{ year: 2020, entries: 1 }], unknown: 0 } as const
  const counts = [models, datasets].map((count) => ({ ...count, years: [...count.years] }))

  it('has a place for each year, with entries or without, and one for what has none', () => {
    const panels = layoutTimeline(counts, 1000, 100)
    expect(panels.map(({ kind, bars }) => [kind, bars.map(({ label, entries }) => `${label}: ${entries}`)])).toEqual([
      ['model', ['2020: 0', '2021: 2', '2022: 0', '2023: 10', 'not told: 5']],
      ['dataset', ['2020: 1', '2021: 0', '2022: 0', '2023: 0', 'not told: 0']],
    ])
    expect(panels[0]?.bars.map(({ y, height }) => [y, height])).toEqual([[100, 0], [80, 20], [100, 0], [0, 100], [50, 50]])
  })
  it('keeps its bars within its width and apart', () => {
    const bars = layoutTimeline(counts, 1000, 100)[0]?.bars ?? []
    bars.slice(1).forEach((bar, index) => expect(bar.x).toBeGreaterThan((bars[index]?.x ?? 0) + (bars[index]?.width ?? 0)))
    const last = bars.at(-1)
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(1000)
  })
  it('has no place for what is not', () => expect(layoutTimeline([{ kind: 'model', years: [{ year: 2021, entries: 1 }], unknown: 0 }], 100, 10)[0]?.bars.map(({ label }) => label)).toEqual(['2021']))
  it('puts together what is long ago', () => {
    const years = [1988, 2001, 2010, 2024].map((year) => ({ year, entries: 1 }))
    const bars = layoutTimeline([{ kind: 'model', years, unknown: 0 }], 1000, 100)[0]?.bars ?? []
    expect(bars).toHaveLength(17)
    expect(bars[0]).toMatchObject({ year: null, label: 'to 2008', entries: 2 })
    expect(bars.at(-1)).toMatchObject({ year: 2024, entries: 1 })
  })
  it('of no year is none', () => expect(layoutTimeline([{ kind: 'model', years: [], unknown: 3 }], 1000, 100)).toEqual([]))
})

describe('a matrix', () => {
  const tally = (key: string, entries: number) => ({ key, label: key, entries })
  it('has its squares where their row and column meet, as large as what they count', () => {
    const cells = [
      { subfield: 'b', base: 'y', entries: 9 },
      { subfield: 'a', base: 'y', entries: 1 },
      { subfield: 'b', base: 'x', entries: 1 },
      { subfield: 'elsewhere', base: 'x', entries: 1 },
    ]
    const drawing = layoutMatrix({ subfields: [tally('a', 3), tally('b', 2)], bases: [tally('x', 4), tally('y', 1)], cells, moreSubfields: 0, moreBases: 0 })
    expect([drawing.width, drawing.height]).toEqual([148, 56])
    expect(drawing.cells.map(({ subfield, base, x, y, side }) => [subfield.key, base.key, x, y, side])).toEqual([['b', 'x', 111, 14, 16], ['a', 'y', 37, 42, 16], ['b', 'y', 111, 42, 24]])
    expect(drawing.columns.map(({ at }) => at)).toEqual([37, 111])
  })
  it('can be empty', () => expect(layoutMatrix({ subfields: [], bases: [], cells: [], moreSubfields: 0, moreBases: 0 }).cells).toEqual([]))
})

describe('bars', () => {
  it('are as long as what they count, and never too short to be seen', () =>
    expect(layoutBars([{ entries: 200 }, { entries: 100 }, { entries: 1 }, { entries: 0 }], 100).map(({ length }) => length)).toEqual([100, 50, 2, 0]))
  it('can be of nothing', () => expect(layoutBars([], 100)).toEqual([]))
})

describe('growth', () => {
  const size = (revision: number, at: string, model: number, dataset: number): SizeAt => ({ revision, at: new Date(at), entries: { model, dataset, table: 0 } })
  const sizes = [size(1, '2026-01-01', 60, 50), size(2, '2026-01-02', 61, 50), size(3, '2026-01-11', 61, 60)]

  it('is a line for each kind that there ever was', () => {
    const drawing = layoutGrowth(sizes, ['model', 'dataset', 'table'], 300, 100)
    expect(drawing?.lines.map(({ kind, entries }) => [kind, entries])).toEqual([['model', 61], ['dataset', 60]])
    expect(drawing?.lines[0]?.points.map(({ x }) => x)).toEqual([0, 30, 300])
    expect(drawing?.lines[0]?.line).toMatch(/^M0,25L30,25L30,[\d.]+L300,/)
    expect(drawing?.lines[0]?.area.endsWith('Z')).toBe(true)
    expect(drawing?.numbers.map(({ label, y }) => [label, y])).toEqual([['0', 100], ['20', 75], ['40', 50], ['60', 25], ['80', 0]])
    expect(drawing?.days.map(({ label }) => label)).toEqual(['2026-01-01', '2026-01-11'])
  })
  it('writes no number over another', () => {
    const [model, dataset] = layoutGrowth(sizes, ['model', 'dataset'], 300, 100)?.lines ?? []
    expect((dataset?.labelY ?? 0) - (model?.labelY ?? 0)).toBeCloseTo(18)
  })
  it('says a day once', () => expect(layoutGrowth([size(1, '2026-01-01T01:00Z', 1, 0), size(2, '2026-01-01T02:00Z', 2, 0)], ['model'], 900, 100)?.days.map(({ x, label }) => [x, label])).toEqual([[0, '2026-01-01']]))
  it('can go down to nothing', () => expect(layoutGrowth([size(1, '2026-01-01', 1, 0), size(2, '2026-01-02', 0, 0)], ['model'], 300, 100)?.lines[0]?.points.at(-1)?.y).toBe(100))
  it('begins with the second revision', () => {
    expect(layoutGrowth([size(1, '2026-01-01', 1, 1)], ['model'], 300, 100)).toBeNull()
    expect(layoutGrowth([], ['model'], 300, 100)).toBeNull()
  })
})
