import { settings } from '@/lib/env'

export const dynamic = 'force-dynamic'

// Whole dumps, and addresses that only somebody with a session can use.
const closed = ['/api/', '/r/', '/propose', '/proposals', '/review', '/admin/', '/account', '/inbox', '/tray', '/watching', '/sign-in', '/unsubscribe']

/** What crawlers may read: every public page. */
export function GET(): Response {
  const lines = ['User-agent: *', 'Allow: /api/v1', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${settings().publicOrigin}/sitemap.xml`, '']
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, no-cache' } })
}
