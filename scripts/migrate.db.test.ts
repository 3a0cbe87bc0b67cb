import { randomUUID } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import { comment } from '@/lib/proposals/comments'
import { importReadme } from '@/lib/readme/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { migrate } from './migrate'
import { freshDatabase, person, seedBytes } from './testing/database'
import { decided, newDataset, sent } from './testing/proposals'

const checkedIn = fileURLToPath(new URL('../prisma/migrations', import.meta.url))

let url: string, folder: string
let db: pg.Client
beforeEach(async () => {
  url = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'portal-migrations-'))
  await cp(checkedIn, folder, { recursive: true })
  db = new pg.Client(url)
  await db.connect()
})
afterEach(async () => {
  await db.end()
  await rm(folder, { recursive: true, force: true })
})

/** Another migration, behind those that are checked in. */
async function next(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

async function records(name: string): Promise<{ finished: boolean; rolledBack: boolean }[]> {
  const { rows } = await db.query<{ finished: boolean; rolledBack: boolean }>(
    'SELECT finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS "rolledBack" FROM _prisma_migrations WHERE migration_name = $1 ORDER BY started_at',
    [name],
  )
  return rows
}

const touchesAll = `ALTER TABLE "notice" ADD COLUMN "later" INTEGER;
ALTER TABLE "event" ADD COLUMN "later" INTEGER;
ALTER TABLE "comment" ADD COLUMN "later" INTEGER;
ALTER TABLE "entry" ADD COLUMN "later" INTEGER;
ALTER TABLE "change" ADD COLUMN "later" INTEGER;
ALTER TABLE "proposal" ADD COLUMN "later" INTEGER;
ALTER TABLE "document" ADD COLUMN "later" INTEGER;
ALTER TABLE "user" ADD COLUMN "later" INTEGER;`

const later = (number: number) => `2999010100000${number}_later`
const migrations = 2

describe('under load', () => {
  let portal: PrismaClient
  beforeEach(async () => {
    portal = connect(url)
    await importReadme(portal, await seedBytes(), null)
  })
  afterEach(() => portal.$disconnect())

  it('migrations that take the tables in the other order fail no decision, and are done', { timeout: 180_000 }, async () => {
    const [ada, mia] = [await person(portal, 'Ada'), await person(portal, 'Mia', 'maintainer')]
    let stopped = false
    let done = 0
    const work = async (at: number) => {
      while (!stopped) await propose(portal, ada, mia, `Load ${at} ${done++}`)
    }
    const working = Promise.all([1, 2, 3].map(work))
    for (let number = 1; number <= migrations; number++) {
      await next(later(number), touchesAll.replaceAll('later', `later_${number}`))
      expect(await Promise.race([migrate(url, { folder }), working])).toEqual([later(number)])
    }
    stopped = true
    await working
    for (let number = 1; number <= migrations; number++) {
      const all = await records(later(number))
      expect(all.filter(({ finished, rolledBack }) => finished && !rolledBack)).toHaveLength(1)
      expect(all.filter(({ finished, rolledBack }) => !finished && !rolledBack)).toEqual([])
    }
    expect(await portal.decision.count()).toBe(done)
  })
})

async function propose(portal: PrismaClient, ada: Viewer, mia: Viewer, name: string): Promise<void> {
  const id = await sent(portal, ada, newDataset(name))
  await comment(portal, mia, { proposal: id, body: 'Seen.' })
  await decided(portal, mia, id, 'accepted')
}

describe('a table that somebody holds', () => {
  it('is waited for in short turns, in which others go on, and no longer than there is patience', async () => {
    await next(later(1), touchesAll)
    const reader = new pg.Client(url)
    await reader.connect()
    await reader.query('BEGIN; SELECT revision FROM document')
    const gone = migrate(url, { folder, patience: 2_000 }).then(() => '', (error: Error) => error.message)
    let ended = false
    void gone.then(() => (ended = true))
    let longest = 0
    while (!ended) {
      const begun = Date.now()
      await db.query('SELECT revision FROM document')
      longest = Math.max(longest, Date.now() - begun)
    }
    expect(await gone).toMatch(/^29990101000001_later found its tables in use all the time, and nothing of it stays/)
    // It queues behind the migration, which does not stay.
    expect(longest).toBeLessThan(3_000)
    const all = await records(later(1))
    expect(all.length).toBeGreaterThan(1)
    expect(all.every(({ finished, rolledBack }) => !finished && rolledBack)).toBe(true)
    await reader.end()
    expect(await migrate(url, { folder, patience: 2_000 })).toEqual([later(1)])
    expect(await migrate(url, { folder })).toEqual([])
  })
})

describe('a migration that fails for another reason', () => {
  it('says which and why, leaves nothing, and is done once the reason is gone', async () => {
    await next(later(1), `ALTER TABLE "document" ADD COLUMN "later" INTEGER; INSERT INTO missing VALUES (1);`)
    const why = '29990101000001_later failed, and nothing of it stays: relation "missing" does not exist'
    await expect(migrate(url, { folder })).rejects.toThrow(why)
    await expect(migrate(url, { folder })).rejects.toThrow(why)
    expect((await records(later(1))).map(({ rolledBack }) => rolledBack)).toEqual([true, false])
    await db.query('CREATE TABLE missing (one INTEGER)')
    expect(await migrate(url, { folder })).toEqual([later(1)])
  })

})

it('what a proposal undoes is carried over to where it may be several', async () => {
  const blank = new URL(url)
  blank.pathname = `/blank_${randomUUID().replaceAll('-', '')}`
  await db.query(`CREATE DATABASE ${blank.pathname.slice(1)}`)
  for (const name of await readdir(folder)) if (/^\d/.test(name) && name >= '20261130164839') await rm(join(folder, name), { recursive: true })
  await migrate(blank.href, { folder })
  const portal = new pg.Client(blank.href)
  await portal.connect()
  try {
    await portal.query(`WITH ada AS (INSERT INTO "user" (id, name) VALUES (gen_random_uuid(), 'Ada') RETURNING id)
      INSERT INTO proposal (id, proposer_id, title, undoes) SELECT made.id, ada.id, 'Made', undoes FROM ada, (VALUES (1, NULL), (2, 1), (3, NULL), (4, 3)) AS made (id, undoes)`)
    expect(await migrate(blank.href)).toContain('20261130164839_undone_together')
    expect((await portal.query('SELECT proposal_id, undoes FROM undo ORDER BY 1')).rows).toEqual([{ proposal_id: 2, undoes: 1 }, { proposal_id: 4, undoes: 3 }])
  } finally {
    await portal.end()
  }
})

it('what was begun by a process that was killed is begun again', async () => {
  await db.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, applied_steps_count) VALUES ('killed', '', $1, 0)`, [later(1)])
  await next(later(1), touchesAll)
  expect(await migrate(url, { folder })).toEqual([later(1)])
  expect(await records(later(1))).toEqual([{ finished: false, rolledBack: true }, { finished: true, rolledBack: false }])
})
