import { afterAll, beforeAll, expect, it } from 'vitest'
import { frameOf } from '@/lib/catalog/view'
import { connect } from '@/lib/db'
import { readSearch } from '@/lib/catalog/search/address'
import { searchCatalog } from '@/lib/catalog/search/search'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import { loadReadme } from '@/lib/readme/load'
import { parse } from '@/lib/readme/parse'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase } from '../../testing/database'
import { fillCatalog, type Filled } from './fill'
import { ownWord } from './rows'

let db: PrismaClient
let filled: Filled

beforeAll(async () => {
  const url = await freshDatabase()
  filled = await fillCatalog(url, 1000)
  db = connect(url)
})

afterAll(() => db.$disconnect())

it('fills what the README of a real list would have filled', async () => {
  const text = (await exportReadme(db))?.text ?? ''
  const empty = connect(await freshDatabase())
  const imported = await importReadme(empty, Buffer.from(text), null)
  expect(imported).toMatchObject({ ok: true, value: { models: await db.entry.count({ where: { kind: 'model' } }), problems: [] } })
  expect(filled).toMatchObject({ entries: 1000, sections: 10, revisions: 11, open: 5 })
  for (const read of [frames, rows, terms, identities, found, counts, pairs, words]) expect(await read(db)).toEqual(await read(empty))
  expect(parse(text).parts.length).toBe((await loadReadme(db, filled.revisions)).parts.length)
  await empty.$disconnect()
})

it('gives each entry a word of its own, by which it is found', async () => {
  const all = await db.entry.count()
  const made = Array.from({ length: all }, (_, number) => ownWord(number))
  expect(new Set(made).size).toBe(all)
  for (const number of [0, 1, 500]) {
    const { count, entries } = await searchCatalog(db, readSearch({ q: ownWord(number) }))
    expect([count, entries[0]?.name]).toEqual([1, expect.stringContaining(ownWord(number))])
  }
})

// At which end new rows go is told from the papers' numbers, which are made up.
const frames = async (of: PrismaClient) =>
  (await of.section.findMany({ select: { slug: true, kind: true, heading: true, size: true, ordinal: true, frame: true }, orderBy: { ordinal: 'asc' } })).map(
    ({ frame, ...section }) => ({ ...section, frame: { ...frameOf({ frame }), newest: '' } }),
  )
const entry = { kind: true, slug: true, name: true, nameKey: true, cells: true, revision: true } as const
const rows = (of: PrismaClient) => of.entry.findMany({ select: { ...entry, section: { select: { slug: true } } }, orderBy: [{ section: { ordinal: 'asc' } }, { rank: 'asc' }] })
const inOrder = [{ entry: { kind: 'asc' } }, { entry: { slug: 'asc' } }] as const
const terms = (of: PrismaClient) =>
  of.entryTerm.findMany({ select: { facet: true, ordinal: true, value: true, key: true, entry: { select: { kind: true, slug: true } } }, orderBy: [...inOrder, { facet: 'asc' }, { ordinal: 'asc' }] })
const identities = (of: PrismaClient) =>
  of.entryIdentity.findMany({ select: { identity: true, entry: { select: { kind: true, slug: true } } }, orderBy: [...inOrder, { identity: 'asc' }] })
// A section's id is in what its entries are found by, and each catalog has its own.
const ofCatalog = (facets: readonly string[]) => facets.filter((facet) => !facet.startsWith('section:'))
const found = async (of: PrismaClient) =>
  (await of.entrySearch.findMany({ select: { nameKey: true, year: true, facets: true, entry: { select: { kind: true, slug: true } } }, orderBy: [...inOrder] })).map(
    ({ facets, ...entryFound }) => ({ ...entryFound, facets: ofCatalog(facets) }),
  )
const counts = (of: PrismaClient) => of.facetCount.findMany({ where: { facet: { not: 'section' } }, orderBy: [{ facet: 'asc' }, { key: 'asc' }], omit: { label: true } })
const pairs = (of: PrismaClient) => of.facetPair.findMany({ orderBy: [{ first: 'asc' }, { second: 'asc' }] })
const words = (of: PrismaClient) => of.searchWord.findMany({ orderBy: { word: 'asc' } })
