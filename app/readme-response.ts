import { holds } from '@/lib/api/conditional'
import { streamOf } from './streamed'

/** The validator of a README: one revision has one README. */
function tagOf(revision: number): string {
  return `"readme-r${revision}"`
}

/** Whether a request already holds the README of a revision. */
export function isHeld(request: Request, revision: number): boolean {
  return holds(request.headers.get('if-none-match'), tagOf(revision))
}

/** A README as a response, its bytes as they are; those of a long one as they are read. */
export function readmeResponse(revision: number, text: string | AsyncGenerator<string>, cacheControl: string): Response {
  return new Response(typeof text === 'string' ? text : streamOf(text), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', ETag: tagOf(revision), 'Cache-Control': cacheControl },
  })
}

/** The answer to a request that holds the bytes already. */
export function unchanged(revision: number, cacheControl: string): Response {
  return new Response(null, { status: 304, headers: { ETag: tagOf(revision), 'Cache-Control': cacheControl } })
}
