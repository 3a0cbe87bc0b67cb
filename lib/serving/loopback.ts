import type { IncomingMessage } from 'node:http'
import { isLoopback } from '@/lib/auth/origin'

/**
 * Where a page asked for under another of this machine's own names is to be found: the public origin's address of it, so
 * that whoever types 127.0.0.1 where the portal says localhost keeps one session and one origin; null: where it is.
 * Programs that fetch, and portals with a name in the world, are left alone.
 */
export function addressAtHome({ method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, publicOrigin: string): string | null {
  const home = new URL(publicOrigin)
  const isElsewhere = headers.host !== home.host && isLoopback(headers.host ?? null) && isLoopback(home.host)
  const isPage = method === 'GET' && (headers.accept ?? '').includes('text/html')
  // Only another name for this very port; and a path, never an address that a client put in its place.
  const isHere = headers.host?.endsWith(`:${home.port}`) === true && url?.startsWith('/') === true && !url.startsWith('//')
  return isElsewhere && isPage && isHere ? `${home.origin}${url}` : null
}
