import { describe, expect, it } from 'vitest'
import { isPublic } from './gate'

describe('the gate', () => {
  it.each([
    ...['/', '/models/x', '/datasets/y', '/entries/z', '/sections/z', '/people/0', '/log', '/search', '/README.md', '/r/3/README.md'],
    ...['/api/suggest', '/api/v1/entries', '/_next/static/a.js', '/icon.svg'],
    ...['/stats', '/stats/lineage'],
  ])('counts %s as public', (path) => expect(isPublic(path)).toBe(true))
  it.each([
    ...['/propose', '/proposals/1', '/review', '/admin/roles', '/account', '/inbox', '/watching', '/unsubscribe', '/unsubscribe/a.b', '/people', '/review/people/0', '/sign-in', '/api/auth/session', '/api/viewer'],
    ...['/api/v10', '/api/suggestions', '/search/x', '/models/', '/logs', '/nowhere', '//', ''],
    ...['/stats/', '/stats/lineages'],
  ])('counts %s as private', (path) => expect(isPublic(path)).toBe(false))
})
