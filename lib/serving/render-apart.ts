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

/**
 * Has Next answer an address for nobody in particular: the request is made here, of the address and the settings alone, so that nothing
 * that a visitor sent can be in an answer that others get. Rejects where Next does.
 */
export function renderApart(next: PageHandler, publicOrigin: string): (url: string) => Promise<Rendered> {
  const { host, protocol } = new URL(publicOrigin)
  const headers = {
    ...{ host, accept: '*/*', 'user-agent': '' },
    ...{ 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-for': '' },
  }
  return async (url) => {
    const { statusCode, headers: made, rawPayload } = await inject(
      (request, response) => {
        const answered = withPageStatus(response, async () => next(request, response))
        answered.catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))))
      },
      { method: 'GET', url, headers },
    )
    return { status: statusCode, headers: made, body: rawPayload }
  }
}
