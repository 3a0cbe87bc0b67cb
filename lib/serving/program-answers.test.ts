import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '@/lib/errors'
import { served, type Served } from '@/scripts/testing/served'
import { makeHandler } from './handler'
import { publicAnswers } from './public-answers'
import { renderApart } from './render-apart'
import { securityHeaders } from './security-headers'
import { makeStore } from './store'

const own = 'http://catalog.example'
const limited = { ok: false, code: 'limited', message: 'Wait.', retryAfter: 7 } as const

let revision: number | null
/** Who was counted, by their addresses, in order. */
let counted: (string | null)[]
/** What the next of them hear. */
let allow: (address: string | null) => Promise<Result<null>>
let rendered: number
let before: () => Promise<void>
let status: number
/** Whether pages of other sites may read what is made. */
let opens: boolean
let errors: unknown[]
let portal: Served

beforeEach(async () => {
  ;[revision, counted, rendered, status, opens, errors] = [1, [], 0, 200, false, []]
  allow = async () => ({ ok: true, value: null })
  before = async () => undefined
  const next = async (_: unknown, response: ServerResponse) => {
    rendered++
    await before()
    response.writeHead(status, { 'Content-Type': 'application/json', ...(opens && { 'Access-Control-Allow-Origin': '*' }) }).end(`{ "revision": ${revision} }`)
  }
  const onError = (error: unknown) => void errors.push(error)
  const sources = { store: makeStore(1_000_000), ask: (then: (known: number | null) => void) => then(revision), render: renderApart(next, own), edition: 'build', always: securityHeaders(own), onError }
  portal = await served(
    makeHandler(next, {
      ...{ publicOrigin: own, proxies: 1, formTargets: [], isReady: async () => true, answerPublic: publicAnswers(sources), onError },
      allowReading: (address) => (counted.push(address), allow(address)),
    }),
  )
})
afterEach(() => portal.close())

const from = (address: string) => ({ 'X-Forwarded-For': address })

describe('answers for programs', () => {
  it('are counted where they are made, and not where they are kept', async () => {
    for (let count = 0; count < 3; count++) expect((await portal.get('/api/v1/entries', from('192.0.2.1'))).status).toBe(200)
    expect(counted).toEqual(['192.0.2.1'])
    revision = 2
    expect((await portal.get('/api/v1/entries', from('192.0.2.2'))).text).toBe('{ "revision": 2 }')
    expect(counted).toEqual(['192.0.2.1', '192.0.2.2'])
    await portal.get('/log')
    expect(counted).toHaveLength(2)
  })

  it('are refused to one who asks for too much, and to nobody who waits beside them', async () => {
    // Made only once all three have asked.
    let goOn = () => {}
    const allAsked = new Promise<void>((resolve) => (goOn = resolve))
    before = () => allAsked
    allow = async (address) => {
      if (counted.length === 3) goOn()
      return address === '192.0.2.1' ? limited : { ok: true, value: null }
    }
    const [refused, ...others] = await Promise.all(['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((address) => portal.get('/api/v1/entries', from(address))))
    expect(refused).toMatchObject({ status: 429, headers: { 'content-type': 'application/problem+json', 'retry-after': '7', 'cache-control': 'no-store', 'x-frame-options': 'DENY' } })
    expect(JSON.parse(refused?.text ?? '')).toMatchObject({ status: 429, detail: 'Wait.' })
    expect(others.map((answer) => answer.status)).toEqual([200, 200])
    expect(rendered).toBe(1)
    // What is there by now is anybody's.
    expect((await portal.get('/api/v1/entries', from('192.0.2.1'))).status).toBe(200)
    expect(counted).toHaveLength(3)
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('are not made for a %s, wherever it comes from: the API is only read', async (method) => {
    for (const origin of [undefined, own, 'https://elsewhere.example']) {
      const answer = await portal.get('/api/v1/entries', origin ? { Origin: origin } : {}, method)
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, OPTIONS', 'content-type': 'application/problem+json', 'access-control-allow-origin': '*', 'x-frame-options': 'DENY' } })
      expect(JSON.parse(answer.text)).toMatchObject({ status: 405, type: '/api#only-reading' })
    }
    expect([rendered, counted]).toEqual([0, []])
  })

  it('can be shown by pages of other sites where these may read them, kept or not', async () => {
    const policyOf = async (path: string) => (await portal.get(path)).headers['cross-origin-resource-policy']
    expect(await policyOf('/stats.png')).toBe('same-origin')
    opens = true
    revision = 2
    expect([await policyOf('/stats.png'), await policyOf('/catalog.csv')]).toEqual(['cross-origin', 'cross-origin'])
    allow = async () => limited
    expect(await policyOf('/api/v1/entries')).toBe('cross-origin')
  })

  it('are not made for one who is refused', async () => {
    allow = async () => limited
    expect((await portal.get('/api/v1/entries')).status).toBe(429)
    expect(rendered).toBe(0)
  })

  it('are counted once where they are not kept and Next answers', async () => {
    status = 500
    expect((await portal.get('/api/v1/entries')).status).toBe(500)
    expect([counted.length, rendered]).toEqual([1, 2])
  })

  it('go out as they were where nobody can be counted, as the database does not answer', async () => {
    await portal.get('/api/v1/entries')
    allow = () => Promise.reject(new Error('away'))
    revision = 2
    expect(await portal.get('/api/v1/entries')).toMatchObject({ status: 200, text: '{ "revision": 1 }', headers: { 'catalog-state': 'may be old' } })
    expect((await portal.get('/api/v1/sections')).status).toBe(503)
    expect([rendered, errors.length]).toEqual([1, 2])
  })
})
