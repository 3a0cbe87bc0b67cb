import { isOwnOrigin } from '@/lib/auth/origin'

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
