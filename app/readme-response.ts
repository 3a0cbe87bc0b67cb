import { holds } from '@/lib/api/conditional'
import type { Snapshot } from '@/lib/api/snapshot'
import { streamOf } from './streamed'

/** The validator of a README: one revision has one README. */
function tagOf(revision: number): string {
  return `"readme-r${revision}"`
}

/** Whether a request already holds the README of a revision. */
export function isHeld(request: Request, { revision }: Snapshot): boolean {
  return holds(request.headers.get('if-none-match'), tagOf(revision))
}

/** A README as a response, its bytes as they are; those of a long one as they are read. */
export function readmeResponse(snapshot: Snapshot, text: string | AsyncGenerator<string>, cacheControl: string): Response {
  return new Response(typeof text === 'string' ? text : streamOf(text), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', ...headersOf(snapshot, cacheControl) },
  })
}

/** The answer to a request that holds the bytes already. */
export function unchanged(snapshot: Snapshot, cacheControl: string): Response {
  return new Response(null, { status: 304, headers: headersOf(snapshot, cacheControl) })
}

/** Pages of other sites may read it, as they may the API and the dumps. */
function headersOf({ revision, at }: Snapshot, cacheControl: string): Record<string, string> {
  return { ETag: tagOf(revision), 'Last-Modified': at.toUTCString(), 'Cache-Control': cacheControl, 'Access-Control-Allow-Origin': '*' }
}
