import type { Server } from 'node:http'

const SECOND = 1_000

/**
 * Gives a server the patience that node leaves to its user: how long a request may take to arrive, and a silent connection
 * stay. Kept connections outlive the 60 s of common balancers, which would else send requests into a closing one.
 */
export function setLimits(server: Server): void {
  server.headersTimeout = 15 * SECOND
  server.requestTimeout = 30 * SECOND
  server.timeout = 120 * SECOND
  server.keepAliveTimeout = 65 * SECOND
  server.maxRequestsPerSocket = 0
}
