import { expect, test } from '@playwright/test'
import { operations } from '@/lib/api/operations'
import type { Viewer } from '@/lib/auth/policy'
import type { PrismaClient } from '@/prisma/generated/client'
import { cutOff } from '@/scripts/testing/cut-off'
import { everyOtherMutation } from '@/scripts/testing/mutations'
import { decided, newDataset, newSubfield, sent } from '@/scripts/testing/proposals'
import { readHolder } from '@/scripts/start/folder-lock'
import { databaseOf } from './support/database'
import { startPortal } from './support/portal'
import { signInShared } from './support/sign-in'

/** What is no page, and so in no sitemap. */
const besidePages = [
  ...['/search?q=mimic', '/api/suggest?q=mimic', '/README.md', '/r/1/README.md', '/r/1/catalog.ndjson', '/r/1/manifest.json', '/sections/text.csv', '/bibliography.bib'],
  ...['/llms.txt', '/CITATION.cff', '/opensearch.xml', '/robots.txt', '/sitemap.xml', '/stats', '/stats/lineage', '/cite', '/log', '/models/never'],
  ...['/index.md', '/new.md?since=0', '/log.md', '/stats.md', '/stats/lineage.md', '/compare.md?entry=model/uni', '/cite.md', '/api.md'],
  ...['/new?since=0', '/feed.atom', '/feed.atom?of=added', '/search.atom?q=mimic', '/sections/text.atom'],
]
/** Of the sitemap's pages; of the many entries, which are made alike, some from its whole length. */
const most = 20

async function read(address: string): Promise<string> {
  return (await fetch(address)).text()
}

async function addressesOf(origin: string): Promise<string[]> {
  const named = async (path: string): Promise<string[]> => {
    const found = [...(await read(`${origin}${path}`)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address as string).pathname)
    return (await Promise.all(found.map((one) => (one.startsWith('/sitemaps/') ? named(one) : [one])))).flat()
  }
  const pages = await named('/sitemap.xml')
  const entries = pages.filter((path) => /^\/(models|datasets|entries)\//.test(path))
  const step = Math.ceil(entries.length / most)
  const others = pages.filter((path) => !entries.includes(path)).slice(0, most)
  return [...new Set([...others, ...entries.filter((_, at) => at % step === 0), ...besidePages, ...Object.values(operations).map(({ example }) => example)])]
}

/** What each address answers, to the byte. */
async function answersOf(origin: string, addresses: readonly string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  const left = addresses.values()
  const take = async () => {
    for (const address of left) {
      const answer = await fetch(`${origin}${address}`)
      answers.set(address, `${answer.status} ${answer.headers.get('etag') ?? ''}\n${Buffer.from(await answer.arrayBuffer()).toString('latin1')}`)
    }
  }
  await Promise.all([take(), take(), take(), take()])
  return answers
}

async function person(db: PrismaClient, name: string, role: Viewer['role']): Promise<Viewer> {
  return db.user.create({ data: { name, role }, select: { id: true, name: true, role: true } })
}

const stops: (() => Promise<unknown>)[] = []
test.afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})

test('portals on one database agree to the byte, see at once what another accepted, and outlive the database @long', async ({ browser }) => {
  // A minute is enough for itself; it starts two portals while others are at work.
  test.slow()
  const first = await startPortal()
  stops.push(first.stop)
  const db = databaseOf(first)
  stops.push(() => db.$disconnect())
  const url = new URL(readHolder(first.data)?.databaseUrl as string)
  const way = await cutOff(Number(url.port))
  stops.push(way.close)
  url.port = String(way.port)
  const [ada, mia, max, admin] = [await person(db, 'Ada', 'contributor'), await person(db, 'Mia', 'maintainer'), await person(db, 'Max', 'maintainer'), await person(db, 'Grace', 'admin')]
  await decided(db, max, await sent(db, ada, newDataset('Seen by all')), 'accepted')
  await decided(db, mia, await sent(db, ada, await newSubfield(db, 'biomistral', 'Clinic')), 'accepted')
  const addresses = [...(await addressesOf(first.url)), `/people/${ada.id}`, `/people/${ada.id}.md`]
  expect(addresses.length).toBeGreaterThan(50)
  const before = await answersOf(first.url, addresses)
  expect([...before.values()].filter((answer) => !/^(200|404) /.test(answer))).toEqual([])

  await everyOtherMutation(db, { ada, mia, max, admin })
  // Nothing is kept by one that has just begun: it makes all that the first had made before; behind one name, as portals behind a balancer are.
  const second = await startPortal({ env: { DATABASE_URL: url.href, NEXTAUTH_URL: first.url, NEXTAUTH_SECRET: 'a secret of the tests, long enough' } })
  stops.push(second.stop)
  const after = await answersOf(second.url, addresses)
  expect(addresses.filter((address) => before.get(address) !== after.get(address))).toEqual([])

  const proposal = await sent(db, max, newDataset('Accepted at the first'))
  const page = await (await browser.newContext({ baseURL: first.url })).newPage()
  await signInShared(page, 'Demo maintainer', `/review/${proposal}`)
  await page.getByLabel('Reason').fill('Good.')
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Decision', exact: true })).toBeVisible()
  for (const path of ['/README.md', '/sections/text']) expect(await read(`${second.url}${path}`)).toContain('Accepted at the first')

  way.cut()
  await page.context().clearCookies()
  for (const path of ['/', '/sections/text']) {
    expect((await page.goto(`${second.url}${path}`))?.status()).toBe(200)
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('status').filter({ hasText: 'This page may be old' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})
