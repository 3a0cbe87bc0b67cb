import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import { importReadme } from '@/lib/readme/import'
import { cutOff, type CutOff } from '@/scripts/testing/cut-off'
import { freshDatabase, seedBytes } from '@/scripts/testing/database'
import { revisionHold, type RevisionHold } from './revision-hold'

let url: string
let writer: pg.Client, other: pg.Client
let way: CutOff
let hold: RevisionHold

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
  hold = revisionHold(through.href)
})
afterEach(async () => {
  await hold.close()
  await way.close()
})

/** Whoever has psql can change the revision; the order of the commit and of what is asked meanwhile is what these tests are about. */
const write = () => writer.query('UPDATE document SET revision = revision WHERE id = 1')
/** Whether a reader, or a writer, has the lock or waits for it. */
const locks = async () => (await other.query("SELECT mode, granted FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY mode")).rows

/** Reads until an answer comes while what it tells is held yet: on a busy machine one may take longer than that. */
const expectHeld = () =>
  expect
    .poll(async () => {
      await hold.read()
      return hold.held()
    })
    .toBe(1)

it('holds what it read for a moment, and lets go of it by itself', async () => {
  expect(hold.held()).toBeNull()
  const revision = await hold.read()
  expect(revision).toBe(1)
  await expectHeld()
  await expect.poll(locks, { interval: 1 }).toEqual([])
  expect(hold.held()).toBeNull()
})

it('holds it no longer than whoever changes it waits, again and again', async () => {
  for (let round = 0; round < 100; round++) {
    await hold.read()
    await write()
    expect(hold.held()).toBeNull()
  }
})

it('reads without holding while a change waits for others', async () => {
  await other.query('BEGIN; SELECT pg_advisory_xact_lock_shared(revision_lock())')
  const written = write()
  await expect.poll(locks).toEqual([
    { mode: 'ExclusiveLock', granted: false },
    { mode: 'ShareLock', granted: true },
  ])
  expect(await hold.read()).toBe(1)
  expect(hold.held()).toBeNull()
  await other.query('COMMIT')
  await written
  await expectHeld()
})

it('does not have the lock while it waits for a table that a migration waits for', async () => {
  await writer.query('BEGIN; UPDATE document SET revision = revision WHERE id = 1')
  const migration = new pg.Client(url)
  await migration.connect()
  const migrated = migration.query('BEGIN; LOCK TABLE document IN ACCESS EXCLUSIVE MODE')
  const waiting = async () => Number((await other.query("SELECT count(*) FROM pg_locks WHERE relation = 'document'::regclass AND NOT granted")).rows[0].count)
  await expect.poll(waiting).toBe(1)
  const read = hold.read()
  await expect.poll(waiting).toBe(2)
  const held = await locks()
  await writer.query('COMMIT')
  await migrated
  await migration.end()
  expect(await read).toBe(1)
  // Else these three would have waited for each other until Postgres looked for deadlocks.
  expect(held).toEqual([])
})

/** Has this process stand still for longer than Postgres lets it keep the lock. */
const standStill = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500)

it.each(['after a read', 'while a read is under way'])('reads on where its process stands still for so long that its session is ended, %s', async (when) => {
  // Not by a way that stands still with it.
  const direct = revisionHold(url)
  try {
    await direct.read()
    if (when === 'after a read') standStill()
    else {
      await expect.poll(locks, { interval: 1 }).toEqual([])
      const read = direct.read()
      await Promise.resolve()
      standStill()
      expect(await read).toBe(1)
    }
    expect(direct.held()).toBeNull()
    for (let round = 0; round < 10; round++) expect(await direct.read()).toBe(1)
  } finally {
    await direct.close()
  }
})

it('is closed while a read is under way, and holds nothing then', async () => {
  await hold.read()
  const read = hold.read().catch(() => null)
  await hold.close()
  await read
  expect(hold.held()).toBeNull()
  await expect.poll(locks).toEqual([])
})

it('keeps nobody waiting for more than a moment where it hangs', async () => {
  await hold.read()
  way.silence()
  const began = performance.now()
  await write()
  // The second after which Postgres ends its session; connections give up on locks after five.
  expect(performance.now() - began).toBeLessThan(4_000)
  expect(hold.held()).toBeNull()
})

it('is not held any more once its connection is lost', async () => {
  await hold.read()
  way.cut()
  await expect.poll(() => hold.held(), { interval: 1 }).toBeNull()
  way.mend()
  await expect.poll(() => hold.read().catch(() => null)).toBe(1)
})
