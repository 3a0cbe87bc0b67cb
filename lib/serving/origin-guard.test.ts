import { describe, expect, it } from 'vitest'
import { asksToWrite, isForeign, isPreflight, takesForeign } from './origin-guard'

const own = 'https://catalog.example'

describe('the origin guard', () => {
  it.each(['GET', 'HEAD'])('lets every %s pass', (method) => {
    for (const origin of [undefined, 'null', own, 'https://evil.example']) expect(isForeign(method, origin, own)).toBe(false)
  })
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'get'])('asks where a %s comes from', (method) => {
    expect(isForeign(method, own, own)).toBe(false)
    const others = ['https://evil.example', 'http://catalog.example', `${own}:8443`, `${own}.evil.example`, `${own}, ${own}`]
    for (const origin of [undefined, '', 'null', ...others]) expect(isForeign(method, origin, own)).toBe(true)
  })
  it('lets the one path that mail programs post to be asked from anywhere', () => {
    expect(takesForeign('/unsubscribe/abc-_1.def')).toBe(true)
    for (const path of ['/unsubscribe', '/unsubscribe/', '/unsubscribe/a/b', '/unsubscribe/a/../../watching', '/watching', '/x/unsubscribe/a']) expect(takesForeign(path)).toBe(false)
  })
  it('lets other sites ask what they may read, and nothing else', () => {
    for (const path of ['/api/v1', '/api/v1/entries']) expect(isPreflight('OPTIONS', path)).toBe(true)
    for (const path of ['/api/v10', '/api/drafts', '/', '/x/api/v1']) expect(isPreflight('OPTIONS', path)).toBe(false)
    for (const method of ['POST', 'PUT', 'options']) expect(isPreflight(method, '/api/v1/entries')).toBe(false)
  })
  it('tells who wants more of the API than to read', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of ['/api/v1', '/api/v1/entries/model/uni']) expect(asksToWrite(method, path)).toBe(true)
      for (const path of ['/api/v10', '/api/drafts', '/', '/x/api/v1']) expect(asksToWrite(method, path)).toBe(false)
    }
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(asksToWrite(method, '/api/v1')).toBe(false)
  })
})
