import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { problemNamed } from '@/lib/api/problem'
import type { Result } from '@/lib/errors'
import { rememberAddresses } from './address'
import { isAnonymous } from './anonymous'
import { bodyRefusal } from './body-limit'
import { clientAddress, isForwarded } from './client-address'
import { isForPrograms, isPublic } from './gate'
import { answerHealth, type Readiness } from './health'
import { addressAtHome } from './loopback'
import { asksToWrite, isForeign, isPreflight, takesForeign } from './origin-guard'
import { intercept } from './outgoing'
import { noncePolicy, pageResponse } from './page-response'
import { withPageStatus } from './page-status'
import { plainAnswer } from './plain-answer'
import { bug, failureAnswer, onlyRead, tooMuch } from './problem-answer'
import type { AnswerPublic, Ways } from './public-answers'
import { securityHeaders } from './security-headers'

/** What the handler has to know of the deployment. */
export interface HandlerOptions {
  /** Scheme, host and port under which people reach the portal; no trailing slash. */
  publicOrigin: string
  /** How many of the operator's own proxies a request comes through (see client-address). */
  proxies?: number | undefined
  /** CSP sources to which the sign-in page's forms may lead (see form-targets). */
  formTargets: readonly string[]
  isReady: Readiness
  /** What answers anonymous requests for public addresses; absent: Next does. */
  answerPublic?: AnswerPublic
  /** Whether a client's address (null: unknown) may have another answer for programs made now; absent: any may. */
  allowReading?: (address: string | null) => Promise<Result<null>>
  /** Told of what Next threw; the visitor hears nothing of it. */
  onError: (error: unknown) => void
}

/** What answers pages: Next's own request handler. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/**
 * Everything between the socket and Next: the answers that are kept for everybody; security headers on whatever goes out, health
 * checks, the refusal of forged and of overlong requests, the content security policy of pages, compression.
 */
export function makeHandler(next: PageHandler, options: HandlerOptions): RequestListener {
  const headers = new Map(Object.entries(securityHeaders(options.publicOrigin)))
  const home = new URL(options.publicOrigin).host
  const addressOf = rememberAddresses()
  // Before anything else: most requests are readers', and all that is looked at below can't concern them.
  const publicAddress = (request: IncomingMessage) =>
    isAnonymous(request) && (request.headers.host === home || !addressAtHome(request, options.publicOrigin)) ? addressOf(request.url ?? '/') : null
  const ways: Ways = {
    mayMake: (request, response) => mayMake(options, headers, request, response),
    pass: (request, response, isCounted) => passOn(next, options, headers, request, response, isCounted),
  }
  return (request, response) => {
    const address = options.answerPublic ? publicAddress(request) : null
    if (!address || !options.answerPublic) return ways.pass(request, response, false)
    options.answerPublic(address, request, response, ways)
  }
}

function passOn(next: PageHandler, options: HandlerOptions, headers: Map<string, string>, request: IncomingMessage, response: ServerResponse, isCounted: boolean): void {
  response.setHeaders(headers)
  answer(next, options, headers, request, response, isCounted).catch((error: unknown) => {
    options.onError(error)
    if (response.headersSent) response.destroy()
    else failureAnswer(response, request.url ?? '/', bug)
  })
}

async function answer(
  next: PageHandler,
  options: HandlerOptions,
  headers: Map<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
  isCounted: boolean,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  const method = request.method ?? 'GET'
  if (asksToWrite(method, path)) return onlyRead(response)
  if (isForeign(method, request.headers.origin, options.publicOrigin) && !takesForeign(path) && !isPreflight(method, path)) {
    return plainAnswer(response, 403, 'This request did not come from one of the portal’s own pages.')
  }
  const refusal = bodyRefusal(request)
  if (refusal) {
    response.setHeader('Connection', 'close')
    return plainAnswer(response, refusal.status, refusal.sentence)
  }
  if (!isReadable(path)) return failureAnswer(response, path, problemNamed('invalid', 'This address is damaged: it leads nowhere.'))
  const home = addressAtHome(request, options.publicOrigin)
  if (home) return void response.writeHead(307, { Location: home, 'Cache-Control': 'no-store' }).end()
  if (await answerHealth(path, response, options.isReady)) return
  const nonce = randomBytes(16).toString('base64')
  const context = { isPublic: isPublic(path), nonce, formTargets: path === '/sign-in' ? options.formTargets : [] }
  if (!isCounted && isForPrograms(path) && !(await mayMake(options, headers, request, response))) return
  trust(request, options)
  // Where Next finds the nonce. A visitor's own header must never reach it: a page for everybody would carry it on.
  if (context.isPublic) delete request.headers['content-security-policy']
  else request.headers['content-security-policy'] = noncePolicy(context)
  delete request.headers['content-security-policy-report-only']
  intercept(response, pageResponse(request, response, context))
  await withPageStatus(response, () => next(request, response))
}

/**
 * Whether whoever asks may have another answer for programs made; answers the request itself where not. Asked before `trust`, which
 * leaves the proxies' header with one address in it.
 */
async function mayMake(options: HandlerOptions, headers: Map<string, string>, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const allowed = await options.allowReading?.(clientAddress(request, options))
  if (allowed?.ok !== false) return true
  tooMuch(response.setHeaders(headers), allowed)
  return false
}

/**
 * Whether a path means the same here and to Next, which goes up by dots and leaves out what stands behind a `#`, where browsers have done so
 * before they ask; what it cannot decode, or is no path, it would answer as a bug of its own.
 */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return path.startsWith('/') && !path.includes('#') && !/\/(\.|%2e){1,2}(\/|$)/i.test(path)
  } catch {
    return false
  }
}

/**
 * Next compares an action's origin with these headers, and limits go by the last, which any visitor can write: so the settings write them.
 * `Forwarded` tells whether somebody stands between, as only who hides it gains by its lack (lib/auth/ways).
 */
function trust(request: IncomingMessage, options: Pick<HandlerOptions, 'publicOrigin' | 'proxies'>): void {
  const { host, protocol } = new URL(options.publicOrigin)
  if (isForwarded(request)) request.headers.forwarded = 'for=unknown'
  else delete request.headers.forwarded
  request.headers['x-forwarded-host'] = host
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  request.headers['x-forwarded-for'] = clientAddress(request, options) ?? ''
}
