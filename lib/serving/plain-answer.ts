import type { ServerResponse } from 'node:http'
import { inertPolicy } from './csp'

/** Answers in one plain sentence that nobody keeps: what the server says itself, before Next is asked. */
export function plainAnswer(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': inertPolicy,
  })
  response.end(`${sentence}\n`)
}
