import { describe, expect, it } from 'vitest'
import { acceptedEncoding, isLongEnough, shrinks } from './encoding'

describe('the encoding of a body', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['br; q=0, *', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=nonsense', null],
    ['identity', null],
    ['', null],
    [undefined, null],
  ])('for %s is %s', (header, encoding) => expect(acceptedEncoding(header)).toBe(encoding))

  it.each([
    ...['text/html; charset=utf-8', 'text/x-component', 'application/json', 'application/ld+json'],
    ...['application/rss+xml', 'application/javascript; charset=UTF-8', 'image/svg+xml'],
  ])('is worth it for %s', (type) => expect(shrinks(type)).toBe(true))
  it.each(['font/woff2', 'image/png', 'application/octet-stream', ''])('is not for "%s"', (type) =>
    expect(shrinks(type)).toBe(false))

  it('is left out for the small', () => {
    expect([null, 0, 1023, 1024].map(isLongEnough)).toEqual([true, false, false, true])
  })
})
