import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodeOnce, finish, pairs, sizeOf, type Finished } from './finished'

const where = { url: '/log', revision: 12, edition: 'build', always: { 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' } }
const long = `<p>${'A row of the list. '.repeat(200)}</p><script>go()</script>`
const made = (headers: OutgoingHttpHeaders, body = long, status = 200) => ({ status, headers, body: Buffer.from(body) })
const page = (headers: OutgoingHttpHeaders = {}) => made({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store', ...headers })
const headersOf = (answer: Finished | null) => new Map(pairs(answer?.plain.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]))

describe('an answer for everybody', () => {
  it('has a policy of its own scripts’ hashes, and is to be asked for each time', () => {
    const headers = headersOf(finish(page(), where))
    expect(headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${createHash('sha256').update('go()').digest('base64')}';`)
    expect(headers.get('cache-control')).toBe('public, no-cache')
    expect(headers.get('vary')).toBe('Accept-Encoding')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-length')).toBe(String(long.length))
  })

  it('has a tag of its revision, its address, and what else could change its bytes', () => {
    const tags = [where, { ...where, revision: 13 }, { ...where, url: '/' }, { ...where, edition: 'other' }].map((one) => finish(page(), one)?.tag)
    expect(new Set(tags).size).toBe(4)
    expect(tags[0]).toMatch(/^"r12-/)
    expect(finish(page(), where)?.tag).toBe(tags[0])
  })

  it('keeps what a route says of itself', () => {
    const headers = { 'content-type': 'text/markdown', etag: '"readme-r3"', 'cache-control': 'public, max-age=31536000, immutable', 'cross-origin-resource-policy': 'cross-origin', link: ['<a>', '<b>'] }
    const answer = finish(made(headers), where)
    expect(answer).toMatchObject({ revision: null, tag: '"readme-r3"' })
    expect(headersOf(answer).get('cache-control')).toContain('immutable')
    expect(pairs(answer?.plain.headers ?? []).filter(([name]) => /^(link|cross-origin-resource-policy)$/i.test(name))).toEqual([
      ['cross-origin-resource-policy', 'cross-origin'],
      ['link', '<a>'],
      ['link', '<b>'],
    ])
  })

  it('lets pages of other sites hear that it is unchanged, where they may read it', () => {
    const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag', 'catalog-revision': '12' }
    const unchanged = new Map(pairs(finish(made(headers), where)?.unchanged ?? []))
    expect([unchanged.get('access-control-allow-origin'), unchanged.get('access-control-expose-headers')]).toEqual(['*', 'ETag'])
    expect(pairs(finish(page(), where)?.unchanged ?? []).filter(([name]) => name.startsWith('access-control-'))).toEqual([])
  })

  it.each([
    ['a failure', made({ 'content-type': 'text/html' }, long, 500)],
    ['what sets a cookie', page({ 'set-cookie': ['a=1'] })],
    ['what a route calls private', made({ 'content-type': 'application/json', 'cache-control': 'private' })],
    ['what depends on who asks', page({ vary: 'Cookie' })],
    ['what depends on anything', page({ vary: '*' })],
  ])('is never %s', (_, rendered) => expect(finish(rendered, where)).toBeNull())

  it('tells caches further on what asks for something else than the page', () => {
    expect(headersOf(finish(page({ vary: 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch' }), where)).get('vary')).toBe(
      'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding',
    )
  })

  it('can be shown by pages of other sites where they may read it, and nowhere else', () => {
    const open = finish(made({ 'content-type': 'image/png', 'access-control-allow-origin': '*' }), where)
    const told = pairs([...(open?.plain.headers ?? []), ...(open?.unchanged ?? [])]).filter(([name]) => /^cross-origin-resource-policy$/i.test(name))
    expect(told.map(([, value]) => value)).toEqual(['cross-origin', 'cross-origin'])
    for (const rendered of [page(), made({ 'content-type': 'image/svg+xml' }), made({ 'content-type': 'image/png', 'access-control-allow-origin': 'https://a.example' })]) expect(headersOf(finish(rendered, where)).get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it.each(['application/json', 'text/markdown; charset=utf-8', 'application/atom+xml; charset=utf-8'])('names nothing of that to them where it is no page (%s)', (type) => {
    const vary = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch'
    const answer = finish(made({ 'content-type': type, vary }), where)
    expect([headersOf(answer).get('vary'), new Map(pairs(answer?.unchanged ?? [])).get('Vary')]).toEqual(['Accept-Encoding', 'Accept-Encoding'])
    expect(headersOf(finish(made({ 'content-type': 'image/png', vary }), where)).has('vary')).toBe(false)
  })

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is encoded with %s once, and its tag weakened', async (encoding, undo) => {
    const answer = finish(page(), where) as Finished
    const [one, two] = await Promise.all([encodeOnce(answer, encoding), encodeOnce(answer, encoding)])
    expect(one).toBe(two)
    expect(undo(one.bytes).toString()).toBe(long)
    expect(Object.fromEntries(pairs(one.headers))).toMatchObject({ ETag: `W/${answer.tag}`, 'Content-Encoding': encoding, 'Content-Length': String(one.bytes.length) })
    expect(sizeOf({ ...answer, encoded: { [encoding]: one } })).toBe(long.length + one.bytes.length + 4_000)
  })

  it('stays as it is where encoding gains nothing', async () => {
    for (const rendered of [made({ 'content-type': 'font/woff2' }), made({ 'content-type': 'text/plain' }, 'short')]) {
      const answer = finish(rendered, where) as Finished
      expect(await encodeOnce(answer, 'br')).toBe(answer.plain)
    }
  })
})
