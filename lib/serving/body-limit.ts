import type { IncomingMessage } from 'node:http'

const MEGABYTE = 1024 * 1024

/** The longest body taken, in bytes: more than any form of ours sends, but for the one that takes whole READMEs. */
const MOST = MEGABYTE
const MOST_OF_IMPORT = 8 * MEGABYTE

/** Why a request's body is not even read; null: it may be. Next bounds the bodies of actions; routes read theirs whole. */
export function bodyRefusal({
  headers,
  url,
}: Pick<IncomingMessage, 'headers' | 'url'>): { status: 411 | 413; sentence: string } | null {
  // Browsers always say how long a form is; a stream would have to be counted as it comes.
  if (headers['transfer-encoding'] !== undefined) return { status: 411, sentence: 'Say how long the request is.' }
  const most = /^\/review\/import(\?|$)/.test(url ?? '') ? MOST_OF_IMPORT : MOST
  if (Number(headers['content-length'] ?? 0) <= most) return null
  return { status: 413, sentence: `This is too long: send ${most === MOST ? 'a megabyte' : 'a README of 5 MB'} at most.` }
}
