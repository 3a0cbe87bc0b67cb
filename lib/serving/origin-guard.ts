import { isOwnOrigin } from '@/lib/auth/origin'
import { isOfApi } from './gate'

/**
 * Whether a request may be a forgery: it could change something and does not come from one of the portal's own pages. Next
 * lets an action without an Origin pass, and checks no route handler at all.
 */
export function isForeign(method: string, origin: string | undefined, publicOrigin: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && !isOwnOrigin(origin ?? null, publicOrigin)
}

/**
 * Whether a path takes a POST from anywhere: mail programs end a subscription for their readers (RFC 8058). What permits it is the
 * token in the path, not a session, so a forger gains nothing.
 */
export function takesForeign(path: string): boolean {
  return /^\/unsubscribe\/[\w.-]+$/.test(path)
}

/** Whether a request only asks what the public API allows, as a browser does before another site's page reads from it. It changes nothing. */
export function isPreflight(method: string, path: string): boolean {
  return method === 'OPTIONS' && isOfApi(path)
}

/** Whether a request wants more of the public API than to read. There is nothing more, wherever it comes from. */
export function asksToWrite(method: string, path: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method) && isOfApi(path)
}
