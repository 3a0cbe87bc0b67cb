import { createHash, randomBytes } from 'node:crypto'
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { inertPolicy } from './csp'
import { makeHandler, type HandlerOptions, type PageHandler } from './handler'

const own = 'https://catalog.example'
const long = 'A row of the list. '.repeat(200)
let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

interface Sent {
  method?: string
  headers?: Record<string, string>
}

const usual: HandlerOptions = { publicOrigin: own, formTargets: ['https:'], isReady: async () => true, onError: () => undefined }

async function get(next: PageHandler, path: string, sent: Sent = {}, options: Partial<HandlerOptions> = {}): Promise<Answer> {
  const running = createServer(makeHandler(next, { ...usual, ...options }))
  server = running
  await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve))
  const { port } = running.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const outgoing = ask({ port, path, host: '127.0.0.1', ...sent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      const { statusCode: status = 0, headers } = response
      response.on('end', () => resolve({ status, headers, body: Buffer.concat(chunks) }))
    })
    outgoing.on('error', reject).end()
  })
}

const page = (html: string, headers: Record<string, string> = {}): PageHandler => (_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
  response.write(html.slice(0, 10))
  response.end(html.slice(10))
}
const script = '<p>Hello</p><script>go()</script>'
const hash = `'sha256-${createHash('sha256').update('go()').digest('base64')}'`
const policyOf = ({ headers }: Answer) => String(headers['content-security-policy'])

describe('the handler', () => {
  it('lets no program ask for more than its address may have made, and tells it when to come back', async () => {
    const limited = { ok: false, code: 'limited', message: 'Wait.', retryAfter: 7 } as const
    const addresses: (string | null)[] = []
    const options = { proxies: 1, allowReading: async (address: string | null) => (addresses.push(address), limited) }
    const headers = { 'X-Forwarded-For': '192.0.2.1' }
    const answer = await get(() => expect.unreachable(), '/api/v1/entries?limit=1', { headers }, options)
    expect([answer.status, answer.headers['content-type'], answer.headers['retry-after'], answer.headers['cache-control'], answer.headers['access-control-allow-origin']]).toEqual([429, 'application/problem+json', '7', 'no-store', '*'])
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': inertPolicy, 'ratelimit-policy': '"reading";q=600;w=600', 'access-control-expose-headers': 'RateLimit-Policy, Retry-After' })
    expect(JSON.parse(answer.body.toString())).toMatchObject({ status: 429, type: '/api#too-many-requests', detail: 'Wait.' })
    expect((await get(page(script), '/', { headers }, options)).status).toBe(200)
    expect(addresses).toEqual(['192.0.2.1'])
  })

  it.each([
    ['the nearest of several proxies, as the first of them told it', 2, '198.51.100.7, 192.0.2.1, 10.0.0.1', '192.0.2.1'],
    ['a whole network of IPv6', 1, '2001:db8::1', '2001:db8:0:0::/64'],
  ])('counts %s', async (_, proxies, told, counted) => {
    const addresses: (string | null)[] = []
    const options = { proxies, allowReading: async (address: string | null) => (addresses.push(address), { ok: true, value: null } as const) }
    await get(page(script), '/api/v1/entries', { headers: { 'X-Forwarded-For': told } }, options)
    expect(addresses).toEqual([counted])
  })

  it('lets another site’s page ask what it may read of the API, and change nothing', async () => {
    const headers = { Origin: 'https://elsewhere.example' }
    const next: PageHandler = (_, response) => void response.writeHead(204).end()
    expect((await get(next, '/api/v1/entries', { method: 'OPTIONS', headers })).status).toBe(204)
    for (const [method, path] of [['POST', '/api/drafts'], ['OPTIONS', '/api/drafts']] as const) expect((await get(next, path, { method, headers })).status).toBe(403)
  })

  it.each([
    ...['/models/%E0%A4%A', '*', 'https://evil.example/catalog.csv', '/catalog.csv#a'],
    ...['/./catalog.csv', '/x/../catalog.csv', '/%2e/catalog.csv', '/x/%2E%2e/catalog.csv', '/x/.%2E', '/models/..'],
  ])('answers %s as a damaged address, before Next hears of it', async (path) => {
    expect((await get(() => expect.unreachable(), path)).status).toBe(400)
  })

  it('leaves dots within a name alone', async () => {
    for (const path of ['/feed.atom', '/models/a..b', '/.well-known/x', '/models/%2e%2e.']) expect((await get(page(script), path)).status).toBe(200)
  })

  it.each([
    ['nobody between', {}, undefined],
    ...['Forwarded', 'Via', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP'].map((name): [string, Record<string, string>, string] => [`a proxy that says ${name}`, { [name]: 'x' }, 'for=unknown']),
  ])('tells Next of %s', async (_, headers, told) => {
    let heard: string | undefined
    await get((request, response) => ((heard = request.headers.forwarded), void response.end()), '/sign-in', { headers })
    expect(heard).toBe(told)
  })

  it('lets whoever has no JavaScript read that a page failed', async () => {
    const failed: PageHandler = (_, response) => void response.writeHead(500, { 'Content-Type': 'text/html' }).end('<html><body class="x"><script>go()</script>')
    const answer = await get(failed, '/account')
    expect(answer.status).toBe(500)
    expect(answer.body.toString()).toContain('<body class="x"><noscript><h1>Something went wrong on our side.')
  })

  it('never answers a failure with nothing', async () => {
    const failed: PageHandler = (_, response) => void response.writeHead(500).end()
    const answer = await get(failed, '/README.md')
    expect([answer.status, answer.body.toString()]).toEqual([500, 'Something went wrong on our side. Try again in a moment.\n'])
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  it('refuses a body that is too long, or of no told length, before Next hears of it', async () => {
    const next: PageHandler = () => expect.unreachable()
    const post = (headers: Record<string, string>) => get(next, '/api/auth/demo', { method: 'POST', headers: { Origin: own, ...headers } })
    expect((await post({ 'Content-Length': '9999999' })).status).toBe(413)
    const chunked = await post({ 'Transfer-Encoding': 'chunked' })
    expect(chunked.status).toBe(411)
    expect(chunked.headers).toMatchObject({ connection: 'close', 'x-content-type-options': 'nosniff' })
  })

  it('refuses a forged request before Next hears of it, with every security header', async () => {
    for (const origin of [undefined, 'null', 'https://evil.example']) {
      const headers = { 'X-Forwarded-Host': 'evil.example', ...(origin && { Origin: origin }) }
      const answer = await get(() => expect.unreachable(), '/propose', { method: 'POST', headers })
      expect(answer.status).toBe(403)
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
      expect(answer.headers['strict-transport-security']).toContain('max-age=')
      expect(policyOf(answer)).toContain("default-src 'none'")
    }
  })

  it('lets our own POST through and tells Next who we are, whatever the visitor says', async () => {
    const next: PageHandler = ({ headers: { 'x-forwarded-host': host, 'x-forwarded-proto': scheme } }, response) =>
      void response.end(`${host} ${scheme}`)
    const answer = await get(next, '/propose', { method: 'POST', headers: { Origin: own, 'X-Forwarded-Host': 'evil.example' } })
    expect(answer.body.toString()).toBe('catalog.example https')
  })

  it('names the inline scripts of a public page by their hashes', async () => {
    const answer = await get(page(script), '/log')
    expect(policyOf(answer)).toContain(`script-src 'self' ${hash};`)
    expect(answer.body.toString()).toBe(script)
  })

  it('hands Next a nonce on private paths alone, and never the visitor’s own', async () => {
    const echo: PageHandler = (request, response) => page(String(request.headers['content-security-policy']))(request, response)
    const secret = await get(echo, '/review', { headers: { 'Content-Security-Policy': "script-src 'nonce-mine'" } })
    expect(policyOf(secret)).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}';/)
    expect(secret.body.toString()).toBe(policyOf(secret))
    const open = await get(echo, '/', { headers: { 'Content-Security-Policy': "script-src 'nonce-mine'" } })
    expect(open.body.toString()).toBe('undefined')
  })

  it('hashes a page of the build on a private path too, and lets nobody keep it', async () => {
    const answer = await get(page(script, { 'x-nextjs-prerender': '1', 'Cache-Control': 's-maxage=31536000' }), '/sign-in/check-email')
    expect([policyOf(answer), answer.headers['cache-control']]).toEqual([expect.stringContaining(hash), 'private, no-store'])
  })

  it('lets forms lead to providers on the sign-in page alone', async () => {
    expect(policyOf(await get(page(script), '/sign-in'))).toContain("form-action 'self' https:;")
    expect(policyOf(await get(page(script), '/account'))).toContain("form-action 'self';")
  })

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('compresses what is long with %s, and weakens its tag', async (encoding, undo) => {
    const headers = { 'Accept-Encoding': encoding }
    const next: PageHandler = (_, response) => {
      response.setHeader('Content-Type', 'text/markdown').setHeader('ETag', '"r1"').end(long)
    }
    for (const handler of [next, page(long, { ETag: '"r1"' })]) {
      const answer = await get(handler, '/log', { headers })
      expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding', etag: 'W/"r1"' })
      expect(undo(answer.body).toString()).toBe(long)
    }
  })

  it('leaves fonts, short answers, HEAD and 304 as they are', async () => {
    const headers = { 'Accept-Encoding': 'br' }
    const as = (type: string, body: string): PageHandler => (_, response) =>
      void response.writeHead(200, ['Content-Type', type, 'Content-Length', String(body.length)]).end(body)
    const font = await get(as('font/woff2', long), '/_next/static/f', { headers })
    expect(font.headers['content-encoding']).toBeUndefined()
    const short = await get(as('text/plain', 'short'), '/log', { headers })
    expect(short.headers).toMatchObject({ 'content-length': '5', vary: 'Accept-Encoding' })
    const head = await get(as('text/plain', long), '/log', { headers, method: 'HEAD' })
    expect(head.headers['content-length']).toBe(String(long.length))
    const unchanged: PageHandler = (_, response) => void response.writeHead(304, 'Not Modified', { ETag: '"r1"' }).end()
    const held = await get(unchanged, '/log', { headers })
    expect(held).toMatchObject({ status: 304, headers: { etag: '"r1"' } })
    expect(held.headers['content-security-policy']).toBeUndefined()
  })

  it('sends a streamed page piece by piece', async () => {
    let second = (): void => undefined
    const next: PageHandler = (_, response) => {
      response.setHeader('Content-Type', 'text/html').flushHeaders()
      response.write(long, () => second())
      second = () => void response.end('the end')
    }
    const answer = await get(next, '/review', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(gunzipSync(answer.body).toString()).toBe(`${long}the end`)
  })

  it.each(['gzip', 'identity'])('carries back-pressure to whoever writes, and never stalls (%s)', async (encoding) => {
    const pieces = Array.from({ length: 64 }, () => randomBytes(65_536))
    const next: PageHandler = (_, response) => pipeline(Readable.from(pieces), response.setHeader('Content-Type', 'text/plain'))
    const { body } = await get(next, '/review', { headers: { 'Accept-Encoding': encoding } })
    expect((encoding === 'gzip' ? gunzipSync(body) : body).equals(Buffer.concat(pieces))).toBe(true)
  })

  it('answers health checks itself', async () => {
    const silent: PageHandler = () => expect.unreachable()
    expect((await get(silent, '/healthz')).status).toBe(200)
    expect((await get(silent, '/readyz?x')).status).toBe(200)
    expect((await get(silent, '/readyz', {}, { isReady: async () => false })).status).toBe(503)
    expect((await get(silent, '/readyz', {}, { isReady: () => Promise.reject(new Error('down')) })).status).toBe(503)
  })

  it('says one sentence where Next fails, and keeps the reason to itself', async () => {
    const errors: unknown[] = []
    const reason = new Error('secret')
    const failing: PageHandler = async (_, response) => {
      response.setHeader('Content-Type', 'text/html').write('<p>half')
      throw reason
    }
    const answer = await get(failing, '/log', {}, { onError: (error) => errors.push(error) })
    expect(answer.status).toBe(500)
    expect(answer.body.toString()).toBe('Something went wrong on our side. Try again in a moment.\n')
    expect(errors).toEqual([reason])
  })
})
