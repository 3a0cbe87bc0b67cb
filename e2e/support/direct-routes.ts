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
  ['GET /api/suggest', '/api/suggest?q=uni'],
  ['GET /api/v1', '/api/v1'],
  ['GET /api/v1/[...rest]', '/api/v1/nothing'],
  ['GET /api/v1/changes', '/api/v1/changes'],
  ['GET /api/v1/entries', '/api/v1/entries'],
  ['GET /api/v1/entries/[kind]/[slug]', '/api/v1/entries/model/uni'],
  ['GET /api/v1/entries/[kind]/[slug]/revisions', '/api/v1/entries/model/uni/revisions'],
  ['GET /api/v1/openapi.json', '/api/v1/openapi.json'],
  ['GET /api/v1/revisions', '/api/v1/revisions'],
  ['GET /api/v1/revisions/[number]', '/api/v1/revisions/1'],
  ['GET /api/v1/search', '/api/v1/search?q=uni'],
  ['GET /api/v1/sections', '/api/v1/sections'],
  ['GET /api/v1/sections/[slug]', '/api/v1/sections/text'],
  ['GET /r/[revision]/[file]', '/r/1/models.csv'],
  ['GET /sitemaps/[part]', '/sitemaps/all.xml'],
  ['GET /take/[kind]/[slug]/[format]', '/models/uni.bib'],
  ['GET /take/feed/[slug]', '/sections/text.atom'],
  ['GET /take/list/[what]/[format]', '/catalog.csv'],
  ['GET /take/page/[...page]', '/log.md'],
  ['GET /take/picture/[kind]/[slug]', '/models/uni.png'],
  ['GET /CITATION.cff', '/CITATION.cff'],
  ['GET /bibliography.bib', '/bibliography.bib'],
  ['GET /feed.atom', '/feed.atom'],
  ['GET /llms.txt', '/llms.txt'],
  ['GET /opensearch.xml', '/opensearch.xml'],
  ['GET /robots.txt', '/robots.txt'],
  ['GET /search.atom', '/search.atom?q=uni'],
  ['GET /sitemap.xml', '/sitemap.xml'],
  ['GET /api/auth/[...nextauth]', '/api/auth/signout?callbackUrl=/'],
]
