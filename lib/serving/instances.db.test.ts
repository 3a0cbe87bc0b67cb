import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { cutOff, type CutOff } from '@/scripts/testing/cut-off'
import { freshDatabase, maintainers, seedBytes } from '@/scripts/testing/database'
import { decided, newDataset, sent } from '@/scripts/testing/proposals'
import { served, type Served } from '@/scripts/testing/served'
import { makeHandler, type PageHandler } from './handler'
import { responseCache } from './response-cache'

const acceptances = inject('acceptances')
const own = 'http://catalog.example'

let db: PrismaClient
let mia: Viewer, max: Viewer
let way: CutOff
const instances: Instance[] = []
let made = 0

/** One of several portals on a database: its pages are READMEs, read as Next's pages are, over the instance's own connections. */
interface Instance {
  portal: Served
  close(): Promise<void>
}

async function startInstance(url: string, patience: number): Promise<Instance> {
  const pool = connect(url)
  const pages: PageHandler = async ({ url: path = '' }, response) => {
    made++
    const readme = await exportReadme(pool, path === '/README.md' ? undefined : Number(path.split('/')[2]))
    response.setHeader('Content-Type', 'text/html').setHeader('X-Revision', String(readme?.revision))
    response.end(`<html><body><pre>${readme?.text}</pre></body></html>`)
  }
  const onError = () => undefined
  const cache = await responseCache(pages, { publicOrigin: own, databaseUrl: url, build: 'test', patience, onError })
  const portal = await served(makeHandler(pages, { publicOrigin: own, formTargets: [], isReady: async () => true, answerPublic: cache.answer, onError }))
  return {
    portal,
    async close() {
      await portal.close()
      await cache.close()
      await pool.$disconnect()
    },
  }
}

beforeAll(async () => {
  const url = new URL(await freshDatabase())
  db = connect(url.href)
  await importReadme(db, await seedBytes(), null)
  ;[mia, max] = await maintainers(db)
  way = await cutOff(Number(url.port))
  url.port = String(way.port)
  // Four that wait as long as it takes, so that a busy machine is never mistaken for a database that is away; and one that does not.
  for (const patience of [30_000, 30_000, 30_000, 30_000, 500]) instances.push(await startInstance(url.href, patience))
})
afterAll(async () => {
  for (const instance of instances) await instance.close()
  await way.close()
  await db.$disconnect()
})

/** Asks an instance again and again, until it is told to stop, and holds each answer against the revision that was promised before it was asked for. */
async function read({ portal }: Instance, promised: () => number, isOver: () => boolean): Promise<{ answers: number; stale: string[] }> {
  const found = { answers: 0, stale: [] as string[] }
  while (!isOver()) {
    const least = promised()
    const { status, headers } = await portal.get('/README.md', { 'Accept-Encoding': 'gzip' })
    found.answers++
    if (status !== 200 || headers['catalog-state'] || Number(headers['x-revision']) < least) found.stale.push(`${status} r${headers['x-revision']}, promised was r${least}`)
  }
  return found
}

it.each([2, 4])(`of %i instances none serves what was, once ${acceptances} acceptances are promised under load`, { timeout: 120_000 + acceptances * 1_000 }, async (many) => {
  const before = made
  let promised = await currentRevision(db)
  let isOver = false
  const readers = Array.from({ length: 8 }, (_, at) => read(instances[at % many] as Instance, () => promised, () => isOver))
  for (let count = 0; count < acceptances; count++) {
    await decided(db, max, await sent(db, mia, newDataset(`Under the load of ${many}: ${count}`)), 'accepted')
    promised = await currentRevision(db)
  }
  isOver = true
  const found = await Promise.all(readers)
  expect(found.flatMap(({ stale }) => stale)).toEqual([])
  const answers = found.reduce((sum, one) => sum + one.answers, 0)
  expect(answers).toBeGreaterThan(acceptances)
  // And they were kept: most answers were made for somebody else.
  expect(made - before).toBeLessThan(answers / 2)
})

it.each(['cut', 'silence'] as const)('without their database (%s) an instance serves what was and says so; with it again, what is', async (how) => {
  const { portal } = instances[4] as Instance
  await portal.get('/README.md')
  way[how]()
  // What was held at that moment is for some milliseconds yet.
  await expect.poll(async () => (await portal.get('/README.md')).headers['catalog-state'], { interval: 1 }).toBe('may be old')
  for (let count = 0; count < 3; count++) {
    const old = await portal.get('/README.md')
    expect(old).toMatchObject({ status: 200, headers: { 'catalog-state': 'may be old' } })
    expect(old.text).toContain('This page may be old')
  }
  await decided(db, max, await sent(db, mia, newDataset(`Away, ${how}`)), 'accepted')
  way.mend()
  // The next read connects anew; how soon is the database's affair.
  await expect.poll(async () => (await portal.get('/README.md')).headers['catalog-state'], { timeout: 15_000 }).toBeUndefined()
  const fresh = await portal.get('/README.md')
  expect(fresh.text).toContain(`Away, ${how}`)
  expect(fresh.text).not.toContain('may be old')
})
