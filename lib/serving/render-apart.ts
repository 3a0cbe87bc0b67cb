import inject from 'light-my-request'
import type { OutgoingHttpHeaders } from 'node:http'
import type { PageHandler } from './handler'
import { withPageStatus } from './page-status'

/** An answer as Next made it, before anything of ours. */
export interface Rendered {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
}

/** Has an address answered for nobody in particular, in `most` bytes at most. Rejects where Next does. */
export type RenderApart = (url: string, most: number) => Promise<Rendered | 'too long'>

/**
 * Has Next answer an address for nobody in particular: the request is made here, of the address and the settings alone, so that nothing
 * that a visitor sent can be in an answer that others get.
 */
export function renderApart(next: PageHandler, publicOrigin: string): RenderApart {
  const { host, protocol } = new URL(publicOrigin)
  const headers = {
    ...{ host, accept: '*/*', 'user-agent': '' },
    ...{ 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-for': '' },
  }
  return async (url, most) => {
    const answer = await inject(
      (request, response) => {
        const answered = withPageStatus(response, async () => next(request, response))
        answered.catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))))
      },
      { method: 'GET', url, headers, payloadAsStream: true },
    )
    const body = await collect(answer.stream(), most)
    if (body) return { status: answer.statusCode, headers: answer.headers, body }
    // As a visitor who leaves: Next stops reading what it would have written.
    answer.raw.res.destroy()
    return 'too long'
  }
}

/** What a stream holds; null, and an end to it, as soon as that is more than `most` bytes. */
async function collect(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
