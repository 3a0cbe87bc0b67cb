import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brotliDecompressSync } from 'node:zlib'
import { served, type Served } from '@/scripts/testing/served'
import { joinReads } from './freshness'
import { makeHandler, type PageHandler } from './handler'
import { publicAnswers } from './public-answers'
import { renderApart } from './render-apart'
import { makeStore } from './store'

const own = 'http://catalog.example'
const row = 'A row of the list. '.repeat(100)
const errors: unknown[] = []

/** The catalog: its revision, which a test moves on, and whether it can be asked. */
let revision: number
let reached: boolean
/** The addresses that Next was asked for. */
let rendered: string[]
/** What Next does before it answers, and how it answers. */
let before: (url: string) => void | Promise<void>
let page: PageHandler
let portal: Served

const html: PageHandler = (request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8').setHeader('Vary', 'rsc, next-router-state-tree')
  response.end(`<html><body class="x"><p>revision ${revision} of ${request.url}</p>${row}</body></html>`)
}
const next: PageHandler = async (request, response) => {
  rendered.push(request.url ?? '')
  await before(request.url ?? '')
  await page(request, response)
}

beforeEach(async () => {
  ;[revision, reached, rendered, before, page] = [1, true, [], () => undefined, html]
  errors.length = 0
  const reader = { held: () => null, ends: () => true, read: async () => (reached ? revision : Promise.reject(new Error('away'))) }
  const onError = (error: unknown) => errors.push(error)
  const sources = { store: makeStore(1_000_000), ask: joinReads(reader, 1_000), render: renderApart(next, own), edition: 'build', always: {}, onError }
  portal = await served(makeHandler(next, { publicOrigin: own, formTargets: [], isReady: async () => true, answerPublic: publicAnswers(sources), onError }))
})
afterEach(async () => {
  await portal.close()
})

describe('public answers', () => {
  it('are made once for each address and revision, however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => portal.get('/log')))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]?.text).toContain('revision 1 of /log')
    await portal.get('/log')
    expect(rendered).toEqual(['/log'])
    revision = 2
    expect((await portal.get('/log')).text).toContain('revision 2')
    expect(rendered).toEqual(['/log', '/log'])
  })

  it('have one spelling of an address', async () => {
    await portal.get('/?q=a&kind=model')
    await portal.get('/?kind=model&q=a&utm_source=x')
    expect(rendered).toEqual(['/?kind=model&q=a'])
  })

  it('hold nothing of what a visitor sent', async () => {
    page = ({ headers }, response) => void response.setHeader('Content-Type', 'text/html').end(JSON.stringify(headers))
    const { text } = await portal.get('/', { Cookie: 'theme=dark', 'X-Forwarded-Host': 'evil.example', 'User-Agent': 'evil', 'Accept-Language': 'zh', 'X-Evil': '1' })
    expect(text).not.toMatch(/evil|dark|zh/)
    expect(JSON.parse(text)).toMatchObject({ host: 'catalog.example', 'x-forwarded-proto': 'http' })
  })

  it.each([
    ['a session', '/log', { Cookie: 'next-auth.session-token=a' }, 'GET'],
    ['a piece of a page for Next’s router', '/log', { RSC: '1' }, 'GET'],
    ['a private path', '/review', {}, 'GET'],
    ['another method', '/log', { Origin: own }, 'POST'],
  ])('are never given to, nor made by, %s', async (_, path, headers, method) => {
    const theirs: PageHandler = (request, response) => void response.setHeader('Content-Type', 'text/x-component').end(`theirs ${request.method}`)
    page = theirs
    for (let count = 0; count < 2; count++) expect((await portal.get(path, headers, method)).text).toBe(`theirs ${method}`)
    expect(rendered).toHaveLength(2)
    page = html
    expect((await portal.get('/log')).text).toContain('revision 1')
    page = theirs
    expect((await portal.get('/log')).text).toContain('revision 1')
    expect((await portal.get(path, headers, method)).text).toBe(`theirs ${method}`)
  })

  it('tell who holds them that they are unchanged, with nothing in it', async () => {
    const first = await portal.get('/log', { 'Accept-Encoding': 'br' })
    const { etag = '' } = first.headers
    expect(etag).toMatch(/^W\/"r1-/)
    expect(brotliDecompressSync(first.bytes).toString()).toContain('revision 1')
    for (const held of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const again = await portal.get('/log', { 'If-None-Match': held, 'Accept-Encoding': 'br' })
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag.slice(2)])
      expect(again.headers['content-security-policy']).toBeUndefined()
    }
    revision = 2
    expect((await portal.get('/log', { 'If-None-Match': etag })).status).toBe(200)
    expect(rendered).toHaveLength(2)
  })

  it('tell nobody that what is not there is unchanged', async () => {
    page = (_, response) => void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('nothing')
    const { etag = '' } = (await portal.get('/models/never')).headers
    for (const held of ['*', etag]) expect(await portal.get('/models/never', { 'If-None-Match': held })).toMatchObject({ status: 404, text: 'nothing' })
  })

  it('are told apart by their tags where two revisions are of one second', async () => {
    const at = 'Mon, 06 May 2024 07:08:09 GMT'
    page = (request, response) => void response.setHeader('Last-Modified', at).setHeader('Content-Type', 'text/plain').end(`revision ${revision} of ${request.url}`)
    expect((await portal.get('/llms.txt')).headers['last-modified']).toBe(at)
    revision = 2
    expect(await portal.get('/llms.txt', { 'If-Modified-Since': at })).toMatchObject({ status: 200, text: 'revision 2 of /llms.txt' })
    await portal.get('/_next/static/a.js')
    expect((await portal.get('/_next/static/a.js', { 'If-Modified-Since': at })).status).toBe(304)
  })

  it('answer HEAD with the headers of GET', async () => {
    const got = await portal.get('/log')
    const head = await portal.get('/log', {}, 'HEAD')
    expect([head.status, head.text]).toEqual([200, ''])
    expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' })
    expect(rendered).toHaveLength(1)
  })

  it('keep what is not there, but no failure', async () => {
    let status = 404
    page = (_, response) => void response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${status}`)
    for (let count = 0; count < 2; count++) expect((await portal.get('/models/never')).status).toBe(404)
    expect(rendered).toHaveLength(1)
    status = 500
    for (let count = 0; count < 2; count++) expect((await portal.get('/models/broken')).status).toBe(500)
    status = 200
    expect((await portal.get('/models/broken')).status).toBe(200)
  })

  it('leave to Next what it throws at, for each who asks', async () => {
    page = () => Promise.reject(new Error('a bug'))
    expect((await portal.get('/log')).status).toBe(500)
    expect(errors.length).toBeGreaterThan(0)
    page = html
    expect((await portal.get('/log')).status).toBe(200)
  })

  it('are made anew where the catalog moves on meanwhile, and never kept under a revision that they are not of', async () => {
    before = () => void (rendered.length === 1 && revision++)
    // As a page does whose first half was read before, and its second half after.
    page = (request, response) => html({ ...request, url: `${request.url}, made ${rendered.length}` } as typeof request, response)
    const answer = await portal.get('/log')
    expect(answer.text).toContain('revision 2 of /log, made 2')
    expect(answer.headers.etag).toMatch(/r2-/)
    expect((await portal.get('/log')).text).toBe(answer.text)
  })

  it('are not kept at all where the catalog never rests', async () => {
    before = () => void revision++
    const answer = await portal.get('/log')
    expect([answer.status, answer.headers.etag]).toEqual([200, undefined])
    before = () => undefined
    const asked = rendered.length
    await portal.get('/log')
    expect(rendered.length).toBe(asked + 1)
  })

  it('are as new as whoever joins, not as whoever came first', async () => {
    let goOn = () => {}
    const begun = new Promise<void>((resolve) => {
      before = () => {
        if (rendered.length > 1) return
        resolve()
        return new Promise((resume) => (goOn = resume))
      }
    })
    // What it shows was read before the catalog moved on.
    page = (_, response) => void response.setHeader('Content-Type', 'text/plain').end(`revision ${rendered.length}`)
    const first = portal.get('/log')
    await begun
    revision = 2
    const second = portal.get('/log')
    goOn()
    expect((await second).text).toBe('revision 2')
    expect((await first).text).toBe('revision 2')
  })
})

describe('with a database that does not answer, public answers', () => {
  it('go out as they were, and say so', async () => {
    await portal.get('/log')
    reached = false
    const old = await portal.get('/log', { 'Accept-Encoding': 'br' })
    expect(old).toMatchObject({ status: 200, headers: { 'catalog-state': 'may be old', 'cache-control': 'no-store', warning: '110 - "Response is Stale"' } })
    expect(old.headers.etag).toBeUndefined()
    expect(brotliDecompressSync(old.bytes).toString()).toMatch(/<body class="x"><p role="status" [^>]*>This page may be old[^<]*<\/p><p>revision 1 of/)
    ;[reached, revision] = [true, 2]
    const fresh = await portal.get('/log')
    expect(fresh.text).toContain('revision 2')
    expect(fresh.headers['catalog-state']).toBeUndefined()
  })

  it('never say that they are unchanged, and leave what is no page as it is', async () => {
    page = (_, response) => void response.setHeader('Content-Type', 'text/markdown').end('# The list')
    const { etag = '' } = (await portal.get('/README.md')).headers
    reached = false
    expect(await portal.get('/README.md', { 'If-None-Match': etag })).toMatchObject({ status: 200, text: '# The list', headers: { 'catalog-state': 'may be old' } })
  })

  it('are there where no revision changes them', async () => {
    page = (_, response) => void response.writeHead(200, { 'Content-Type': 'text/plain', 'Cache-Control': 'public, max-age=31536000, immutable' }).end('for ever')
    await portal.get('/r/1/README.md')
    reached = false
    for (const path of ['/r/1/README.md', '/_next/static/a.js']) {
      const answer = await portal.get(path)
      expect([answer.status, answer.text, answer.headers['catalog-state']]).toEqual([200, 'for ever', undefined])
    }
  })

  it('say that they can’t be had where they were never made', async () => {
    reached = false
    const answer = await portal.get('/models/x')
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store', 'catalog-state': 'may be old' } })
    expect(answer.text).toBe('The catalog’s database does not answer just now. Try again in a moment.\n')
    expect(rendered).toEqual([])
  })

  it('say so to a program as the problem that the API tells, also on pages of other sites', async () => {
    reached = false
    for (const path of ['/api/v1', '/api/v1?x=1', '/api/v1/entries']) {
      const answer = await portal.get(path)
      expect(answer).toMatchObject({ status: 503, headers: { 'content-type': 'application/problem+json', 'access-control-allow-origin': '*', 'retry-after': '5', 'cache-control': 'no-store' } })
      expect(JSON.parse(answer.text)).toMatchObject({ status: 503, type: '/api#unavailable' })
    }
  })

  it('go out as they were where it stops answering while they are made', async () => {
    await portal.get('/log')
    ;[revision, before] = [2, () => void (reached = false)]
    const answer = await portal.get('/log')
    expect(answer.text).toContain('may be old')
    expect(answer.text).toContain('revision 1')
  })
})
