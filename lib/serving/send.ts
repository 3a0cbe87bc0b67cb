import type { IncomingMessage, ServerResponse } from 'node:http'
import { holds } from '@/lib/api/conditional'
import { acceptedEncoding, type Encoding } from './encoding'
import type { Body, Finished } from './finished'

/**
 * Whether whoever asks holds just this answer. Compared weakly, as RFC 9110 asks for If-None-Match; what is not there, nobody can hold. By its
 * date only what no revision changes is told to be unchanged: two revisions may be of one second.
 */
export function isHeldBy({ headers }: Pick<IncomingMessage, 'headers'>, { revision, tag, modified, status }: Pick<Finished, 'revision' | 'tag' | 'modified' | 'status'>): boolean {
  if (status !== 200) return false
  const held = headers['if-none-match']
  if (held !== undefined) return tag !== '' && (held === tag || holds(held, tag))
  const since = headers['if-modified-since']
  return since !== undefined && modified !== null && revision === null && Date.parse(since) >= modified
}

/** How whoever asks would have an answer encoded; null: as it is. */
export function wantedEncoding({ headers }: Pick<IncomingMessage, 'headers'>, { canShrink }: Finished): Encoding | null {
  return canShrink ? encodingFor(headers['accept-encoding']) : null
}

// Browsers send a handful of values, so each is read once; whoever sends others does not fill the memory with them.
const read = new Map<string, Encoding | null>()
const mostRead = 100

function encodingFor(header: string | undefined): Encoding | null {
  if (header === undefined) return null
  const known = read.get(header)
  if (known !== undefined) return known
  const encoding = acceptedEncoding(header)
  if (read.size < mostRead && header.length < 200) read.set(header, encoding)
  return encoding
}

/** Sends an answer in one piece. */
export function send(request: IncomingMessage, response: ServerResponse, status: number, { headers, bytes }: Body): void {
  response.writeHead(status, headers)
  if (request.method === 'HEAD') response.end()
  else response.end(bytes)
}

/** Tells whoever holds an answer that it is unchanged. */
export function sendUnchanged(response: ServerResponse, { unchanged }: Finished): void {
  response.writeHead(304, unchanged)
  response.end()
}
