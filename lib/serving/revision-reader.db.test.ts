import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import { importReadme } from '@/lib/readme/import'
import { cutOff, type CutOff } from '@/scripts/testing/cut-off'
import { freshDatabase, seedBytes } from '@/scripts/testing/database'
import { revisionReader, type RevisionReader } from './revision-reader'

let url: string
let writer: pg.Client, other: pg.Client
let way: CutOff
let reader: RevisionReader

beforeAll(async () => {
  url = await freshDatabase()
  const db = connect(url)
  await importReadme(db, await seedBytes(), null)
  await db.$disconnect()
  ;[writer, other] = [new pg.Client(url), new pg.Client(url)]
  await Promise.all([writer.connect(), other.connect()])
})
afterAll(() => Promise.all([writer.end(), other.end()]))
beforeEach(async () => {
  way = await cutOff(Number(new URL(url).port))
  const through = new URL(url)
  through.port = String(way.port)
  reader = revisionReader(through.href)
})
afterEach(async () => {
  await reader.close()
  await way.close()
})

/** Whoever has psql can change the revision; the order of the commit and of what is asked meanwhile is what these tests are about. */
const write = () => writer.query('UPDATE document SET revision = revision WHERE id = 1')
/** Whether a reader, or a writer, has the lock or waits for it. */
const locks = async () => (await other.query("SELECT mode, granted FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY mode")).rows

it('holds what it read for a moment, and lets go of it by itself', async () => {
  expect(reader.held()).toBeNull()
  const revision = await reader.read()
  expect(revision).toBe(1)
  expect(reader.held()).toBe(1)
  await expect.poll(locks, { interval: 1 }).toEqual([])
  expect(reader.held()).toBeNull()
})

it('holds it no longer than whoever changes it waits, again and again', async () => {
  for (let round = 0; round < 100; round++) {
    await reader.read()
    await write()
    expect(reader.held()).toBeNull()
  }
})

it('reads without holding while a change waits for others', async () => {
  await other.query('BEGIN; SELECT pg_advisory_xact_lock_shared(revision_lock())')
  const written = write()
  await expect.poll(locks).toEqual([
    { mode: 'ExclusiveLock', granted: false },
    { mode: 'ShareLock', granted: true },
  ])
  expect(await reader.read()).toBe(1)
  expect(reader.held()).toBeNull()
  await other.query('COMMIT')
  await written
  await reader.read()
  expect(reader.held()).toBe(1)
})

it('keeps nobody waiting for more than a moment where it hangs', async () => {
  await reader.read()
  way.silence()
  const began = performance.now()
  await write()
  // The second after which Postgres ends its session; connections give up on locks after five.
  expect(performance.now() - began).toBeLessThan(4_000)
  expect(reader.held()).toBeNull()
})

it('is not held any more once its connection is lost', async () => {
  await reader.read()
  way.cut()
  await expect.poll(() => reader.held(), { interval: 1 }).toBeNull()
  way.mend()
  await expect.poll(() => reader.read().catch(() => null)).toBe(1)
})
