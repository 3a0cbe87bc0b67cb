import { afterAll, beforeAll, expect, it } from 'vitest'
import { frameOf } from '@/lib/catalog/view'
import { connect } from '@/lib/db'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import { loadReadme } from '@/lib/readme/load'
import { parse } from '@/lib/readme/parse'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase } from '../../testing/database'
import { fillCatalog, type Filled } from './fill'

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
  for (const read of [frames, rows, terms, identities]) expect(await read(db)).toEqual(await read(empty))
  expect(parse(text).parts.length).toBe((await loadReadme(db, filled.revisions)).parts.length)
  await empty.$disconnect()
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
