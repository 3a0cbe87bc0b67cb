import { describe, expect, it } from 'vitest'
import { publicAddress, rememberAddresses } from './address'

describe('the one spelling of an address', () => {
  it.each([
    ['/', '/'],
    ['/?', '/'],
    ['/?q=a&kind=model', '/?kind=model&q=a'],
    ['/?q=b&q=a', '/?q=b&q=a'],
    ['/?q=a%20b+c', '/?q=a+b+c'],
    ['/?q=%E5%8C%BB', '/?q=%E5%8C%BB'],
    ['/?q=医', '/?q=%E5%8C%BB'],
    ['/?utm_source=mail&fbclid=1', '/'],
    ['/models/x?whatever=1', '/models/x?whatever=1'],
    ['/README.md', '/README.md'],
  ])('of %s is %s', (url, spelling) => expect(publicAddress(url)?.url).toBe(spelling))

  it.each([
    ...['/review', '/api/viewer', '/proposals?q=1', '//', '/models/../review', '/models/%2e%2e/review', '/models//x', '/models/./x', '/models/%E0%A4%A'],
    ...['/?_rsc=1', `/?q=${'a'.repeat(3_000)}`, 'http://evil.example/', '/models/a b', '/models/x\\y', '/models/x#y'],
  ])('is none for %s', (url) => expect(publicAddress(url)).toBeNull())

  it('tells pages of the catalog from what there is no end of, and both from the build’s own', () => {
    expect(publicAddress('/models/x')).toMatchObject({ isPlain: true, isOfBuild: false, isForPrograms: false })
    expect(publicAddress('/models/x?q=1')).toMatchObject({ isPlain: false })
    expect(publicAddress('/models/%78')).toMatchObject({ isPlain: false })
    expect(publicAddress('/_next/static/a.js')).toMatchObject({ isPlain: true, isOfBuild: true })
    expect(publicAddress('/api/v1/entries')).toMatchObject({ isForPrograms: true })
  })

  it('is the same when it is remembered', () => {
    const addressOf = rememberAddresses()
    for (const url of ['/?q=b&kind=a', '/review', '/?q=b&kind=a', '/review']) expect(addressOf(url)).toEqual(publicAddress(url))
  })
})
