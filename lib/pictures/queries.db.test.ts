import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entryKinds } from '@/lib/catalog/entry'
import { readSearch } from '@/lib/catalog/search/address'
import { searchCatalog } from '@/lib/catalog/search/search'
import type { FormChange } from '@/lib/proposals/change'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog } from '@/scripts/testing/database'
import { accepted } from '@/scripts/testing/proposals'
import { lineageOf, lineageOfAll } from './lineage-query'
import { growth, sectionTallies, subfieldsAndBases, yearCounts } from './queries'

let db: PrismaClient
beforeAll(async () => {
  db = await freshCatalog()
})
afterAll(() => db.$disconnect())

/** How many entries the list of a bar has. */
const listed = async (parameters: Record<string, unknown>) => (await searchCatalog(db, readSearch(parameters))).count

const accept = (changes: FormChange[]) => accepted(db, changes)

/** Every count against the list that its bar leads to. */
async function expectTrue(): Promise<void> {
  const total = async (kind: string) => listed({ kind })
  const years = await yearCounts(db, entryKinds)
  for (const { kind, years: own } of years) for (const { year, entries } of own) expect([kind, year, entries]).toEqual([kind, year, await listed({ kind, year: String(year) })])
  for (const { kind, unknown } of years) {
    const found = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM entry_search WHERE ${`kind:${kind}`} = ANY(facets) AND year = 0`
    expect(unknown).toBe(found[0]?.count)
  }
  const { subfields, bases, cells } = await subfieldsAndBases(db)
  for (const { key, entries } of subfields) expect(entries).toBe(await listed({ subfield: key }))
  for (const { key, entries } of bases) expect(entries).toBe(await listed({ base: key }))
  for (const { subfield, base, entries } of cells) expect(entries).toBe(await listed({ subfield, base }))
  for (const { slug, entries } of await sectionTallies(db)) expect(entries).toBe(await listed({ section: slug }))
  const sizes = (await growth(db)).at(-1)
  expect(sizes?.entries).toEqual({ model: await total('model'), dataset: await total('dataset'), table: 0 })
}

const model = (name: string, base: string[], data: string[], url: string): FormChange => ({
  op: 'add',
  section: 'language-models',
  place: 'manner',
  entry: { kind: 'model', fields: { name, subfield: 'Medicine', paper: { label: 'A paper', url }, code: null, base, data, starred: false } },
})

describe('pictures', () => {
  it('count as many entries as the lists that they lead to', expectTrue, 120_000)

  it('count the models that a pair of subfield and base has', async () => {
    const { cells, moreBases, moreSubfields, bases, subfields } = await subfieldsAndBases(db)
    expect(cells).toContainEqual({ subfield: 'radiology', base: 'clip', entries: await listed({ subfield: 'radiology', base: 'clip' }) })
    expect(bases.map(({ entries }) => entries)).toEqual(bases.map(({ entries }) => entries).toSorted((a, b) => b - a))
    expect(subfields.length + moreSubfields).toBe((await db.entryTerm.groupBy({ by: ['key'], where: { facet: 'subfield' } })).length)
    expect(bases.length + moreBases).toBe((await db.entryTerm.groupBy({ by: ['key'], where: { facet: 'base' } })).length)
  })

  it('begin to grow with the first revision', async () => {
    const sizes = await growth(db)
    expect(sizes.map(({ revision }) => revision)).toEqual([1])
    expect(sizes[0]?.at).toBeInstanceOf(Date)
  })

  it('draw what models are made of, and what is around one', async () => {
    const map = await lineageOfAll(db)
    const clip = map.models.find(({ entry }) => entry.slug === 'cxr-clip')
    expect(clip).toMatchObject({ base: ['clip'], data: ['mimiccxr', 'chexpert', 'chestxray14'] })
    expect(map.data.find(({ key }) => key === 'mimiccxr')).toMatchObject({ label: 'MIMIC-CXR', entry: { kind: 'dataset', slug: 'mimic-cxr' }, models: await listed({ data: 'mimiccxr' }) })
    expect(map.data.find(({ key }) => key === 'chestxray14')?.entry).toBeNull()
    expect(map.models.slice(0, 3).map(({ entry }) => entry.name)).toEqual(['MMedLM 2', 'Me LLaMA', 'BioMistral'])
    expect(map.outOf).toBe(await listed({ kind: 'model' }))
    const around = await lineageOf(db, 'model', 'cxr-clip')
    expect(around?.of).toEqual({ kind: 'model', slug: 'cxr-clip', name: 'CXR-CLIP' })
    expect(around?.models[0]?.entry.slug).toBe('cxr-clip')
    for (const other of around?.models ?? []) expect([...other.base, ...other.data].some((key) => ['clip', 'mimiccxr', 'chexpert', 'chestxray14'].includes(key))).toBe(true)
    const trained = await lineageOf(db, 'dataset', 'mimic-cxr')
    expect(trained?.models.map(({ entry }) => entry.slug)).toContain('kad')
    expect(trained?.outOf).toBe(await listed({ data: 'mimiccxr' }))
    expect(await lineageOf(db, 'model', 'never-listed')).toBeNull()
  })
})

describe('after acceptances', () => {
  it('follow what was added, removed, changed and moved', async () => {
    await accept([model('Alpha', ['CLIP', 'Beta'], ['MIMIC-CXR'], 'https://arxiv.org/abs/1801.00001'), model('Beta', ['CLIP'], [], 'https://example.org/a')])
    await accept([model('Gamma', ['Beta'], [], 'https://arxiv.org/abs/2501.00001')])
    await expectTrue()
    const beta = await lineageOf(db, 'model', 'beta')
    expect(beta?.models.slice(0, 3).map(({ entry }) => entry.name).toSorted()).toEqual(['Alpha', 'Beta', 'Gamma'])
    expect(beta?.base.find(({ key }) => key === 'beta')).toMatchObject({ entry: { kind: 'model', slug: 'beta' }, models: 2 })
    await accept([{ op: 'remove', section: 'language-models', key: 'alpha', base: 3, reason: 'x' }])
    await expectTrue()
    expect((await lineageOf(db, 'model', 'beta'))?.models.map(({ entry }) => entry.name)).not.toContain('Alpha')
    expect(await lineageOf(db, 'model', 'alpha')).toBeNull()
    const sizes = await growth(db)
    const [first] = sizes
    expect(sizes.map(({ entries }) => entries.model - (first?.entries.model ?? 0))).toEqual([0, 2, 3, 2])
  }, 120_000)
})

it('ask no more of what is around an entry of many names', async () => {
  const many = Array.from({ length: 30 }, (_, index) => `Corpus ${index}`)
  await accept([model('Omnivore', ['CLIP'], many, 'https://example.org/o'), model('Picky', [], ['Corpus 29'], 'https://example.org/p')])
  let asked = 0
  const counting = db.$extends({ query: { $allOperations: ({ args, query }) => (asked++, query(args)) } }) as unknown as PrismaClient
  const around = await lineageOf(counting, 'model', 'omnivore')
  expect(around?.models.map(({ entry }) => entry.slug)).toEqual(expect.arrayContaining(['omnivore', 'picky', 'cxr-clip']))
  expect(asked).toBeLessThan(15)
})
