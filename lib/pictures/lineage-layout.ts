import { linkHorizontal } from 'd3-shape'
import { familiesOf, middle } from './families'
import type { Lineage, LineageModel, LineageName, Part } from './lineage'
import { spread } from './spread'

/** Something on a map, at the height of its middle. */
export interface Placed<T> {
  /** Names it within the map: "b0", "m3", "d12". */
  id: string
  of: T
  y: number
  /** What it is linked with, by ids. */
  near: string[]
}

/** A line of a map. */
export interface MapLink {
  part: Part
  /** The ids of its ends: a model and a name. */
  model: string
  name: string
  /** An SVG path. */
  path: string
}

/** A map in three columns, base models → models ← data, from y = 0 down. */
export interface LineageDrawing {
  height: number
  base: Placed<LineageName>[]
  models: Placed<LineageModel>[]
  data: Placed<LineageName>[]
  links: MapLink[]
  /** Where the models begin that name no base model; null where each names one. */
  without: number | null
}

/** Where the lines of a map begin and end, from the left: a base's right, a model's left and right, a name of data's left. */
export interface LineageColumns {
  width: number
  base: number
  left: number
  right: number
  data: number
}

/** The distances of two models, of two groups of models beside that, and of two names. */
const row = 23
const groupGap = 12
const nameGap = 21
/** Above the first and below the last. */
const margin = 14

/** Lays out a map in columns. */
export function layoutLineage({ models, base, data }: Lineage, columns: LineageColumns): LineageDrawing {
  const order = familiesOf(models)
  const rows = modelRows(order.groups)
  const baseRows = nameRows('b', base, 'base', rows)
  const dataRows = nameRows('d', data, 'data', rows)
  const all = [...rows, ...baseRows, ...dataRows]
  const top = Math.min(...all.map(({ y }) => y)) - margin
  for (const placed of all) placed.y = Math.round((placed.y - top) * 2) / 2
  const links = [...linksOf(rows, baseRows, 'base', columns), ...linksOf(rows, dataRows, 'data', columns)]
  const near = new Map<string, string[]>(all.map(({ id }) => [id, []]))
  for (const { model, name } of links) {
    near.get(model)?.push(name)
    near.get(name)?.push(model)
  }
  for (const placed of all) placed.near = near.get(placed.id) as string[]
  return {
    height: Math.max(0, ...all.map(({ y }) => y)) + margin,
    ...{ base: baseRows, models: rows, data: dataRows, links },
    without: rows.find(({ of }) => of.base.length === 0)?.y ?? null,
  }
}

function modelRows(groups: readonly LineageModel[][]): Placed<LineageModel>[] {
  let y = -row
  return groups.flatMap((group, number) => {
    if (number > 0 && Math.max(group.length, (groups[number - 1] as LineageModel[]).length) > 1) y += groupGap
    return group.map((of) => ({ of, y: (y += row) }))
  }).map((placed, index) => ({ ...placed, id: `m${index}`, near: [] }))
}

/** The names of a side in the middle of the models that give them, as far as there is room. */
function nameRows(prefix: string, names: readonly LineageName[], part: Part, models: readonly Placed<LineageModel>[]): Placed<LineageName>[] {
  const heights = new Map<string, number[]>()
  for (const { of, y } of models) for (const key of of[part]) heights.set(key, [...(heights.get(key) ?? []), y])
  const wanted = names
    .flatMap((of) => {
      const y = middle(heights.get(of.key) ?? [])
      return y === undefined ? [] : [{ of, y }]
    })
    .sort((a, b) => a.y - b.y)
  const heightsGiven = spread(wanted.map(({ y }) => y), nameGap)
  return wanted.map(({ of }, index) => ({ of, y: heightsGiven[index] as number, id: `${prefix}${index}`, near: [] }))
}

const curve = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>()

function linksOf(models: readonly Placed<LineageModel>[], names: readonly Placed<LineageName>[], part: Part, { base, left, right, data }: LineageColumns): MapLink[] {
  const byKey = new Map(names.map((placed) => [placed.of.key, placed]))
  return models.flatMap((model) =>
    model.of[part].flatMap((key) => {
      const name = byKey.get(key)
      if (!name) return []
      const path = part === 'base' ? curve({ source: [base, name.y], target: [left, model.y] }) : curve({ source: [right, model.y], target: [data, name.y] })
      return [{ part, model: model.id, name: name.id, path: path as string }]
    }),
  )
}
