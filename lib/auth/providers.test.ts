import type { OAuthConfig } from 'next-auth/providers/index'
import { describe, expect, it } from 'vitest'
import { identityOf, nameIn, providersOf } from './providers'

const client = { id: 'i', secret: 's' }
const settings = {
  publicOrigin: 'https://catalog.example', secret: 's', embedded: false,
  github: client, orcid: { ...client, issuer: 'https://orcid.org' },
  oidc: { ...client, issuer: 'https://id.example/realm/', name: 'University' },
  email: { server: 'smtp://mail.example', from: 'a@example.org' },
}

function oauth(id: string): OAuthConfig<Record<string, unknown>> {
  const provider = providersOf(settings).find((each) => each.id === id)
  if (provider?.type !== 'oauth') throw new Error(`no provider ${id}`)
  return provider
}

describe('the providers', () => {
  it('are those whose settings are present', () => {
    expect(providersOf(settings).map(({ id }) => id)).toEqual(['orcid', 'github', 'oidc', 'email'])
    expect(providersOf({ publicOrigin: 'https://catalog.example', secret: 's', embedded: false })).toEqual([])
  })

  it('all check PKCE and state, OpenID Connect the nonce as well, and none links by address', () => {
    for (const id of ['orcid', 'github', 'oidc']) {
      expect(oauth(id).checks).toEqual(expect.arrayContaining(['pkce', 'state']))
      expect(oauth(id).allowDangerousEmailAccountLinking).toBeUndefined()
    }
    for (const id of ['orcid', 'oidc']) expect(oauth(id).checks).toContain('nonce')
    expect(oauth('oidc').wellKnown).toBe('https://id.example/realm/.well-known/openid-configuration')
  })

  it.each([
    ['github', { id: 7, login: 'rosa', name: null, email: 'rosa@example.org' }, '7', 'rosa'],
    ['github', { id: 7, login: 'rosa', name: 'Rosa Luna' }, '7', 'Rosa Luna'],
    ['orcid', { iss: 'https://orcid.org', sub: '0000-0002-1825-0097' }, 'https://orcid.org#0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['orcid', { iss: 'https://orcid.org', sub: '1', given_name: 'Rosa', family_name: 'Luna' }, 'https://orcid.org#1', 'Rosa Luna'],
    ['oidc', { iss: 'https://id.example', sub: '1', name: 'Rosa', email: 'rosa@example.org' }, 'https://id.example#1', 'Rosa'],
    ['oidc', { iss: 'https://id.example', sub: '1', preferred_username: 'rosa@example.org' }, 'https://id.example#1', null],
  ])('%s reads %j, and keeps no address', async (id, profile, identity, name) => {
    expect(await oauth(id).profile(profile, {})).toEqual({ id: identity, name, email: null, image: null })
  })

  it('tell issuers apart', () => {
    expect(identityOf({ iss: 'https://a.example', sub: '1' })).not.toBe(identityOf({ iss: 'https://b.example', sub: '1' }))
    expect(nameIn({ preferred_username: 'rosa' })).toBe('rosa')
  })
})
