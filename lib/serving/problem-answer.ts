import type { ServerResponse } from 'node:http'
import { problemNamed, problemOf } from '@/lib/api/problem'
import type { Problem } from '@/lib/api/schemas'
import { fail, type Failure } from '@/lib/errors'
import { readingPolicy } from '@/lib/limits/reading'
import { inertPolicy } from './csp'
import { embedding } from './embedding'
import { isOfApi } from './gate'
import { plainAnswer } from './plain-answer'

/** Answers what a program understands (RFC 9457) that it has had too much, and when to come back. */
export function tooMuch(response: ServerResponse, failure: Failure): void {
  const { retryAfter = 1 } = failure
  problemAnswer(response, problemOf(failure), { 'Retry-After': String(retryAfter) })
}

/** Answers that the API is only read. */
export function onlyRead(response: ServerResponse): void {
  problemAnswer(response, problemNamed('method', 'The API is for reading: ask with GET, HEAD or OPTIONS. Changes are proposed on the portal’s pages.'), { Allow: 'GET, HEAD, OPTIONS' })
}

/** Answers what went wrong as whoever asked for an address understands it: of the API as a problem, of anything else in its sentence. */
export function failureAnswer(response: ServerResponse, url: string, problem: Problem): void {
  if (isOfApi(url)) problemAnswer(response, problem, {})
  else plainAnswer(response, problem.status, problem.detail)
}

/** A bug, of which the visitor hears no more than this. */
export const bug = problemOf(fail('bug', 'Something went wrong on our side. Try again in a moment.'))

function problemAnswer(response: ServerResponse, problem: Problem, headers: Record<string, string>): void {
  response.writeHead(problem.status, { ...problemHeaders(), ...headers })
  response.end(problemText(problem))
}

/** The headers of a problem that nobody keeps, as the API's own has them, also for pages of other sites. */
export function problemHeaders(): Record<string, string> {
  return {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': inertPolicy,
    'Access-Control-Allow-Origin': '*',
    ...embedding('*'),
    'Access-Control-Expose-Headers': 'RateLimit-Policy, Retry-After',
    ...readingPolicy(),
  }
}

/** The body of a problem. */
export function problemText(problem: Problem): string {
  return `${JSON.stringify(problem)}\n`
}
