import { describe, expect, it } from 'vitest'
import { isLoopback, isOwnOrigin, ownPath } from './origin'

const portal = 'https://catalog.example'

describe('the origin', () => {
  it.each([[portal, true], [null, false], ['null', false], ['', false], ['http://catalog.example', false],
    ['https://catalog.example:8443', false], ['https://catalog.example.evil.example', false], ['https://catalog.example/', false]])(
    '%s is own: %s', (origin, own) => expect(isOwnOrigin(origin, portal)).toBe(own))
})

describe('loopback', () => {
  it.each(['localhost', 'localhost:3000', 'LOCALHOST:1', '127.0.0.1:3000', '127.8.9.1', '[::1]', '[::1]:3000'])('%s is this machine', (host) =>
    expect(isLoopback(host)).toBe(true))
  it.each([null, '', 'catalog.example', 'localhost.evil.example', '127.0.0.1.evil.example:3000', 'evil.example:127', '128.0.0.1', '0.0.0.0'])(
    '%s is not', (host) => expect(isLoopback(host)).toBe(false))
})

describe('where to go after signing in', () => {
  it.each([['/proposals?x=1#a', '/proposals?x=1#a'], [`${portal}/review`, '/review'], ['review', '/review'], ['/accounts', '/accounts']])(
    '%s leads to %s', (to, path) => expect(ownPath(to, portal)).toBe(path))
  it.each([null, undefined, '', 'https://evil.example/x', '//evil.example', '/\\evil.example', '\\\\evil.example', '/.//evil.example',
    'javascript:alert(1)', 'data:text/html,x', 'http://catalog.example/', 'https://catalog.example@evil.example/', 'http://', '\t//evil.example',
    '/sign-in', '/sign-in?to=/', '/api/auth/signout', '/./sign-in'])('%j leads home', (to) => expect(ownPath(to, portal)).toBe('/'))
})
