import { describe, expect, it } from 'vitest'
import { isForPrograms, isPublic } from './gate'

describe('the gate', () => {
  it.each([
    ...['/', '/models/x', '/datasets/y', '/entries/z', '/sections/z', '/people/0', '/log', '/search', '/README.md', '/r/3/README.md'],
    ...['/api', '/cite', '/CITATION.cff', '/llms.txt', '/opensearch.xml', '/sitemap.xml', '/sitemaps/all.xml', '/robots.txt'],
    ...['/models/uni.bib', '/r/3/manifest.json', '/api/v1'],
    ...['/api/suggest', '/api/v1/entries', '/_next/static/a.js', '/icon.svg'],
    ...['/stats', '/stats/lineage', '/compare', '/index.md', '/log.md', '/stats/lineage.md', '/people/0.md'],
    ...['/new', '/feed.atom', '/search.atom', '/sections/text.atom', '/sections/text.png', '/models/uni.png', '/catalog.png', '/stats.png'],
  ])('counts %s as public', (path) => expect(isPublic(path)).toBe(true))
  it.each([
    ...['/propose', '/proposals/1', '/review', '/admin/roles', '/account', '/inbox', '/watching', '/unsubscribe', '/unsubscribe/a.b', '/people', '/review/people/0', '/sign-in', '/api/auth/session', '/api/viewer'],
    ...['/r/3/catalog.ndjson', '/r/3/models.csv', '/sections/text.md', '/catalog.csv', '/selection.bib', '/bibliography.bib', '/api/v10', '/api/suggestions', '/search/x', '/search.csv', '/api/lookup', '/catalog.exe', '/take/sections/text/csv', '/models/', '/logs', '/nowhere', '//', ''],
    ...['/stats/', '/stats/lineages', '/compare/x', '/catalog.atom', '/search.png', '/take/feed/text', '/take/page/log', '/nothing.md', '/news'],
  ])('counts %s as private', (path) => expect(isPublic(path)).toBe(false))
  it('tells what is for programs', () => {
    for (const path of ['/api/v1', '/api/v1/entries', '/r/3/catalog.ndjson', '/r/3/manifest.json', '/sections/text.csv', '/bibliography.bib', '/take/list/catalog/csv', '/feed.atom', '/models/uni.png', '/models/uni.PNG', '/Sections/text.Atom', '/SECTIONS/text.csv']) expect(isForPrograms(path)).toBe(true)
    for (const path of ['/', '/api', '/api/viewer', '/sections/text', '/README.md', '/r/3/README.md']) expect(isForPrograms(path)).toBe(false)
  })
})
