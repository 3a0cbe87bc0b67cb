import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog } from '@/scripts/testing/database'
import { accepted } from '@/scripts/testing/proposals'
import { suggestions } from './form-data'
import { termValues } from './terms'

let db: PrismaClient
beforeAll(async () => {
  db = await freshCatalog()
})
afterAll(() => db.$disconnect())

it('suggests each value that a listed entry has once, in the order of their keys', async () => {
  for (const facet of ['subfield', 'base', 'data'] as const) {
    const terms = await db.entryTerm.findMany({ where: { facet, key: { not: '' }, entry: { removed: false } }, orderBy: { entryId: 'asc' } })
    const first = new Map(terms.toReversed().map(({ key, value }) => [key, value]))
    const expected = [...first].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
    expect(expected.length).toBeGreaterThan(5)
    expect(await termValues(db, facet, 1000)).toEqual(expected)
  }
})

it('suggests the commonest values of too many', async () => {
  const [most] = await termValues(db, 'subfield', 1)
  const counted = await db.facetCount.findFirstOrThrow({ where: { facet: 'subfield' }, orderBy: [{ entries: 'desc' }, { key: 'asc' }] })
  expect(most).toBe(counted.label)
})

it('suggests datasets of the list before other data, and nothing that went', async () => {
  const { data } = await suggestions(db)
  const datasets = await db.entry.findMany({ where: { kind: 'dataset' }, orderBy: { nameKey: 'asc' }, select: { name: true, slug: true, section: { select: { slug: true } } } })
  expect(data.slice(0, datasets.length)).toEqual([...new Set(datasets.map(({ name }) => name))].concat(data).slice(0, datasets.length))
  expect(new Set(data).size).toBe(data.length)
  const [gone] = datasets
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: 1 } })
  await accepted(db, [{ op: 'remove', section: gone?.section.slug ?? '', key: gone?.slug ?? '', base: revision, reason: 'It is gone.' }])
  expect((await suggestions(db)).data[0]).toBe(datasets[1]?.name)
})
