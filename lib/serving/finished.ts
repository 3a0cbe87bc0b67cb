import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { inertPolicy, pagePolicy } from './csp'
import { embedding } from './embedding'
import { isLongEnough, shrinks, type Encoding } from './encoding'
import { inlineSources } from './inline-sources'
import type { Rendered } from './render-apart'
import { isRouterOrEncoding, varyingBy } from './vary'

/** An answer as it goes out, with nothing left to be worked out. */
export interface Body {
  /** As writeHead takes them fastest: name, value, name, value. */
  headers: string[]
  bytes: Buffer
}

/** An answer for everybody, of a catalog revision; revision null: of any. */
export interface Finished {
  revision: number | null
  status: number
  tag: string
  /** When what it shows was last changed, in milliseconds; null: not said. */
  modified: number | null
  /** Whether it is worth to be compressed. */
  canShrink: boolean
  plain: Body
  encoded: { readonly [encoding in Encoding]?: Body }
  /** The headers of a 304. */
  unchanged: string[]
}

/** What an answer is made under. */
export interface Circumstances {
  url: string
  revision: number | null
  /** What beside revision and address the bytes depend on: the build and the settings, in a short text. */
  edition: string
  /** Headers that every response carries. */
  always: Readonly<Record<string, string>>
}

// What is about one connection, or follows from what is done here.
const ownToUs = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length', 'etag', 'vary', 'cache-control', 'content-security-policy'])

/** Whoever holds it asks each time, and hears 304: no older than the moment is meant to hold through proxies, too. */
const askEachTime = 'public, no-cache'

/**
 * Finishes what Next made into an answer for everybody. null: it may not be kept, as it is a failure, sets a cookie, says that it is
 * private, or depends on headers that nobody here compares.
 */
export function finish(rendered: Rendered, circumstances: Circumstances): Finished | null {
  const { status, headers, body } = rendered
  const vary = varyingBy(headers.vary, text(headers['content-type']))
  const isPage = text(headers['content-type']).startsWith('text/html')
  const said = text(headers['cache-control'])
  const isOwn = /private|no-store/.test(said)
  // Next says of every page that it renders that it is private; what the gate says of the page counts.
  if (status >= 500 || headers['set-cookie'] !== undefined || (isOwn && !isPage) || !vary.every(isRouterOrEncoding)) return null
  const canShrink = headers['content-encoding'] === undefined && shrinks(text(headers['content-type']))
  const tag = text(headers.etag) || tagOf(circumstances)
  const policy = isPage ? pagePolicy({ ...inlineSources(body.toString('utf8')), formTargets: [] }) : text(headers['content-security-policy']) || inertPolicy
  const varies = canShrink && !vary.some((name) => /^accept-encoding$/i.test(name)) ? [...vary, 'Accept-Encoding'] : vary
  const shared = {
    ...Object.fromEntries(Object.entries(circumstances.always).filter(([name]) => headers[name.toLowerCase()] === undefined)),
    ...embedding(headers['access-control-allow-origin']),
    'Cache-Control': isOwn || said === '' ? askEachTime : said,
    ...(varies.length > 0 && { Vary: varies.join(', ') }),
  }
  const others = Object.entries(headers).flatMap(([name, value]) => (ownToUs.has(name) || value === undefined ? [] : flat(name, value)))
  return {
    ...{ revision: isImmutable(rendered) ? null : circumstances.revision, status, tag, canShrink },
    modified: Date.parse(text(headers['last-modified'])) || null,
    plain: { headers: [...flatAll(shared), 'Content-Security-Policy', policy, ...others, 'ETag', tag, 'Content-Length', String(body.length)], bytes: body },
    encoded: {},
    // A 304 leaves what is held as it is, its policy included; but a page of another site that asks whether it holds may only read it if it says so itself.
    unchanged: [...flatAll(shared), ...flatAll(ofOthers(headers)), 'ETag', tag],
  }
}

/** Whether an answer says of itself that it never changes, as the README of one revision does. */
export function isImmutable({ status, headers }: Rendered): boolean {
  return status === 200 && text(headers['cache-control']).includes('immutable')
}

/** A function of revision and address, and of what else could make the bytes others. */
function tagOf({ url, revision, edition }: Circumstances): string {
  const hash = createHash('sha256').update(`${edition}\n${url}`).digest('base64url').slice(0, 16)
  return `"${revision === null ? 'b' : `r${revision}`}-${hash}"`
}

// 5 takes a third of the time of 6 and up, and is still smaller than any gzip.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const ways = { br: (bytes: Buffer) => promisify(brotliCompress)(bytes, brotli), gzip: (bytes: Buffer) => promisify(gzip)(bytes) }

/** The same answer, encoded; as it was where that gains nothing. Off the main thread. */
async function encode({ plain, tag, canShrink }: Pick<Finished, 'plain' | 'tag' | 'canShrink'>, encoding: Encoding): Promise<Body> {
  if (!canShrink || !isLongEnough(plain.bytes.length)) return plain
  const bytes = await ways[encoding](plain.bytes)
  if (bytes.length >= plain.bytes.length) return plain
  const headers = pairs(plain.headers).flatMap(([name, value]) => {
    if (name === 'Content-Length') return [name, String(bytes.length), 'Content-Encoding', encoding]
    // A strong validator names bytes, and these are others.
    return name === 'ETag' ? [name, weak(tag)] : [name, value]
  })
  return { headers, bytes }
}

const underWay = new WeakMap<Finished, Partial<Record<Encoding, Promise<Body>>>>()

/** An answer encoded, once however many ask at once. */
export function encodeOnce(answer: Finished, encoding: Encoding): Promise<Body> {
  const begun = underWay.get(answer) ?? {}
  underWay.set(answer, begun)
  return (begun[encoding] ??= encode(answer, encoding))
}

function weak(tag: string): string {
  return tag.startsWith('W/') ? tag : `W/${tag}`
}

/** What headers, and what holds an answer together, take in memory: in bytes, round. */
export const sizeOfHead = 2_000

/** How much memory an answer takes, in bytes. */
export function sizeOf({ plain, encoded }: Pick<Finished, 'plain' | 'encoded'>): number {
  const others = Object.values(encoded).filter((body) => body !== plain)
  return [plain, ...others].reduce((sum, { bytes }) => sum + bytes.length + sizeOfHead, 0)
}

/** A flat list of headers as pairs. */
export function pairs(headers: readonly string[]): [name: string, value: string][] {
  return headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] as string]] : []))
}

/** What an answer lets pages of other sites see of it. */
function ofOthers(headers: Rendered['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (name.startsWith('access-control-') ? [[name, text(value)]] : [])))
}

function flatAll(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flat()
}

function flat(name: string, value: number | string | string[]): string[] {
  return [value].flat().flatMap((one) => [name, String(one)])
}

function text(value: number | string | readonly string[] | undefined): string {
  return value === undefined ? '' : String(value)
}
