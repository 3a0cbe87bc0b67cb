import { createHash } from 'node:crypto'
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
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

async function get(next: PageHandler, path: string, sent: { method?: string; headers?: Record<string, string> } = {}, options: Partial<HandlerOptions> = {}): Promise<Answer> {
  const handler = makeHandler(next, { publicOrigin: own, formTargets: ['https:'], isReady: async () => true, onError: () => undefined, ...options })
  const running = createServer(handler)
  server = running
  await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve))
  const { port } = running.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const outgoing = ask({ port, path, host: '127.0.0.1', ...sent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
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
  it('refuses a forged request before Next hears of it, with every security header', async () => {
    for (const origin of [undefined, 'null', 'https://evil.example']) {
      const headers = { 'X-Forwarded-Host': 'evil.example', ...(origin && { Origin: origin }) }
      const answer = await get(() => expect.unreachable(), '/propose', { method: 'POST', headers })
      expect(answer).toMatchObject({ status: 403, headers: { 'x-content-type-options': 'nosniff', 'strict-transport-security': expect.anything() } })
      expect(policyOf(answer)).toContain("default-src 'none'")
    }
  })

  it('lets our own POST through and tells Next who we are, whatever the visitor says', async () => {
    const next: PageHandler = ({ headers }, response) => void response.end(`${headers['x-forwarded-host']} ${headers['x-forwarded-proto']}`)
    const answer = await get(next, '/propose', { method: 'POST', headers: { Origin: own, 'X-Forwarded-Host': 'evil.example' } })
    expect(answer.body.toString()).toBe('catalog.example https')
  })

  it('names the inline scripts of a public page by their hashes', async () => {
    const answer = await get(page(script), '/log')
    expect(policyOf(answer)).toContain(`script-src 'self' ${hash};`)
    expect(answer.body.toString()).toBe(script)
  })

  it('hands Next a nonce on private paths alone, and never the visitor’s own', async () => {
    const echo: PageHandler = ({ headers }, response) => page(String(headers['content-security-policy']))({} as IncomingMessage, response)
    const secret = await get(echo, '/review', { headers: { 'Content-Security-Policy': "script-src 'nonce-mine'" } })
    expect(policyOf(secret)).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}';/)
    expect(secret.body.toString()).toBe(policyOf(secret))
    const open = await get(echo, '/', { headers: { 'Content-Security-Policy': "script-src 'nonce-mine'" } })
    expect(open.body.toString()).toBe('undefined')
  })

  it('hashes a page of the build on a private path too', async () => {
    expect(policyOf(await get(page(script, { 'x-nextjs-prerender': '1' }), '/sign-in/check-email'))).toContain(hash)
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
    const next: PageHandler = (_, response) => void response.setHeader('Content-Type', 'text/markdown').setHeader('ETag', '"r1"').end(long)
    for (const handler of [next, page(long, { ETag: '"r1"' })]) {
      const answer = await get(handler, '/log', { headers })
      expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding', etag: 'W/"r1"' })
      expect(undo(answer.body).toString()).toBe(long)
    }
  })

  it('leaves fonts, short answers, HEAD and 304 as they are', async () => {
    const headers = { 'Accept-Encoding': 'br' }
    const as = (type: string, body: string): PageHandler => (_, response) => void response.writeHead(200, ['Content-Type', type, 'Content-Length', String(body.length)]).end(body)
    expect((await get(as('font/woff2', long), '/_next/static/f', { headers })).headers['content-encoding']).toBeUndefined()
    expect((await get(as('text/plain', 'short'), '/log', { headers })).headers).toMatchObject({ 'content-length': '5', vary: 'Accept-Encoding' })
    expect((await get(as('text/plain', long), '/log', { headers, method: 'HEAD' })).headers['content-length']).toBe(String(long.length))
    const held = await get((_, response) => void response.writeHead(304, 'Not Modified', { ETag: '"r1"' }).end(), '/log', { headers })
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

  it('sends a large body whole', async () => {
    const noise = Array.from({ length: 40_000 }, (_, i) => createHash('sha256').update(`${i}`).digest('hex')).join('')
    const answer = await get(page(noise), '/review', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(gunzipSync(answer.body).toString()).toBe(noise)
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
