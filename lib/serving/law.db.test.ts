import { afterAll, beforeAll, expect, it } from 'vitest'
import { catalogLog } from '@/lib/catalog/log'
import { entryPage } from '@/lib/catalog/entry-page'
import { catalogHome, sectionPage } from '@/lib/catalog/queries'
import { readSearch } from '@/lib/catalog/search/address'
import { searchCatalog, suggestEntries } from '@/lib/catalog/search/search'
import { latestChanges } from '@/lib/feeds/changes'
import { whatIsNew } from '@/lib/feeds/new'
import { profile } from '@/lib/people/profile'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, maintainers, person } from '@/scripts/testing/database'
import { everyOtherMutation, type Cast } from '@/scripts/testing/mutations'
import { decided, newDataset, newSubfield, sent } from '@/scripts/testing/proposals'

let db: PrismaClient
let cast: Cast
beforeAll(async () => {
  db = await freshCatalog()
  const [mia, max] = await maintainers(db)
  cast = { mia, max, ada: await person(db, 'Ada'), admin: await person(db, 'Grace', 'admin') }
  await decided(db, max, await sent(db, cast.ada, newDataset('Seen by all')), 'accepted')
  await decided(db, mia, await sent(db, cast.ada, await newSubfield(db, 'biomistral', 'Clinic')), 'accepted')
})
afterAll(() => db.$disconnect())

/** What public pages are made of, by their addresses: all of them. */
async function everythingPublic(): Promise<Record<string, unknown>> {
  const shown: Record<string, unknown> = { '/': await catalogHome(db), '/search?q=mimic': await searchCatalog(db, readSearch({ q: 'mimic' })), '/api/suggest?q=mimic': await suggestEntries(db, 'mimic'), '/log': await catalogLog(db, {}), '/new?since=0': await whatIsNew(db, { revision: 0 }), '/feed.atom': await latestChanges(db, 'changes') }
  for (const { slug } of await db.section.findMany()) shown[`/sections/${slug}`] = await sectionPage(db, slug)
  for (const { kind, slug } of await db.entry.findMany()) shown[`/${kind}/${slug}`] = await entryPage(db, kind, slug)
  for (const { id } of await db.user.findMany()) shown[`/people/${id}`] = await profile(db, id)
  for (let revision = await currentRevision(db); revision > 0; revision--) shown[`/r/${revision}/README.md`] = await exportReadme(db, revision)
  return shown
}

it('whatever people do beside accepting changes nothing that the public sees', async () => {
  const before = await everythingPublic()
  await everyOtherMutation(db, cast)
  expect(await everythingPublic()).toEqual(before)
  await decided(db, cast.max, await sent(db, cast.admin, newDataset('And now it does')), 'accepted')
  expect(await everythingPublic()).not.toEqual(before)
})
