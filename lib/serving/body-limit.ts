import type { IncomingMessage } from 'node:http'

/** The longest body taken, in bytes: what Next itself takes for an action, and more than any form of ours sends. */
const MOST = 1024 * 1024

/** Why a request's body is not even read; null: it may be. Next bounds the bodies of actions; routes read theirs whole. */
export function bodyRefusal({ headers }: Pick<IncomingMessage, 'headers'>): { status: 411 | 413; sentence: string } | null {
  // Browsers always say how long a form is; a stream would have to be counted as it comes.
  if (headers['transfer-encoding'] !== undefined) return { status: 411, sentence: 'Say how long the request is.' }
  return Number(headers['content-length'] ?? 0) > MOST ? { status: 413, sentence: 'This is too long: send a megabyte at most.' } : null
}
