import type { LineageModel, Part } from './lineage'

/** The order of a map from the top down: models by families, those of one base model together, those that name none last; and the data's keys. */
export interface Families {
  groups: LineageModel[][]
  data: string[]
}

/** So often everything is put in order anew; more changes little. */
const sweeps = 6

/**
 * The order in which a map's lines are short and few of them cross: families of the same data beside each other, within them models beside
 * those that were trained on the same, and data in the middle of the models that were trained on it.
 */
export function familiesOf(models: readonly LineageModel[]): Families {
  let groups = groupsOf(models)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const place = placesOf(dataOrder(groups.flat()))
    const middles = new Map(groups.flat().map((model, index) => [model, middle(model.data.map((key) => place.get(key) as number)) ?? index]))
    groups = swapped(groups.map((group) => group.toSorted((a, b) => (middles.get(a) as number) - (middles.get(b) as number))))
  }
  return { groups, data: dataOrder(groups.flat()) }
}

/** The models of each base, the largest family first; a model of several bases is with the commonest of them. */
function groupsOf(models: readonly LineageModel[]): LineageModel[][] {
  const sizes = new Map<string, number>()
  for (const key of models.flatMap(({ base }) => base)) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  const families = new Map<string, LineageModel[]>()
  for (const model of models) {
    const commonest = model.base.toSorted((a, b) => (sizes.get(b) as number) - (sizes.get(a) as number))[0] ?? ''
    families.set(commonest, [...(families.get(commonest) ?? []), model])
  }
  const named = [...families].filter(([base]) => base !== '').map(([, family]) => family)
  const without = families.get('')
  return [...named.sort((a, b) => b.length - a.length), ...(without ? [without] : [])]
}

/** Neighbouring families change places where that makes the lines shorter; those that name no base stay last. */
function swapped(groups: readonly LineageModel[][]): LineageModel[][] {
  let best = [...groups]
  let cost = costOf(best)
  const last = best.at(-1)?.[0]?.base.length === 0 ? best.length - 1 : best.length
  for (let index = 1; index < last; index++) {
    const tried = [...best]
    tried.splice(index - 1, 2, best[index] as LineageModel[], best[index - 1] as LineageModel[])
    const triedCost = costOf(tried)
    if (triedCost >= cost) continue
    best = tried
    cost = triedCost
    // What came up once may come up further.
    index = Math.max(0, index - 2)
  }
  return best
}

/** How far all lines go up or down together. */
function costOf(groups: readonly LineageModel[][]): number {
  const models = groups.flat()
  return (['base', 'data'] as const).reduce((sum, part) => {
    const all = [...rowsOf(models, part).values()]
    return sum + all.reduce((own, rows) => own + rows.reduce((way, row) => way + Math.abs(row - (middle(rows) as number)), 0), 0)
  }, 0)
}

/** The data's keys in the order of the middles of their models. */
function dataOrder(models: readonly LineageModel[]): string[] {
  const middles = [...rowsOf(models, 'data')].map(([key, rows]) => ({ key, middle: middle(rows) as number }))
  return middles.sort((a, b) => a.middle - b.middle).map(({ key }) => key)
}

/** The rows of the models that give each name. */
function rowsOf(models: readonly LineageModel[], part: Part): Map<string, number[]> {
  const found = new Map<string, number[]>()
  models.forEach((model, row) => {
    for (const key of model[part]) {
      const rows = found.get(key)
      if (rows) rows.push(row)
      else found.set(key, [row])
    }
  })
  return found
}

function placesOf(keys: readonly string[]): Map<string, number> {
  return new Map(keys.map((key, index) => [key, index]))
}

/** The mean; undefined of nothing. */
export function middle(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
