import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { ask } from '@/scripts/testing/api'
import { freshDatabase, person, seedBytes } from '@/scripts/testing/database'
import { decided, newDataset, sent } from '@/scripts/testing/proposals'
import { importReadme } from './import'

let db: PrismaClient

beforeAll(async () => {
  const url = await freshDatabase()
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_SECRET: 'for the tests of the READMEs’ addresses', NEXTAUTH_URL: 'http://localhost:3000' })
  db = connect(url)
})
afterAll(() => db.$disconnect())

it('says that there is nothing before anything was imported', async () => {
  for (const path of ['/README.md', '/r/1/README.md', '/r/first/README.md']) expect([path, (await ask(path)).status]).toEqual([path, 404])
  expect(await (await ask('/README.md')).text()).toContain('empty')
})

it('is told with the time when its revision was made, and not anew to who holds it', async () => {
  await importReadme(db, await seedBytes(), null)
  await decided(db, await person(db, 'Max', 'maintainer'), await sent(db, await person(db, 'Ada'), newDataset('One more')), 'accepted')
  const [first, second] = (await db.catalogRevision.findMany({ orderBy: { number: 'asc' } })).map(({ at }) => at.toUTCString())
  for (const [path, modified] of [['/README.md', second], ['/r/2/README.md', second], ['/r/1/README.md', first]] as const) {
    const answer = await ask(path)
    expect([path, answer.status, answer.headers.get('last-modified'), (await answer.text()).includes('One more')]).toEqual([path, 200, modified, !path.includes('1')])
    const held = await ask(path, { headers: { 'If-None-Match': answer.headers.get('etag') as string } })
    expect([path, held.status, held.headers.get('last-modified')]).toEqual([path, 304, modified])
  }
  expect((await ask('/r/3/README.md')).status).toBe(404)
})
