import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { inertPolicy, pagePolicy } from './csp'
import { embedding } from './embedding'
import { acceptedEncoding, isLongEnough, shrinks } from './encoding'
import { readableFailure } from './failure-page'
import { inlineSources } from './inline-sources'
import type { Compressor, Outgoing } from './outgoing'
import { varyingBy } from './vary'

/** What a page's policy depends on, beside its bytes. */
export interface PageContext {
  /** Same for everybody, so that its inline scripts are named by their hashes. */
  isPublic: boolean
  /** Handed to Next, which marks the scripts of a page rendered for one request with it. */
  nonce: string
  formTargets: readonly string[]
}

// 5 takes a third of the time of 6 and up, and is still smaller than any gzip.
const BROTLI_QUALITY = 5

/** Gives a response its content security policy and its encoding. */
export function pageResponse(request: IncomingMessage, response: ServerResponse, context: PageContext): Outgoing {
  return {
    isNeededWhole: () => response.statusCode >= 500 || (isPage(response) && isHashed(response, context)),
    replace: (body) => (response.statusCode >= 500 ? readableFailure(response, body) : body),
    finishHead: (body) => {
      // Next has proxies keep it for a year, with the names of scripts that the next build has no more.
      if (isOfBuild(response)) response.setHeader('Cache-Control', 'private, no-store')
      setPolicy(response, context, body)
      setVary(response)
      response.setHeaders(new Map(Object.entries(embedding(response.getHeader('Access-Control-Allow-Origin')))))
      return compress(request, response, body)
    },
  }
}

function setPolicy(response: ServerResponse, context: PageContext, body: Buffer | null): void {
  // A 304 leaves what the browser holds as it is, its policy included.
  if (response.statusCode === 304) return response.removeHeader('Content-Security-Policy')
  const policy = body ? hashedPolicy(body.toString('utf8'), context) : noncePolicy(context)
  if (isPage(response)) response.setHeader('Content-Security-Policy', policy)
  else if (!response.hasHeader('Content-Security-Policy')) response.setHeader('Content-Security-Policy', inertPolicy)
}

function setVary(response: ServerResponse): void {
  const names = varyingBy(response.getHeader('Vary'), contentType(response))
  if (names.length > 0) response.setHeader('Vary', names.join(', '))
  else response.removeHeader('Vary')
}

/** The policy of a page rendered for one request; Next reads the nonce out of it. */
export function noncePolicy({ nonce, formTargets }: PageContext): string {
  return pagePolicy({ scripts: [`'nonce-${nonce}'`], styles: [`'nonce-${nonce}'`], formTargets })
}

function hashedPolicy(html: string, { formTargets }: PageContext): string {
  return pagePolicy({ ...inlineSources(html), formTargets })
}

function isPage(response: ServerResponse): boolean {
  return contentType(response).startsWith('text/html')
}

/** A page that the build made has no nonce in it, wherever it stands; nor has it anything that a person typed. */
function isHashed(response: ServerResponse, { isPublic }: PageContext): boolean {
  return isPublic || isOfBuild(response)
}

function isOfBuild(response: ServerResponse): boolean {
  return isPage(response) && response.hasHeader('x-nextjs-prerender')
}

function contentType(response: ServerResponse): string {
  return String(response.getHeader('Content-Type') ?? '')
}

function compress(request: IncomingMessage, response: ServerResponse, body: Buffer | null): Compressor {
  const isFinal = response.hasHeader('Content-Encoding') || response.hasHeader('Content-Range')
  if (isFinal || !shrinks(contentType(response))) return null
  response.appendHeader('Vary', 'Accept-Encoding')
  const stated = response.getHeader('Content-Length')
  const length = body?.length ?? (stated === undefined ? null : Number(stated))
  const encoding = acceptedEncoding(request.headers['accept-encoding'])
  const hasBody = request.method !== 'HEAD' && ![204, 304].includes(response.statusCode)
  if (!hasBody || !isLongEnough(length) || !encoding) return null
  response.removeHeader('Content-Length')
  response.setHeader('Content-Encoding', encoding)
  weaken(response)
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
  return encoding === 'gzip' ? createGzip() : createBrotliCompress({ params })
}

/** A strong validator names bytes, and these are others now. */
function weaken(response: ServerResponse): void {
  const tag = response.getHeader('ETag')
  if (typeof tag === 'string' && !tag.startsWith('W/')) response.setHeader('ETag', `W/${tag}`)
}
