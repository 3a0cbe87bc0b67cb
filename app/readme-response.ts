import type { Exported } from '@/lib/readme/export'

/** The validator of a README: one revision has one README. */
export function readmeTag(revision: number): string {
  return `"readme-r${revision}"`
}

/** Whether a request already holds what has this tag. Compared weakly, as RFC 9110 asks for If-None-Match: a proxy may have weakened it. */
export function isHeld(request: Request, tag: string): boolean {
  const held = request.headers.get('if-none-match')
  return held !== null && held.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
}

/** A README as a response, its bytes as they are; without them where the request holds them already. */
export function readmeResponse({ revision, text }: Exported, cacheControl: string): Response {
  return new Response(text, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', ETag: readmeTag(revision), 'Cache-Control': cacheControl },
  })
}

/** The answer to a request that holds the bytes already. */
export function unchanged(revision: number, cacheControl: string): Response {
  return new Response(null, { status: 304, headers: { ETag: readmeTag(revision), 'Cache-Control': cacheControl } })
}

/** What there is no README for, in a sentence. */
export function noReadme(sentence: string): Response {
  return new Response(`${sentence}\n`, { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' } })
}
