import type { ServerResponse } from 'node:http'
import type { Problem } from '@/lib/api/schemas'
import { inertPolicy } from './csp'

/** Answers a program with a problem that nobody keeps (RFC 9457), and when to come back: as the API itself does, also for pages of other sites. */
export function problemAnswer(response: ServerResponse, problem: Problem, retryAfter: number): void {
  response.writeHead(problem.status, {
    'Content-Type': 'application/problem+json',
    'Retry-After': String(retryAfter),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': inertPolicy,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After',
  })
  response.end(`${JSON.stringify(problem)}\n`)
}
