import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import { importReadme } from '@/lib/readme/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { ask } from '@/scripts/testing/api'
import { freshDatabase, seedBytes } from '@/scripts/testing/database'

let db: PrismaClient

beforeAll(async () => {
  const url = await freshDatabase()
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_SECRET: 'for the tests of what is suggested to browsers', NEXTAUTH_URL: 'http://localhost:3000' })
  db = connect(url)
  await importReadme(db, await seedBytes(), null)
})
afterAll(() => db.$disconnect())

it('suggests entries to the address bars of browsers, in the order of the palette', async () => {
  // As typed: a browser takes no answer to anything else.
  const typed = 'Mimic  c'
  const answer = await ask(`/api/suggest?as=opensearch&q=${encodeURIComponent(typed)}`)
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/x-suggestions+json; charset=utf-8', 'public, no-cache'])
  const { entries } = (await (await ask('/api/suggest?q=mimic+c')).json()) as { entries: { href: string; name: { text: string }[] }[] }
  expect(entries.length).toBeGreaterThan(0)
  expect(await answer.json()).toEqual([typed, entries.map(({ name }) => name.map(({ text }) => text).join('')), [], entries.map(({ href }) => `http://localhost:3000${href}`)])
  expect((await ask('/api/suggest?as=opensearch&q=mimic', { headers: { 'If-None-Match': answer.headers.get('etag') as string } })).status).toBe(304)
})

it('suggests nothing where nothing is typed or found', async () => {
  expect(await (await ask('/api/suggest?as=opensearch')).json()).toEqual(['', [], [], []])
  expect(await (await ask('/api/suggest?as=opensearch&q=%00')).json()).toEqual(['\u0000', [], [], []])
})
