import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parseFeed } from '@rowanmanning/feed-parser'
import { readSearch } from '@/lib/catalog/search/address'
import { nameKey } from '@/lib/catalog/fold'
import { readLogFilter } from '@/lib/catalog/log-filter'
import { catalogLog } from '@/lib/catalog/log'
import type { PrismaClient } from '@/prisma/generated/client'
import { connect } from '@/lib/db'
import { importReadme } from '@/lib/readme/import'
import { askFor } from '@/scripts/testing/followed'
import { freshDatabase, person, seedBytes } from '@/scripts/testing/database'
import { decided, newDataset, newSubfield, sent } from '@/scripts/testing/proposals'
import { latestChanges, latestFound, latestInSection, yearBegun } from './changes'
import { whatIsNew } from './new'

let db: PrismaClient
let size: number
beforeAll(async () => {
  const url = await freshDatabase()
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_SECRET: 'for the tests of what can be followed', NEXTAUTH_URL: 'http://localhost:3000' })
  db = connect(url)
  const [ada, eve, max] = [await person(db, 'Ada'), await person(db, 'Eve_%'), await person(db, 'Max', 'maintainer')]
  await importReadme(db, await seedBytes(), null)
  size = await db.entry.count()
  const remove = (key: string, section: string, base: number) => ({ op: 'remove' as const, section, key, base, reason: 'It is no more.' })
  await decided(db, max, await sent(db, ada, newDataset('Fresh set')), 'accepted') // 2
  await decided(db, max, await sent(db, eve, await newSubfield(db, 'biomistral', 'Clinic')), 'accepted') // 3
  await decided(db, max, await sent(db, ada, remove('pulse', 'language-models', 3)), 'accepted') // 4
  await decided(db, max, await sent(db, ada, newDataset('Short-lived')), 'accepted') // 5
  await decided(db, max, await sent(db, ada, remove('short-lived', 'text', 5)), 'accepted') // 6
})
afterAll(() => db.$disconnect())

const told = (changes: Awaited<ReturnType<typeof latestChanges>>) => changes.map(({ change }) => [change.revision, change.after.name])

describe('feeds', () => {
  it('tell the newest changes first, fifty at most, with who proposed them', async () => {
    const changes = await latestChanges(db, 'changes')
    expect(changes).toHaveLength(50)
    expect(told(changes).slice(0, 5)).toEqual([[6, 'Short-lived'], [5, 'Short-lived'], [4, 'PULSE'], [3, 'BioMistral'], [2, 'Fresh set']])
    expect(changes.slice(3, 6).map(({ proposer }) => proposer)).toEqual(['Eve_%', 'Ada', null])
  })
  it('tell what was added alone', async () => {
    expect(told(await latestChanges(db, 'added')).slice(0, 3).map(([revision]) => revision)).toEqual([5, 2, 1])
  })
  it('tell of a section alone', async () => {
    const section = await latestInSection(db, 'changes', 'language-models')
    expect(told(section?.changes ?? []).slice(0, 3).map(([revision]) => revision)).toEqual([4, 3, 1])
    expect(new Set(section?.changes.map(({ change }) => change.after.section.slug))).toEqual(new Set(['language-models']))
    expect(await latestInSection(db, 'changes', 'nowhere')).toBeNull()
  })
  it('tell of what a search finds alone', async () => {
    expect(told(await latestFound(db, 'changes', readSearch({ q: 'biomistral' })))).toEqual([[3, 'BioMistral'], [1, 'BioMistral']])
    expect(told(await latestFound(db, 'added', readSearch({ q: 'biomistral' })))).toEqual([[1, 'BioMistral']])
    expect(await latestFound(db, 'changes', readSearch({ q: 'zzzzzzzz' }))).toEqual([])
  })
  it('know when the list began', async () => expect(await yearBegun(db)).toBe((await db.catalogRevision.findFirstOrThrow()).at.getUTCFullYear()))

  it('are files that a reader takes and asks for again in vain', async () => {
    const answers = await Promise.all(['/feed.atom?of=added', '/search.atom?q=biomistral', '/search.atom', '/sections/text.atom'].map((path) => askFor(path)))
    for (const answer of answers) expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    const feeds = await Promise.all(answers.map(async (answer) => parseFeed(await answer.text())))
    expect(feeds.map(({ title, self }) => [title?.split(' · ')[0], self?.slice('http://localhost:3000'.length)])).toEqual([
      ['New entries', '/feed.atom?of=added'], ['Changes: “biomistral”', '/search.atom?q=biomistral'], ['Changes', '/search.atom'], [expect.stringMatching(/^Changes: Text/), '/sections/text.atom'],
    ])
    for (const { items } of feeds) expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const etag = answers[0]?.headers.get('etag') as string
    expect((await askFor('/feed.atom?of=added', { 'If-None-Match': etag })).status).toBe(304)
    expect((await askFor('/feed.atom?of=added', { 'If-None-Match': '*' })).status).toBe(304)
    for (const held of ['"other"', '*']) expect((await askFor('/sections/nowhere.atom', { 'If-None-Match': held })).status).toBe(404)
  })
})

describe('what is new', () => {
  const names = async (...asked: Parameters<typeof whatIsNew> extends [unknown, ...infer Rest] ? Rest : never) => {
    const { added, changed, removed, more } = await whatIsNew(db, ...asked)
    return { added: added.map(({ name }) => name), changed: changed.map(({ name }) => name), removed: removed.map(({ name }) => name), more }
  }
  it('is what differs from a revision, each entry once, and nothing that came and went', async () => {
    expect(await names({ revision: 1 })).toEqual({ added: ['Fresh set'], changed: ['BioMistral'], removed: ['PULSE'], more: null })
    expect(await names({ revision: 3 })).toEqual({ added: [], changed: [], removed: ['PULSE'], more: null })
    expect(await names({ revision: 5 })).toEqual({ added: [], changed: [], removed: ['Short-lived'], more: null })
    expect(await names({ revision: 99 })).toEqual({ added: [], changed: [], removed: [], more: null })
  })
  it('is everything since before the first day, a page at a time, and nothing since tomorrow', async () => {
    const seen: string[] = []
    for (let after: Awaited<ReturnType<typeof names>>['more'] = null; ; ) {
      const page = await whatIsNew(db, { day: new Date('2000-01-01') }, after)
      seen.push(...[...page.added, ...page.changed, ...page.removed].map(({ kind, slug }) => `${kind}/${slug}`))
      if (!page.more) break
      after = page.more
    }
    expect(seen.length).toBe(new Set(seen).size)
    // One was added, and one of the seed is gone.
    expect(seen.length).toBe(size)
    expect(await names({ day: new Date('2999-01-01') })).toEqual({ added: [], changed: [], removed: [], more: null })
  })
  it('has what one revision added in the order of names', async () => {
    const { added } = await whatIsNew(db, { revision: 0 })
    const first = added.filter(({ revision }) => revision === 1).map(({ name }) => nameKey(name))
    expect(first.length).toBeGreaterThan(90)
    expect(first).toEqual(first.toSorted())
  })
  it('goes ten revisions back where nobody says since when', async () => expect((await whatIsNew(db, null)).since).toBe(0))
})

describe('the log, narrowed', () => {
  const revisions = async (filter: Record<string, unknown>, before?: number) => (await catalogLog(db, { filter: readLogFilter(filter), before })).items.map(({ revision }) => revision)
  it.each([
    [{ did: 'added' }, [5, 2, 1]],
    [{ did: 'edited' }, [3]],
    [{ did: 'removed' }, [6, 4]],
    [{ did: 'moved' }, []],
    [{ section: 'language-models' }, [4, 3, 1]],
    [{ section: 'nowhere' }, []],
    [{ person: 'ada' }, [6, 5, 4, 2]],
    [{ person: 'a_a' }, []],
    [{ person: 'e_%' }, [3]],
    [{ person: 'max' }, [6, 5, 4, 3, 2]],
    [{ person: 'ADA', did: 'removed', section: 'text' }, [6]],
  ])('by %j', async (filter, expected) => expect(await revisions(filter)).toEqual(expected))
  it('goes on from a revision', async () => expect(await revisions({ did: 'added' }, 5)).toEqual([2, 1]))
})

describe('pictures', () => {
  it('are drawn of names in any script, and ask nobody for letters', async () => {
    const asked = vi.spyOn(globalThis, 'fetch')
    const [ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer')]
    await decided(db, max, await sent(db, ada, newDataset('医学 😀 نموذج'), newDataset(`Żółć ${'very '.repeat(20)}long`)), 'accepted')
    const named = await db.entry.findMany({ where: { revisions: { some: { catalogRevision: 7 } } }, select: { slug: true } })
    expect(named).toHaveLength(2)
    for (const [kind, slug] of [...named.map((entry) => ['datasets', entry.slug]), ['models', 'uni'], ['sections', 'text']] as [string, string][]) {
      const answer = await askFor(`/${kind}/${slug}.png`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual(['PNG', 1200, 630])
    }
    expect(asked.mock.calls.map(([target]) => new Request(target).url).filter((url) => url.startsWith('http'))).toEqual([])
    asked.mockRestore()
  })
})
