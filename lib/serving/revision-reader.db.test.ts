import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import { importReadme } from '@/lib/readme/import'
import { freshDatabase, seedBytes } from '@/scripts/testing/database'
import { revisionReader, type RevisionReader } from './revision-reader'

let writer: pg.Client
let reader: RevisionReader

beforeAll(async () => {
  const url = await freshDatabase()
  const db = connect(url)
  await importReadme(db, await seedBytes(), null)
  await db.$disconnect()
  writer = new pg.Client(url)
  await writer.connect()
  reader = revisionReader(url)
})
afterAll(() => Promise.all([writer.end(), reader.close()]))

it('holds on without a gap where it is read again before that ends', async () => {
  // Both of its connections are there from the second read on.
  await reader.read()
  await reader.read()
  let gapless = 0
  for (let round = 0; round < 100; round++) {
    await expect.poll(() => reader.ends(), { interval: 1 }).toBe(true)
    const wasHeld = reader.held() !== null
    await reader.read()
    if (wasHeld && reader.held() !== null) gapless++
  }
  // A busy machine misses some: a timer of this test may be late by more than is left.
  expect(gapless).toBeGreaterThan(0)
})

it('lets a change in between, however soon it is read again', async () => {
  let isOver = false
  const reading = (async () => {
    while (!isOver) await reader.read()
  })()
  for (let round = 0; round < 50; round++) await writer.query('UPDATE document SET revision = revision WHERE id = 1')
  isOver = true
  await reading
  expect(await reader.read()).toBe(1)
})
