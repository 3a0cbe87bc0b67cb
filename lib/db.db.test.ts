import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '@/scripts/testing/database'
import { connect, isPassing } from './db'

let url: string
beforeAll(async () => {
  url = await freshDatabase()
})

describe('a failure that passes', () => {
  it('is a database that is away', async () => {
    const away = connect('postgresql://nobody@127.0.0.1:1/nothing')
    expect(isPassing(await away.document.findMany().catch((error: unknown) => error))).toBe(true)
    await away.$disconnect()
  })

  it.each([
    ['a wait for a lock that takes too long', 'lock_timeout'],
    ['a statement that takes too long', 'statement_timeout'],
  ])('is %s', async (_, limit) => {
    const db = connect(url)
    const holder = new pg.Client(url)
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM document FOR UPDATE')
    const waiting = db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL ${limit} = '50ms'`)
      await tx.document.update({ where: { id: 1 }, data: { revision: 0 } })
    })
    expect(isPassing(await waiting.catch((error: unknown) => error))).toBe(true)
    await holder.end()
    await db.$disconnect()
  })

  it('is a wait of the commit itself that takes too long', async () => {
    const db = connect(url)
    const holder = new pg.Client(url)
    await holder.connect()
    await holder.query('BEGIN; SELECT pg_advisory_xact_lock_shared(revision_lock())')
    const change = () =>
      db.$transaction(async (tx) => {
        await tx.$executeRawUnsafe("SET LOCAL lock_timeout = '50ms'")
        await tx.document.update({ where: { id: 1 }, data: { revision: 0 } })
      })
    expect(isPassing(await change().catch((error: unknown) => error))).toBe(true)
    await holder.end()
    // Its connection is as good as before.
    await change()
    await db.$disconnect()
  })
})

describe('a bug', () => {
  const db = { open: undefined as ReturnType<typeof connect> | undefined }
  beforeAll(() => {
    db.open = connect(url)
  })
  afterAll(() => db.open?.$disconnect())

  it('is a broken rule of the schema, or anything else', async () => {
    const broken = await db.open?.document.create({ data: { id: 2 } }).catch((error: unknown) => error)
    expect(broken).toBeInstanceOf(Error)
    expect(isPassing(broken)).toBe(false)
    expect(isPassing(new Error('other'))).toBe(false)
  })
})
