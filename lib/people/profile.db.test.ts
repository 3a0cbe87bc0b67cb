import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { entryPage } from '@/lib/catalog/entry-page'
import { catalogLog } from '@/lib/catalog/log'
import { amendChange } from '@/lib/proposals/amend'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { decided, newDataset, newSubfield, sent } from '@/scripts/testing/proposals'
import { profile } from './profile'

let db: PrismaClient
let ada: Viewer, mia: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ada = await person(db, 'Ada')
  mia = await person(db, 'Mia', 'maintainer')
})
afterAll(() => db.$disconnect())

it('is nobody’s whose proposals wait, were rejected, or were never sent', async () => {
  const rejected = await sent(db, ada, newDataset('Rejected'))
  await decided(db, mia, rejected, 'rejected')
  await sent(db, ada, newDataset('Waiting'))
  expect(await profile(db, ada.id)).toBeNull()
  expect(await profile(db, mia.id)).toBeNull()
  expect(await profile(db, '00000000-0000-7000-8000-000000000000')).toBeNull()
})

it('lists what was accepted, newest first, in pages', async () => {
  for (let count = 0; count < 27; count++) await decided(db, mia, await sent(db, ada, newDataset(`Listed ${count}`)), 'accepted')
  const first = await profile(db, ada.id)
  expect(first).toMatchObject({ name: 'Ada', contributions: 27, reviews: 0, revision: 28 })
  expect(first?.items).toHaveLength(25)
  expect(first?.items[0]).toMatchObject({ title: 'Add Listed 26', proposerId: ada.id, deciderId: mia.id, entries: [{ name: 'Listed 26' }] })
  const second = await profile(db, ada.id, { before: first?.more ?? undefined })
  expect(second?.items.map(({ title }) => title)).toEqual(['Add Listed 1', 'Add Listed 0'])
  expect(second?.more).toBeNull()
  expect(await profile(db, mia.id)).toMatchObject({ contributions: 0, reviews: 27, items: [] })
})

it('credits whoever proposed, where a maintainer amended it, and where the entry was merged into another', async () => {
  const grace = await person(db, 'Grace')
  const amended = await sent(db, grace, newDataset('Amanded'))
  await amendChange(db, mia, { proposal: amended, version: 1, ordinal: 0, changes: [newDataset('Amended')] })
  await decided(db, mia, amended, 'accepted')
  expect(await profile(db, grace.id)).toMatchObject({ contributions: 1, items: [{ entries: [{ name: 'Amended' }], proposer: 'Grace' }] })
  await decided(db, mia, await sent(db, ada, await newSubfield(db, 'biomistral', 'Clinic')), 'accepted')
  const base = (await db.document.findUniqueOrThrow({ where: { id: 1 } })).revision
  await decided(db, mia, await sent(db, ada, { op: 'remove', section: 'text', key: 'amended', base, reason: 'It is listed twice.', into: 'mimic-iii' }), 'accepted')
  expect(await profile(db, grace.id)).toMatchObject({ contributions: 1, items: [{ proposer: 'Grace', proposerId: grace.id }] })
  const merged = await entryPage(db, 'dataset', 'mimic-iii')
  expect(merged?.merged[0]?.history.at(-1)).toMatchObject({ proposer: 'Grace', proposerId: grace.id })
  expect((await catalogLog(db, {})).items.find(({ proposal }) => proposal === amended)).toMatchObject({ proposerId: grace.id, deciderId: mia.id })
})

it('calls people what they were called at their latest acceptance, as a public page changes with the catalog alone', async () => {
  const joan = await person(db, 'Joan')
  await decided(db, mia, await sent(db, joan, newDataset('Of Joan')), 'accepted')
  await db.user.updateMany({ where: { id: { in: [joan.id, mia.id] } }, data: { name: 'Renamed' } })
  expect(await profile(db, joan.id)).toMatchObject({ name: 'Joan' })
  expect(await profile(db, mia.id)).toMatchObject({ name: 'Mia' })
  await decided(db, mia, await sent(db, { ...joan, name: 'Renamed' }, newDataset('Of Joan again')), 'accepted')
  expect(await profile(db, joan.id)).toMatchObject({ name: 'Renamed' })
})

it('calls them so also where an earlier proposal of theirs was accepted last', async () => {
  const rowan = await person(db, 'Rowan')
  const [first, second] = [await sent(db, rowan, newDataset('First of Rowan')), await sent(db, rowan, newDataset('Second of Rowan'))]
  const max = await person(db, 'Max', 'maintainer')
  await decided(db, max, second, 'accepted')
  await db.user.updateMany({ where: { id: { in: [rowan.id, max.id] } }, data: { name: 'Renamed' } })
  await decided(db, { ...max, name: 'Renamed' }, first, 'accepted')
  expect([(await profile(db, rowan.id))?.name, (await profile(db, max.id))?.name]).toEqual(['Renamed', 'Renamed'])
})
