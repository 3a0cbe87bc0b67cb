import type { EntryRef } from '@/lib/catalog/view'

/** What a model is made of: what it was built on, or what it was trained on. */
export type Part = 'base' | 'data'

/** A name that models give as their base or their data. */
export interface LineageName {
  key: string
  label: string
  /** The catalog's own entry of that name. */
  entry: EntryRef | null
  /** How many models of the catalog name it. */
  models: number
}

/** A model and what it is made of, by keys. */
export interface LineageModel {
  entry: EntryRef
  base: string[]
  data: string[]
}

/** What a map shows: models, and the names that they give. */
export interface Lineage {
  models: LineageModel[]
  base: LineageName[]
  data: LineageName[]
}

/** The models that have most in common with others, `most` of them at most; those with as much keep their order. */
export function mostConnected(models: readonly LineageModel[], most: number): LineageModel[] {
  if (models.length <= most) return [...models]
  const uses = new Map<string, number>()
  for (const token of models.flatMap(tokensOf)) uses.set(token, (uses.get(token) ?? 0) + 1)
  const common = (model: LineageModel) => tokensOf(model).reduce((sum, token) => sum + Math.min(uses.get(token) as number, most) - 1, 0)
  const ranked = models.map((model, index) => ({ model, index, common: common(model) })).sort((a, b) => b.common - a.common || a.index - b.index)
  return ranked.slice(0, most).map(({ model }) => model)
}

function tokensOf({ base, data }: LineageModel): string[] {
  return [...base.map((key) => `base:${key}`), ...data.map((key) => `data:${key}`)]
}

/** The names of one side that the shown models give, `most` at most: first what most of the shown share, then as they are met. */
export function sharedNames(models: readonly LineageModel[], part: Part, most: number): string[] {
  const uses = new Map<string, number>()
  for (const key of models.flatMap((model) => model[part])) uses.set(key, (uses.get(key) ?? 0) + 1)
  return [...uses.keys()].sort((a, b) => (uses.get(b) as number) - (uses.get(a) as number)).slice(0, most)
}

/** A lineage of these models and no more than `most` names on each side. */
export function cutLineage({ models, base, data }: Lineage, most: number): Lineage {
  const kept = { base: new Set(sharedNames(models, 'base', most)), data: new Set(sharedNames(models, 'data', most)) }
  return {
    models: models.map((model) => ({ ...model, base: model.base.filter((key) => kept.base.has(key)), data: model.data.filter((key) => kept.data.has(key)) })),
    base: base.filter(({ key }) => kept.base.has(key)),
    data: data.filter(({ key }) => kept.data.has(key)),
  }
}
