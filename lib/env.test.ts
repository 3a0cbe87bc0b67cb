import { describe, expect, it } from 'vitest'
import { limits, parseSettings } from './env'

const secret = 's'.repeat(32)

function problem(environment: Record<string, string>): string {
  const parsed = parseSettings({ NEXTAUTH_SECRET: secret, ...environment })
  return parsed.ok ? '' : parsed.message
}

describe('the settings', () => {
  it('need nothing but the secret', () => {
    expect(parseSettings({ NEXTAUTH_SECRET: secret })).toEqual({ ok: true, value: { publicOrigin: 'http://localhost:3000', secret, embedded: false } })
  })

  it('take every way to sign in', () => {
    const parsed = parseSettings({
      NEXTAUTH_SECRET: secret, NEXTAUTH_URL: 'https://catalog.example/', PORTAL_EMBEDDED: '1',
      GITHUB_ID: 'g', GITHUB_SECRET: 'gs', ORCID_ID: 'o', ORCID_SECRET: 'os', ORCID_ISSUER: 'https://sandbox.orcid.org',
      OIDC_ISSUER: 'https://id.example', OIDC_ID: 'i', OIDC_SECRET: 'is', OIDC_NAME: 'University',
      EMAIL_SERVER: 'smtp://mail.example:25', EMAIL_FROM: 'catalog@example.org',
      PORTAL_LOOKUPS: 'off', PORTAL_LOOKUP_ORIGIN: 'http://127.0.0.1:8080/',
      PORTAL_PROXIES: '1', PORTAL_CACHE_MB: '256',
    })
    expect(parsed).toEqual({ ok: true, value: {
      publicOrigin: 'https://catalog.example', secret, embedded: true, github: { id: 'g', secret: 'gs' },
      orcid: { id: 'o', secret: 'os', issuer: 'https://sandbox.orcid.org' },
      oidc: { id: 'i', secret: 'is', issuer: 'https://id.example', name: 'University' },
      email: { server: 'smtp://mail.example:25', from: 'catalog@example.org' },
      lookups: 'off', lookupOrigin: 'http://127.0.0.1:8080',
      proxies: 1, cacheMegabytes: 256,
    } })
  })

  it('count an empty value as absent', () => {
    expect(parseSettings({ NEXTAUTH_SECRET: secret, GITHUB_ID: '', GITHUB_SECRET: ' ', NEXTAUTH_URL: '' }).ok).toBe(true)
  })

  it.each([
    [{ GITHUB_ID: 'g' }, 'GITHUB_ID is set, but GITHUB_SECRET is not.'],
    [{ ORCID_SECRET: 'o' }, 'ORCID_SECRET is set, but ORCID_ID is not.'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_ISSUER is set, but OIDC_ID and OIDC_SECRET are not.'],
    [{ OIDC_ISSUER: 'https://id.example', OIDC_ID: 'i' }, 'OIDC_ISSUER and OIDC_ID are set, but OIDC_SECRET is not.'],
    [{ EMAIL_FROM: 'a@example.org' }, 'EMAIL_FROM is set, but EMAIL_SERVER is not.'],
    [{ NEXTAUTH_URL: 'catalog.example' }, 'NEXTAUTH_URL must be an http or https address.'],
    [{ NEXTAUTH_URL: 'https://catalog.example/portal' }, 'NEXTAUTH_URL must be an origin, without a path.'],
    [{ PORTAL_LOOKUPS: 'no' }, 'PORTAL_LOOKUPS must be on or off.'],
    [{ PORTAL_LOOKUP_ORIGIN: 'https://services.example' }, 'PORTAL_LOOKUP_ORIGIN must lead to this very machine; it is for tests.'],
    [{ PORTAL_LOOKUP_ORIGIN: 'file:///etc' }, 'PORTAL_LOOKUP_ORIGIN must be an http or https address.'],
    [{ NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET must have at least 32 characters.'],
    [{ PORTAL_LIMIT_PROPOSALS: '5 per hour' }, 'PORTAL_LIMIT_PROPOSALS must be `off`, or like 5/600'],
    [{ PORTAL_LIMIT_PENDING: '0' }, 'PORTAL_LIMIT_PENDING must be `off` or a number.'],
    [{ PORTAL_CACHE_MB: '0' }, 'PORTAL_CACHE_MB must be how many megabytes'],
    [{ PORTAL_PROXIES: '-1' }, 'PORTAL_PROXIES must be how many proxies'],
    [{ NEXTAUTH_SECRET: '' }, 'NEXTAUTH_SECRET is not set'],
  ])('%j is refused', (environment, message) => expect(problem(environment)).toContain(message))

  it('never repeat a value', () => {
    expect(problem({ NEXTAUTH_SECRET: 'short', EMAIL_SERVER: 'http://user:hunter2@mail.example' })).not.toMatch(/hunter2|short\b/)
  })
})

describe('the limits', () => {
  it('are those of the big registries where nothing is set', () =>
    expect(limits({ PORTAL_LIMIT_UPDATES: '' })).toEqual({
      signIn: { burst: 10, seconds: 30 }, proposals: { burst: 5, seconds: 600 }, updates: { burst: 30, seconds: 60 }, reading: { burst: 600, seconds: 1 }, pending: 3,
    }))

  it('can be set, and lifted', () =>
    expect(limits({ PORTAL_LIMIT_SIGN_IN: '100/1', PORTAL_LIMIT_PROPOSALS: 'off', PORTAL_LIMIT_UPDATES: 'off', PORTAL_LIMIT_READING: 'off', PORTAL_LIMIT_PENDING: 'off' })).toEqual({
      signIn: { burst: 100, seconds: 1 }, proposals: null, updates: null, reading: null, pending: null,
    }))

  it('are never lifted by a slip', () => expect(() => limits({ PORTAL_LIMIT_PENDING: 'of' })).toThrow('PORTAL_LIMIT_PENDING'))
})
