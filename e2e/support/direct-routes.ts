import type { Headers } from './direct'

/** What says that a request comes from elsewhere than the portal's own pages. */
export const elsewhere: Record<string, Headers> = {
  'another origin': { origin: 'https://evil.example' },
  'no origin': {},
  'a null origin': { origin: 'null' },
  'another origin, and a proxy’s word for it': { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  'another origin, and its host': { origin: 'http://evil.example', host: 'evil.example' },
}

/** The routes that take something, and where. */
export const posts: Record<string, { path: string; body: Record<string, unknown> | URLSearchParams; by: 'nobody' | 'stranger'; reads?: true; anywhere?: true }> = {
  'POST /api/lookup': { path: '/api/lookup', body: { text: '@misc{a, title = {A}}' }, by: 'stranger' },
  // Of a notice that is nobody's, and by a token that is none.
  'POST /inbox/open': { path: '/inbox/open', body: new URLSearchParams({ notice: '999999' }), by: 'stranger', reads: true },
  'POST /inbox/read': { path: '/inbox/read', body: new URLSearchParams({ notice: '1' }), by: 'stranger', reads: true },
  'POST /unsubscribe/[token]': { path: '/unsubscribe/nonsense', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), by: 'nobody', anywhere: true },
  'PUT /api/drafts': { path: '/api/drafts', body: { form: 'kept too', over: 1, draft: null }, by: 'stranger' },
  'POST /api/auth/demo': { path: '/api/auth/demo', body: new URLSearchParams({ as: 'maintainer', callbackUrl: '/' }), by: 'nobody' },
  'POST /api/auth/[...nextauth]': { path: '/api/auth/signout', body: new URLSearchParams({ callbackUrl: '/' }), by: 'stranger' },
}
/** The method in a route's name. */
export const methodOf = (route: string) => route.slice(0, route.indexOf(' '))

/** The routes that are asked, and where. */
export const reads: readonly [route: string, path: string][] = [
  ['GET /README.md', '/README.md'],
  ['GET /r/[revision]/README.md', '/r/1/README.md'],
  ['GET /api/viewer', '/api/viewer'],
  ['GET /api/duplicates', '/api/duplicates?kind=model&name=UNI'],
  ['GET /unsubscribe/[token]', '/unsubscribe/nonsense'],
  ['GET /api/auth/[...nextauth]', '/api/auth/signout?callbackUrl=/'],
]
