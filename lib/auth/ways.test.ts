import { describe, expect, it } from 'vitest'
import { isDemoPerson, demoPeople, demoPerson } from './demo-people'
import { linksOf } from './links'
import { signInError } from './sign-in-errors'
import { hasDemo, offersDemo, waysOf } from './ways'

const bare = { publicOrigin: 'http://localhost:3000', secret: 's', embedded: true }
const client = { id: 'i', secret: 's' }
const asking = (host: string | null, more: Record<string, string> = {}) => new Headers({ ...(host !== null && { host }), ...more })

describe('the demo sign-in', () => {
  it('is there on the embedded database, on loopback, with nothing else to sign in with', () => {
    expect(hasDemo(bare)).toBe(true)
    expect(offersDemo(bare, asking('127.0.0.1:3000'))).toBe(true)
  })

  it.each([
    { ...bare, embedded: false },
    { ...bare, publicOrigin: 'https://catalog.example' },
    { ...bare, proxies: 1 },
    { ...bare, github: client },
    { ...bare, orcid: { ...client, issuer: 'https://orcid.org' } },
    { ...bare, oidc: { ...client, issuer: 'https://id.example', name: 'University' } },
    { ...bare, email: { server: 'smtp://mail.example', from: 'a@example.org' } },
  ])('is off with %j', (settings) => {
    expect(hasDemo(settings)).toBe(false)
    expect(offersDemo(settings, asking('localhost'))).toBe(false)
  })

  it('refuses a request that names another host', () => {
    for (const host of [null, 'evil.example', '192.0.2.7:3000']) expect(offersDemo(bare, asking(host))).toBe(false)
  })

  it('refuses what came through a proxy, whomever that names', () => {
    expect(offersDemo(bare, asking('localhost:3000', { forwarded: 'for=unknown' }))).toBe(false)
  })

  it('knows its people, and nobody else', () => {
    for (const person of demoPeople) {
      expect(demoPerson(person.key)).toBe(person)
      expect(isDemoPerson(person.id)).toBe(true)
    }
    expect(demoPerson('admin')).toBeUndefined()
    expect(isDemoPerson('01a20f93-116e-73c8-bdb5-51ed78c17f3a')).toBe(false)
  })
})

it('offers the ways whose settings are present', () => {
  const all = { ...bare, github: client, orcid: { ...client, issuer: 'https://orcid.org' },
    oidc: { ...client, issuer: 'https://id.example', name: 'University' }, email: { server: 'smtp://mail.example', from: 'a@example.org' } }
  expect(waysOf(all).map(({ name }) => name)).toEqual(['ORCID', 'GitHub', 'University', 'E-mail'])
  expect(waysOf(bare)).toEqual([])
})

it.each([['contributor', 5], ['maintainer', 6], ['admin', 7]] as const)('leads a %s to %d places', (role, count) => {
  expect(linksOf({ id: 'me', name: null, role })).toHaveLength(count)
})

it('says what went wrong with a sign-in, whatever the code', () => {
  expect(signInError(undefined)).toBeUndefined()
  expect(signInError('Verification')).toContain('more than an hour old')
  for (const code of ['', 'github', 'toString', '__proto__']) expect(signInError(code)).toBe('The sign-in did not work. Try again.')
})
