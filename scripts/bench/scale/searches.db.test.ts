import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSearch } from '@/lib/catalog/search/address'
import { searchCatalog, searchIds } from '@/lib/catalog/search/search'
import { connect } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase } from '../../testing/database'
import { fillCatalog } from './fill'

let db: PrismaClient
beforeAll(async () => {
  const url = await freshDatabase()
  await fillCatalog(url, 3000)
  db = connect(url)
})
afterAll(() => db.$disconnect())

const counted = async (parameters: Record<string, string>) => {
  const { count, facets } = await searchCatalog(db, readSearch(parameters))
  const values = facets.flatMap(({ facet, atLeast, options }) => options.map(({ key, count: told, chosen }) => ({ facet, key, told, chosen, atLeast })))
  return { count, values }
}

it.each<Record<string, string>>([{ code: 'yes' }, { q: 'me' }, { q: 'me', kind: 'model' }])('tells of more than a thousand answers what each value has at least: %j', async (parameters) => {
  const { count, values } = await counted(parameters)
  expect(count).toBe(1001)
  for (const { facet, key, told, chosen, atLeast } of values) {
    expect(atLeast).toBe(true)
    expect(told).toBeLessThanOrEqual(chosen ? 1001 : 501)
    // Who takes the value finds as many, and may find more.
    if (facet !== 'kind' && facet !== 'section') continue
    const ids = await searchIds(db, readSearch({ ...parameters, [facet]: key }))
    expect(told).toBeLessThanOrEqual(ids.length)
  }
  expect(new Set(values.map(({ facet }) => facet)).size).toBeGreaterThan(5)
})

it('counts up to a thousand answers one by one', async () => {
  const { count, values } = await counted({ q: 'me', kind: 'model', year: '2023' })
  expect(count).toBeLessThan(1000)
  for (const { facet, key, told, atLeast } of values) {
    if (facet !== 'code' && facet !== 'base') continue
    expect(atLeast).toBe(false)
    const ids = await searchIds(db, readSearch({ q: 'me', kind: 'model', year: '2023', [facet]: key }))
    expect([facet, key, told]).toEqual([facet, key, ids.length])
  }
})
