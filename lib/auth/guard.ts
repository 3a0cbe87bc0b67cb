import { settings } from '@/lib/env'
import { isOwnOrigin } from './origin'

/** The answer to a POST that did not come from one of the portal's pages; null: it did. Next checks no route handler. */
export function foreignPost(request: Request): Response | null {
  if (isOwnOrigin(request.headers.get('origin'), settings().publicOrigin)) return null
  return new Response('This request did not come from one of the portal’s own pages.\n', {
    status: 403,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
