/** The validator of a README: one revision has one README. */
export function readmeTag(revision: number): string {
  return `"readme-r${revision}"`
}

/** Whether a request already holds what has this tag. Compared weakly, as RFC 9110 asks for If-None-Match: a proxy may have weakened it. */
export function isHeld(request: Request, tag: string): boolean {
  const held = request.headers.get('if-none-match')
  return held !== null && held.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
}

/** A README as a response, its bytes as they are; those of a long one as they are read. */
export function readmeResponse(revision: number, text: string | AsyncGenerator<string>, cacheControl: string): Response {
  return new Response(typeof text === 'string' ? text : bytesOf(text), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', ETag: readmeTag(revision), 'Cache-Control': cacheControl },
  })
}

/** Reads on only as far as somebody takes it; who breaks off ends the reading. */
function bytesOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
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
