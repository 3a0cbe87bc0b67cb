import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { readSearch } from '@/lib/catalog/search/address'
import { searchCatalog } from '@/lib/catalog/search/search'
import { connect } from '@/lib/db'
import { decideProposal } from '@/lib/proposals/decide'
import type { ProposalInput } from '@/lib/proposals/change'
import { submitProposal } from '@/lib/proposals/service'
import { importReadme } from '@/lib/readme/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { ask, validatorOf } from '@/scripts/testing/api'
import { freshDatabase, person, seedBytes } from '@/scripts/testing/database'
import { operations } from './operations'
import type { Operation } from './parameters'
import type { Answers, Problem } from './schemas'

let db: PrismaClient
let ada: Viewer
let max: Viewer
let wrongWith: ReturnType<typeof validatorOf>

beforeAll(async () => {
  const url = await freshDatabase()
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_SECRET: 'for the tests of the answers of the API', NEXTAUTH_URL: 'http://localhost:3000' })
  db = connect(url)
  ada = await person(db, 'Ada')
  max = await person(db, 'Max', 'maintainer')
})
afterAll(() => db.$disconnect())

async function accept(changes: ProposalInput['changes']): Promise<void> {
  const sent = await submitProposal(db, ada, { changes })
  if (!sent.ok) throw new Error(JSON.stringify(sent))
  const decided = await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted', reason: '' }, new Date())
  if (!decided.ok) throw new Error(decided.message)
}

/** An answer that is as the OpenAPI document promises. */
async function told<Name extends Operation>(operation: Name, path: string): Promise<Answers[Name]> {
  const response = await ask(path)
  const body: unknown = await response.json()
  expect([response.status, wrongWith(operation, body)], `${path}: ${JSON.stringify(body).slice(0, 300)}`).toEqual([200, null])
  return body as Answers[Name]
}

async function problem(path: string): Promise<Problem> {
  const response = await ask(path)
  const body = (await response.json()) as Problem
  expect([response.headers.get('content-type'), wrongWith('problem', body), body.status]).toEqual(['application/problem+json', null, response.status])
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  return body
}

/** What all pages of a list hold, from its first address. */
async function walk<Name extends 'entries' | 'changes' | 'revisions' | 'search' | 'entryRevisions'>(operation: Name, path: string): Promise<Answers[Name][]> {
  const pages: Answers[Name][] = []
  for (let next: string | null = path; next !== null; ) {
    const page: Answers[Name] = await told(operation, next)
    pages.push(page)
    next = page.next
  }
  return pages
}

describe('before anything was imported', () => {
  it('says that the catalog is empty, and describes itself all the same', async () => {
    const document = await (await ask('/api/v1/openapi.json')).json()
    wrongWith = validatorOf(document)
    expect(await new Validator().validate(document)).toEqual({ valid: true })
    expect(await problem('/api/v1/entries')).toMatchObject({ status: 404, detail: expect.stringContaining('empty') })
  })
})

describe('on the seed, edited three times', () => {
  beforeAll(async () => {
    await importReadme(db, await seedBytes(), null)
    await accept([
      { op: 'add', section: 'text', entry: { kind: 'dataset', fields: { name: 'Żółć set', papers: [], description: 'A “new” one', links: [] } } },
      { op: 'edit', section: 'vision-models', key: 'uni', base: 1, entry: { kind: 'model', fields: { subfield: 'Radiology' } } },
    ])
    await accept([{ op: 'remove', section: 'language-models', key: 'pulse', base: 2, reason: 'It is no more.' }])
    await accept([{ op: 'move', section: 'text', key: 'mimic-iii', base: 3, place: 'start' }])
  })

  it.each(Object.entries(operations))('answers %s as its example has it', async (operation, { example }) => {
    await told(operation as Operation, example)
  })

  it('lists every entry once, page by page, and as many at once', async () => {
    const paged = (await walk('entries', '/api/v1/entries?limit=7')).flatMap(({ entries }) => entries.map(({ id }) => id))
    const [whole] = await walk('entries', '/api/v1/entries?limit=200')
    expect(paged).toEqual(whole?.entries.map(({ id }) => id))
    expect(new Set(paged).size).toBe(await db.entry.count({ where: { removed: false } }))
  })

  const names = (answer: Pick<Answers['entries'], 'entries'>) => answer.entries.map(({ name }) => name).sort()

  it.each(['kind=dataset&section=text', 'subfield=RADIOLOGY', 'data=mimic cxr', 'base=LLaMA&section=language-models', 'subfield=Medicine&base=LLaMA 2'])(
    'finds the same by %s in the present, by its indexes, as in its own revision, by reading',
    async (filter) => {
      const [now, then] = [await told('entries', `/api/v1/entries?${filter}`), await told('entries', `/api/v1/entries?${filter}&revision=4`)]
      expect(now.entries.length).toBeGreaterThan(0)
      expect(now).toEqual(then)
    },
  )

  it('knows the past', async () => {
    const radiology = async (revision: number) => names(await told('entries', `/api/v1/entries?subfield=Radiology&revision=${revision}`))
    expect((await radiology(2)).filter((name) => name === 'UNI')).toHaveLength(1)
    expect(await radiology(1)).not.toContain('UNI')
    expect(await told('entry', '/api/v1/entries/model/pulse?revision=2')).toMatchObject({ revision: 2, entry: { name: 'PULSE', revision: 1 } })
    expect(await problem('/api/v1/entries/model/pulse')).toMatchObject({ status: 410, type: '/api#gone' })
    expect(await problem('/api/v1/entries/dataset/zo-c-set?revision=1')).toMatchObject({ status: 404 })
    expect((await told('sections', '/api/v1/sections')).sections.map(({ size }) => size)).not.toContain(null)
    // Revision 4 is the latest, and will not be: what an address with a revision tells stays.
    for (const revision of [1, 4]) expect((await told('sections', `/api/v1/sections?revision=${revision}`)).sections.map(({ size }) => size)).toEqual(Array.from({ length: 10 }, () => null))
  })

  it('tells an entry whole, and only what is asked for of it', async () => {
    const { entry } = await told('entry', '/api/v1/entries/model/uni')
    expect(entry).toMatchObject({ kind: 'model', url: 'http://localhost:3000/models/uni', revision: 2, identities: ['arxiv:2308.15474'], fields: { subfield: 'Radiology', base: ['DINOv2'] } })
    expect(await told('entry', '/api/v1/entries/model/uni?fields=name,fields.base')).toEqual({ revision: 4, entry: { name: 'UNI', fields: { base: ['DINOv2'] } } })
  })

  it('tells what changed, for a copy to follow', async () => {
    const changes = (await walk('changes', '/api/v1/changes?since=1&limit=1')).flatMap((page) => page.changes)
    // Those of one revision stand in the order of their ids.
    const seen = changes.map(({ revision, op, entry, changed }) => [revision, op, entry.slug, changed] as const)
    expect(seen.toSorted(([a, , x], [b, , y]) => a - b || x.localeCompare(y))).toEqual([
      [2, 'edited', 'uni', ['subfield']],
      [2, 'added', 'zo-c-set', []],
      [3, 'removed', 'pulse', []],
      [4, 'moved', 'mimic-iii', ['rank']],
    ])
    expect(changes.find(({ op }) => op === 'edited')).toMatchObject({ before: { fields: { subfield: 'Pathology' } }, after: { fields: { subfield: 'Radiology' } }, proposal: 1 })
    expect(changes.find(({ op }) => op === 'removed')).toMatchObject({ before: { name: 'PULSE' }, after: null })
    const narrowed = await told('changes', '/api/v1/changes?since=1&section=text&kind=dataset')
    expect(narrowed.changes.map(({ entry }) => entry.slug)).toEqual(['zo-c-set', 'mimic-iii'])
    const whole = (await walk('changes', '/api/v1/changes?limit=100&revision=1')).flatMap((page) => page.changes)
    expect(whole).toHaveLength(await db.entryRevision.count({ where: { catalogRevision: 1 } }))
  })

  it('tells an entry’s own history, also of one that was removed', async () => {
    const pages = await walk('entryRevisions', '/api/v1/entries/model/pulse/revisions?limit=1')
    expect(pages.flatMap(({ changes }) => changes.map(({ op, revision }) => [op, revision]))).toEqual([['added', 1], ['removed', 3]])
  })

  it('tells the revisions, newest first, with whom they are credited to and no address of theirs', async () => {
    const revisions = (await walk('revisions', '/api/v1/revisions?limit=1')).flatMap((page) => page.revisions)
    expect(revisions.map(({ revision, proposer, decider }) => [revision, proposer, decider])).toEqual([[4, 'Ada', 'Max'], [3, 'Ada', 'Max'], [2, 'Ada', 'Max'], [1, null, null]])
    expect((await told('revisions', '/api/v1/revisions?revision=2')).revisions[0]).toEqual(revisions[2])
    expect(await told('revision', '/api/v1/revisions/2')).toEqual(revisions[2])
  })

  it('searches, page by page', async () => {
    const found = (await walk('search', '/api/v1/search?q=mimic&limit=3')).flatMap((page) => names(page))
    expect(found.toSorted()).toEqual(names(await told('search', '/api/v1/search?q=MIMIC')))
    expect(names(await told('search', '/api/v1/search?q=mimic&kind=dataset&section=text'))).toContain('MIMIC-III')
  })

  it.each(['q=mimic', 'q=med&subfield=radiology', 'subfield=Radiology&subfield=pathology', 'kind=dataset&section=text&sort=name', 'base=llama&code=yes&sort=year', 'data=mimic+cxr', 'venue=arxiv&year=2023&year=2024&sort=added', 'q=&starred=yes'])(
    'finds what the page at the same address finds, in its order: %s',
    async (query) => {
      const parameters = new URLSearchParams(query)
      const asked = readSearch(Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)])))
      const { entries, pages } = await searchCatalog(db, asked)
      for (let page = 2; page <= pages; page++) entries.push(...(await searchCatalog(db, { ...asked, page })).entries)
      expect(entries.length).toBeGreaterThan(1)
      const found = (await walk('search', `/api/v1/search?${query}&limit=7`)).flatMap((page) => page.entries)
      expect(found.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
    },
  )

  it.each([
    ['/api/v1/entries?limit=0', 'limit'],
    ['/api/v1/entries?limit=many', 'limit'],
    ['/api/v1/entries?limit=5&limit=6', 'limit'],
    ['/api/v1/entries?kind=paper', 'kind'],
    ['/api/v1/entries?section=Text!', 'section'],
    ['/api/v1/entries?section=nowhere', 'section'],
    ['/api/v1/entries?subfield=%00', 'subfield'],
    ['/api/v1/entries?fields=name,colour', 'fields'],
    ['/api/v1/entries?cursor=abc', 'cursor'],
    ['/api/v1/entries?cursor=WzFd', 'cursor'],
    ['/api/v1/entries?colour=red', 'colour'],
    ['/api/v1/entries?revision=0', 'revision'],
    ['/api/v1/entries?revision=99', 'revision'],
    ['/api/v1/changes?since=-1', 'since'],
    ['/api/v1/changes?section=nowhere', 'section'],
    ['/api/v1/changes?cursor=abc', 'cursor'],
    ['/api/v1/search', 'q'],
    ['/api/v1/search?q=%20', 'q'],
    ['/api/v1/search?q=a&section=nowhere', 'section'],
    ['/api/v1/search?section=text&section=nowhere', 'section'],
    ['/api/v1/search?q=a&cursor=WzAuNV0', 'cursor'],
    ['/api/v1/revisions?cursor=abc', 'cursor'],
    ['/api/v1/revisions/first', 'number'],
    ['/api/v1/entries/paper/uni', 'kind'],
    ['/api/v1/entries/model/uni/revisions?cursor=abc', 'cursor'],
  ])('names what is wrong with %s: %s', async (path, parameter) => {
    const { status, errors } = await problem(path)
    expect([status < 500, errors?.map((error) => error.parameter)]).toEqual([true, [parameter]])
  })

  it.each(['/api/v1/entries/model/nothing', '/api/v1/entries/model/nothing/revisions', '/api/v1/sections/nothing', '/api/v1/revisions/99', '/api/v1/nothing/at/all'])('says that nothing is at %s', async (path) => {
    expect(await problem(path)).toMatchObject({ status: 404, type: '/api#not-found' })
    expect((await ask(path, { headers: { 'If-None-Match': '*' } })).status).toBe(404)
  })

  it('says which revision it tells of, and answers nothing anew to who holds it', async () => {
    const first = await ask('/api/v1/entries?limit=2')
    const tag = first.headers.get('etag') as string
    const { at } = await db.catalogRevision.findUniqueOrThrow({ where: { number: 4 } })
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, no-cache',
      'catalog-revision': '4',
      'last-modified': at.toUTCString(),
      link: expect.stringMatching(/^<http:\/\/localhost:3000\/api\/v1\/entries\?limit=2&cursor=[\w-]+>; rel="next", .*rel="service-desc"/),
      'ratelimit-policy': '"reading";q=600;w=600',
    })
    expect((await ask('/api/v1/entries?limit=2', { headers: { 'If-None-Match': `"other", W/${tag}` } })).status).toBe(304)
    expect((await ask('/api/v1/entries?limit=2', { headers: { 'If-None-Match': '*' } })).status).toBe(304)
    expect((await ask('/api/v1/entries?limit=2', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
    const past = await ask('/api/v1/entries?revision=1')
    expect([past.headers.get('catalog-revision'), past.headers.get('cache-control')]).toEqual(['1', 'public, max-age=86400'])
    expect(past.headers.get('etag')).not.toBe(tag)
  })

  it('lets pages of other sites read', async () => {
    const { status, headers } = await ask('/api/v1/entries', { method: 'OPTIONS' })
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-methods')]).toEqual([204, '*', 'GET, HEAD, OPTIONS'])
  })

  it('finds what is found all the while once, whatever is accepted between two pages', async () => {
    const whole = names(await told('search', '/api/v1/search?q=mimic'))
    const first = await told('search', '/api/v1/search?q=mimic&limit=3')
    await accept([{ op: 'add', section: 'text', entry: { kind: 'dataset', fields: { name: 'MIMIC', papers: [], description: null, links: [] } } }])
    const second = await told('search', first.next as string)
    const entry = second.entries.at(-1)
    await accept([{ op: 'remove', section: String(entry?.section?.slug), key: String(entry?.slug), base: second.revision, reason: 'It is gone.' }])
    const others = await walk('search', second.next as string)
    expect([first, second, ...others].flatMap((page) => names(page)).toSorted()).toEqual(whole)
  })
})
