import type { EntryKind } from '@/lib/catalog/entry'
import type { EntryRef } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { cutLineage, mostConnected, type Lineage, type LineageModel, type LineageName, type Part } from './lineage'

/** A map of the catalog, or of what is around one entry. */
export interface LineageMap extends Lineage {
  /** The entry that it is about; null: the whole catalog. */
  of: EntryRef | null
  /** How many models there are that could be on it: all of the catalog's, or those shown and all others that are made of the entry. */
  outOf: number
}

const mostModels = 90
const mostAround = 40
const mostNames = 100
/** So many bases and so many data sets are looked at, and so many models of each. */
const mostHubs = 100
const mostOfHub = 20
/** Of what one entry is made of, so many names are looked at. */
const mostParts = 40

/** The map of the whole catalog: the models that have most in common. The work is bounded, however large the catalog is. */
export async function lineageOfAll(db: Db): Promise<LineageMap> {
  const [found, count] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT id FROM (
        (SELECT facet, key FROM facet_count WHERE facet = 'base' AND entries > 0 ORDER BY entries DESC, key LIMIT ${mostHubs})
        UNION ALL (SELECT facet, key FROM facet_count WHERE facet = 'data' AND entries > 0 ORDER BY entries DESC, key LIMIT ${mostHubs})
      ) AS hub CROSS JOIN LATERAL (
        SELECT entry.id FROM entry_term AS term JOIN entry ON entry.id = term.entry_id AND NOT entry.removed
        WHERE term.facet = hub.facet::facet AND term.key = hub.key ORDER BY term.entry_id DESC LIMIT ${mostOfHub}
      ) AS model`,
    db.facetCount.findUnique({ where: { facet_key: { facet: 'kind', key: 'model' } }, select: { entries: true } }),
  ])
  const models = mostConnected(await modelsOf(db, found.map(({ id }) => id)), mostModels)
  return { of: null, outOf: count?.entries ?? 0, ...(await withNames(db, models)) }
}

/**
 * What is around an entry: of a model what it is made of, what was made of it, and who shares most with it; of a dataset the models that
 * were trained on it. null where the catalog lists no such entry.
 */
export async function lineageOf(db: Db, kind: EntryKind, slug: string): Promise<LineageMap | null> {
  const entry = await db.entry.findUnique({
    where: { kind_slug: { kind, slug }, removed: false },
    select: { id: true, kind: true, slug: true, name: true, nameKey: true },
  })
  if (!entry) return null
  const { id, nameKey: key, ...of } = entry
  const part: Part = kind === 'dataset' ? 'data' : 'base'
  const [children, kin, outOf] = await Promise.all([
    modelsNaming(db, part, key, mostAround),
    modelsSharing(db, id),
    childrenOf(db, part, key),
  ])
  const [own = null] = kind === 'model' ? await modelsOf(db, [id]) : []
  const made = await modelsOf(db, children.filter((child) => child !== id))
  const known = new Set([id, ...children])
  const near = await modelsOf(db, kin.filter((other) => !known.has(other)))
  const models = [...(own ? [own] : []), ...made, ...nearest(own, near, Math.max(0, mostAround - made.length))]
  return { of, outOf: outOf + models.length - made.length, ...(await withNames(db, models)) }
}

/** Of models those that share most with one, in the order of how much. */
function nearest(own: LineageModel | null, models: readonly LineageModel[], most: number): LineageModel[] {
  const mine = new Set(own ? [...own.base, ...own.data] : [])
  const shared = (model: LineageModel) => [...model.base, ...model.data].filter((key) => mine.has(key)).length
  return models.map((model) => ({ model, shared: shared(model) })).sort((a, b) => b.shared - a.shared).slice(0, most).map(({ model }) => model)
}

/** Models that give a name as their base or data, by ids, `most` at most: always the same ones, but not the latest, as ids are random. */
async function modelsNaming(db: Db, facet: Part, key: string, most: number): Promise<string[]> {
  const found = await db.entryTerm.findMany({
    where: { facet, key, entry: { removed: false } },
    select: { entryId: true },
    orderBy: { entryId: 'desc' },
    take: most,
  })
  return found.map(({ entryId }) => entryId)
}

/** Models that share a base or data with an entry, by ids, itself among them: a few of each name, and of an entry of many names the first. */
async function modelsSharing(db: Db, id: string): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT other.id
    FROM (SELECT facet, key FROM entry_term WHERE entry_id = ${id}::uuid AND facet IN ('base', 'data') ORDER BY facet, ordinal LIMIT ${mostParts}) AS own
    CROSS JOIN LATERAL (
      SELECT term.entry_id AS id FROM entry_term AS term JOIN entry ON entry.id = term.entry_id AND NOT entry.removed
      WHERE term.facet = own.facet AND term.key = own.key ORDER BY term.entry_id DESC LIMIT ${mostOfHub}) AS other`
  return found.map(({ id: other }) => other)
}

async function childrenOf(db: Db, facet: Part, key: string): Promise<number> {
  return (await db.facetCount.findUnique({ where: { facet_key: { facet, key } }, select: { entries: true } }))?.entries ?? 0
}

/** Models with what they are made of, in the list's order. */
async function modelsOf(db: Db, ids: readonly string[]): Promise<LineageModel[]> {
  const rows = await db.entry.findMany({
    where: { id: { in: [...ids] } },
    select: { kind: true, slug: true, name: true, terms: { where: { facet: { in: ['base', 'data'] } }, select: { facet: true, key: true }, orderBy: { ordinal: 'asc' } } },
    orderBy: [{ section: { ordinal: 'asc' } }, { rank: 'asc' }],
  })
  const keysOf = (terms: (typeof rows)[number]['terms'], part: Part) => [...new Set(terms.flatMap(({ facet, key }) => (facet === part && key !== '' ? [key] : [])))]
  return rows.map(({ terms, ...entry }) => ({ entry, base: keysOf(terms, 'base'), data: keysOf(terms, 'data') }))
}

async function withNames(db: Db, models: readonly LineageModel[]): Promise<Lineage> {
  const cut = cutLineage({ models: [...models], base: [], data: [] }, mostNames)
  return { models: cut.models, base: await namesOf(db, 'base', cut.models), data: await namesOf(db, 'data', cut.models) }
}

/** The names that models give, with the catalog's own entry of that name: a model for a base, a dataset for data. */
async function namesOf(db: Db, facet: Part, models: readonly LineageModel[]): Promise<LineageName[]> {
  const keys = [...new Set(models.flatMap((model) => model[facet]))]
  const [counts, entries] = await Promise.all([
    db.facetCount.findMany({ where: { facet, key: { in: keys } } }),
    db.entry.findMany({
      where: { kind: facet === 'base' ? 'model' : 'dataset', removed: false, nameKey: { in: keys } },
      select: { kind: true, slug: true, name: true, nameKey: true },
      orderBy: { id: 'desc' },
    }),
  ])
  const byKey = new Map(entries.map(({ nameKey: key, ...entry }) => [key, entry]))
  const counted = new Map(counts.map((count) => [count.key, count]))
  return keys.map((key) => ({ key, label: counted.get(key)?.label || key, entry: byKey.get(key) ?? null, models: counted.get(key)?.entries ?? 0 }))
}
