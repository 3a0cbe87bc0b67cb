import type { ServerResponse } from 'node:http'
import { problemNamed, problemOf } from '@/lib/api/problem'
import type { Problem } from '@/lib/api/schemas'
import type { Failure } from '@/lib/errors'
import { readingPolicy } from '@/lib/limits/reading'
import { inertPolicy } from './csp'
import { embedding } from './embedding'

/** Answers what a program understands (RFC 9457) that it has had too much, and when to come back. */
export function tooMuch(response: ServerResponse, failure: Failure): void {
  const { retryAfter = 1 } = failure
  problemAnswer(response, problemOf(failure), { 'Retry-After': String(retryAfter) })
}

/** Answers that the API is only read. */
export function onlyRead(response: ServerResponse): void {
  problemAnswer(response, problemNamed('method', 'The API is for reading: ask with GET, HEAD or OPTIONS. Changes are proposed on the portal’s pages.'), { Allow: 'GET, HEAD, OPTIONS' })
}

/** Answers a program with a problem that nobody keeps, as the API itself does, also for pages of other sites. */
export function problemAnswer(response: ServerResponse, problem: Problem, headers: Record<string, string>): void {
  response.writeHead(problem.status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': inertPolicy,
    'Access-Control-Allow-Origin': '*',
    ...embedding('*'),
    'Access-Control-Expose-Headers': 'RateLimit-Policy, Retry-After',
    ...readingPolicy(),
    ...headers,
  })
  response.end(`${JSON.stringify(problem)}\n`)
}
