import pg from 'pg'
import PgBoss from 'pg-boss'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { headOf, startMailbox, type Mailbox } from '@/e2e/support/mailbox'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import type { Settings } from '@/lib/env'
import { comment } from '@/lib/proposals/comments'
import { importReadme } from '@/lib/readme/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { migrate } from '@/scripts/migrate'
import { freshDatabase, person, seedBytes } from '@/scripts/testing/database'
import { newDataset, sent } from '@/scripts/testing/proposals'
import { startWork } from './jobs'

let url: string
let db: PrismaClient
let mailbox: Mailbox
let ada: Viewer, mia: Viewer
let proposal: number
const errors: unknown[] = []

beforeAll(async () => {
  url = await freshDatabase()
  db = connect(url)
  mailbox = await startMailbox()
  await importReadme(db, await seedBytes(), null)
  ada = await person(db, 'Ada')
  mia = await person(db, 'Mia', 'maintainer')
  for (const one of [ada, mia]) await db.noticeAddress.create({ data: { personId: one.id, address: `${one.name}@example.org`, confirmedAt: new Date() } })
  proposal = await sent(db, ada, newDataset('Worked on'))
})
afterAll(async () => {
  await db.$disconnect()
  await mailbox.close()
})

function work(databaseUrl = url) {
  const email = { server: mailbox.settings.EMAIL_SERVER, from: mailbox.settings.EMAIL_FROM }
  const settings: Settings = { publicOrigin: 'https://catalog.example', secret: 'a secret of the tests, long enough', embedded: false, email }
  return startWork({ db, databaseUrl, settings, onError: (error) => errors.push(error), pause: 0.5 })
}

const waitForMails = (count: number, to = 'Ada@example.org') => vi.waitFor(() => expect(mailbox.to(to)).toHaveLength(count), { timeout: 40_000, interval: 100 })

it('two instances send each e-mail once, in spite of a mail server that refuses the first', async () => {
  mailbox.refuse(1)
  const stops = [await work(), await work()]
  for (let count = 0; count < 12; count++) await comment(db, mia, { proposal, body: `Word ${count}` })
  await waitForMails(12)
  await vi.waitFor(async () => expect(await db.mail.count({ where: { sentAt: null } })).toBe(0), { timeout: 10_000 })
  for (const stop of stops) await stop()
  const ids = mailbox.to('Ada@example.org').map((mail) => headOf(mail, 'Message-ID'))
  expect(new Set(ids).size).toBe(12)
  expect(errors.map(String)).toEqual([expect.stringContaining('451')])
  expect(await db.notice.count({ where: { waits: 'at_once' } })).toBe(0)
})

it('what was written while nobody worked is sent when somebody does', async () => {
  await comment(db, mia, { proposal, body: 'Meanwhile.' })
  const stop = await work()
  await waitForMails(13)
  await stop()
  expect(mailbox.to('Ada@example.org').at(-1)).toContain('> Meanwhile.')
})

it('the day’s e-mails are put together when their job is due, by two instances once', async () => {
  const stops = [await work(), await work()]
  const boss = new PgBoss({ connectionString: url, migrate: false, supervise: false, schedule: false })
  await boss.start()
  expect(await boss.getSchedules()).toMatchObject([{ name: 'mail-of-the-day', cron: '0 6 * * *', timezone: 'UTC' }])
  await boss.insert([{ name: 'mail-of-the-day' }, { name: 'mail-of-the-day' }])
  await waitForMails(1, 'Mia@example.org')
  await vi.waitFor(async () => expect(await boss.getQueueSize('mail-of-the-day', { before: 'completed' })).toBe(0), { timeout: 20_000 })
  for (const stop of stops) await stop()
  await boss.stop({ graceful: false })
  expect(mailbox.to('Mia@example.org')).toHaveLength(1)
  expect(mailbox.to('Mia@example.org')[0]).toContain('One proposal waits for a decision.')
})

it('needs no right to make or change tables, and its queues are made once', async () => {
  expect(await migrate(url)).toEqual([])
  const owner = new pg.Client(url)
  await owner.connect()
  const role = `runtime_${new URL(url).pathname.slice(-12)}`
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'runtime'; GRANT USAGE ON SCHEMA pgboss TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${role}`)
  const limited = new URL(url)
  Object.assign(limited, { username: role, password: 'runtime' })
  const before = errors.length
  const stop = await work(limited.href)
  await comment(db, mia, { proposal, body: 'With few rights.' })
  await waitForMails(14)
  await stop()
  expect(errors.slice(before)).toEqual([])
  await owner.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
  await owner.end()
})

it('does nothing without a mail server', async () => {
  const stop = await startWork({ db, databaseUrl: 'postgresql://nobody@127.0.0.1:1/nothing', settings: { publicOrigin: 'https://catalog.example', secret: '', embedded: false }, onError: (error) => errors.push(error) })
  await stop()
  expect(mailbox.to('Ada@example.org')).toHaveLength(14)
})
