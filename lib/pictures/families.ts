import type { LineageModel } from './lineage'

/** Models that stand together on a map: those of one base model, those that are alone with theirs, those that name none. */
export interface Families {
  groups: LineageModel[][]
  /** The data's keys, from the top down. */
  data: string[]
}

const sweeps = 8

/**
 * The order of a map's models and data in which few of its lines cross: families by their size, within them models beside those that
 * were trained on the same, and data in the middle of the models that were trained on it.
 */
export function familiesOf(models: readonly LineageModel[]): Families {
  let groups = groupsOf(models)
  let data: string[] = []
  for (let sweep = 0; sweep < sweeps; sweep++) {
    data = byMiddle(keysOf(models, 'data'), places(groups.flat(), 'data'))
    const place = new Map(data.map((key, index) => [key, index]))
    groups = groups.map((group) => {
      const middles = new Map(group.map((model, index) => [model, middle(model.data.map((key) => place.get(key) as number)) ?? index]))
      return [...group].sort((a, b) => (middles.get(a) as number) - (middles.get(b) as number))
    })
  }
  return { groups, data }
}

function groupsOf(models: readonly LineageModel[]): LineageModel[][] {
  const sizes = new Map<string, number>()
  for (const key of models.flatMap(({ base }) => base)) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  const families = new Map<string, LineageModel[]>()
  for (const model of models) {
    const largest = model.base.toSorted((a, b) => (sizes.get(b) as number) - (sizes.get(a) as number))[0] ?? ''
    families.set(largest, [...(families.get(largest) ?? []), model])
  }
  const named = [...families].filter(([base]) => base !== '').map(([, family]) => family)
  const large = named.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length)
  const alone = named.filter(({ length }) => length === 1).flat()
  return [...large, alone, families.get('') ?? []].filter(({ length }) => length > 0)
}

/** The places in a column of the models that name a key. */
function places(models: readonly LineageModel[], part: 'base' | 'data'): Map<string, number[]> {
  const found = new Map<string, number[]>()
  models.forEach((model, index) => {
    for (const key of model[part]) found.set(key, [...(found.get(key) ?? []), index])
  })
  return found
}

function byMiddle(keys: readonly string[], found: ReadonlyMap<string, number[]>): string[] {
  const middles = new Map(keys.map((key) => [key, middle(found.get(key) as number[]) as number]))
  return [...keys].sort((a, b) => (middles.get(a) as number) - (middles.get(b) as number))
}

/** The mean; undefined of nothing. */
export function middle(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function keysOf(models: readonly LineageModel[], part: 'base' | 'data'): string[] {
  return [...new Set(models.flatMap((model) => model[part]))]
}
