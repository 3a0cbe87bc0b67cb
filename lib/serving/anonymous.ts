import type { IncomingMessage } from 'node:http'

// With one of these a request asks for something else than the page: a piece of it for Next's router, or what a person may see.
const others = ['rsc', 'next-router-prefetch', 'next-router-segment-prefetch', 'next-router-state-tree', 'next-url', 'next-action', 'x-nextjs-data', 'authorization'] as const

/**
 * Whether a request asks for what everybody gets: it reads, brings no body, no session, and asks Next's router for nothing. A session's
 * cookie anywhere in the header is enough to be somebody, valid or not.
 */
export function isAnonymous({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (headers.cookie?.includes('next-auth.session-token')) return false
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false
  return others.every((name) => headers[name] === undefined)
}
