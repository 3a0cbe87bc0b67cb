import { describe, expect, it } from 'vitest'
import { addressAtHome } from './loopback'

const page = { accept: 'text/html,application/xhtml+xml' }
const home = 'http://localhost:3000'

describe('a page asked for under another name of this machine', () => {
  it.each(['127.0.0.1:3000', '[::1]:3000', '127.0.0.5:3000'])('%s leads to the public origin', (host) =>
    expect(addressAtHome({ method: 'GET', url: '/log?before=3', headers: { host, ...page } }, home)).toBe('http://localhost:3000/log?before=3'),
  )

  it.each([
    ['the origin itself', 'GET', '/', { host: 'localhost:3000', ...page }, home],
    ['a program that fetches', 'GET', '/', { host: '127.0.0.1:3000', accept: '*/*' }, home],
    ['a form that is sent', 'POST', '/', { host: '127.0.0.1:3000', ...page }, home],
    ['a foreign host', 'GET', '/', { host: 'evil.example:3000', ...page }, home],
    ['another port', 'GET', '/', { host: '127.0.0.1:4000', ...page }, home],
    ['a portal with a name', 'GET', '/', { host: '127.0.0.1:3000', ...page }, 'https://catalog.example'],
    ['a path that leads away', 'GET', '//evil.example/', { host: '127.0.0.1:3000', ...page }, home],
    ['no host', 'GET', '/', page, home],
  ])('not %s', (_, method, url, headers, origin) => expect(addressAtHome({ method, url, headers }, origin)).toBeNull())
})
