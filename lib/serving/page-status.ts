import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

// On the global object: the server and the pages that Next bundled each have a copy of this module, and must mean one store.
const key = Symbol.for('catalog-portal.page-status')
const shared = globalThis as { [key]?: AsyncLocalStorage<ServerResponse> }
const answered = (shared[key] ??= new AsyncLocalStorage<ServerResponse>())

/** Runs what renders the answer to a request, so that a page in it can say its status. */
export function withPageStatus<T>(response: ServerResponse, render: () => T): T {
  return answered.run(response, render)
}

/**
 * Gives the page being rendered a status other than 200, and whether it could. Next's own way, throwing `notFound()`, sends an
 * empty page that only a script fills in, and knows neither "forbidden" nor "gone".
 */
export function setPageStatus(status: 403 | 404 | 410): boolean {
  const response = answered.getStore()
  if (!response || response.headersSent) return false
  response.statusCode = status
  return true
}
