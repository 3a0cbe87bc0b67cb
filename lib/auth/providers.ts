import type { OAuthConfig, Provider } from 'next-auth/providers/index'
import Email from 'next-auth/providers/email'
import { createTransport } from 'nodemailer'
import type { Client, Settings } from '@/lib/env'
import { emailAddress } from './email-address'

// Addresses and pictures are left where they are: null, whatever a provider offers.
const nothingElse = { email: null, image: null }

/** The sign-in providers whose settings are present, in the order in which the sign-in page offers them. */
export function providersOf({ github, orcid, oidc, email, publicOrigin }: Settings): Provider[] {
  return [
    ...(orcid ? [orcidProvider(orcid)] : []),
    ...(github ? [githubProvider(github)] : []),
    ...(oidc ? [openIdProvider('oidc', oidc)] : []),
    ...(email ? [emailProvider(email, publicOrigin)] : []),
  ]
}

// Written out, not taken from next-auth's own: that one asks for the person's addresses.
function githubProvider({ id, secret }: Client): OAuthConfig<{ id: number; login: string; name?: string | null }> {
  return {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    issuer: 'https://github.com/login/oauth',
    authorization: { url: 'https://github.com/login/oauth/authorize', params: { scope: '' } },
    token: 'https://github.com/login/oauth/access_token',
    userinfo: 'https://api.github.com/user',
    checks: ['pkce', 'state'],
    clientId: id,
    clientSecret: secret,
    profile: (profile) => ({ id: String(profile.id), name: profile.name || profile.login, ...nothingElse }),
  }
}

interface Claims {
  iss: string
  sub: string
  name?: string
  preferred_username?: string
  given_name?: string
  family_name?: string
}

function openIdProvider(id: string, oidc: Client & { issuer: string; name: string }): OAuthConfig<Claims> {
  return {
    id,
    name: oidc.name,
    type: 'oauth',
    wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId: oidc.id,
    clientSecret: oidc.secret,
    // Names are often in the userinfo alone; who it is comes from the signed token, so its claims go last.
    userinfo: {
      async request({ client, tokens }) {
        // next-auth's type for it says less than it is; given whole, the client also compares the two subjects.
        const verified = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>
        const more = client.issuer.metadata.userinfo_endpoint ? await client.userinfo(verified) : {}
        return { ...more, ...verified.claims() }
      },
    },
    profile: (claims) => ({ id: identityOf(claims), name: nameIn(claims), ...nothingElse }),
  }
}

// ORCID speaks OpenID Connect, but reads the secret only from the body and knows the one scope.
function orcidProvider(orcid: Client & { issuer: string }): OAuthConfig<Claims> {
  return {
    ...openIdProvider('orcid', { ...orcid, name: 'ORCID' }),
    authorization: { params: { scope: 'openid' } },
    client: { token_endpoint_auth_method: 'client_secret_post' },
    profile: (claims) => ({ id: identityOf(claims), name: nameIn(claims) ?? claims.sub, ...nothingElse }),
  }
}

/** Who somebody is, to an OpenID Connect provider: a subject means nothing without its issuer. */
export function identityOf({ iss, sub }: Pick<Claims, 'iss' | 'sub'>): string {
  return `${iss}#${sub}`
}

/** What to call somebody, by their claims. A username that is an address is no public name. */
export function nameIn(claims: Omit<Claims, 'iss' | 'sub'>): string | null {
  const parts = [claims.given_name, claims.family_name].filter(Boolean).join(' ')
  return [claims.name, parts, claims.preferred_username].find((name) => name && !name.includes('@')) ?? null
}

const AN_HOUR = 60 * 60

function emailProvider({ server, from }: { server: string; from: string }, publicOrigin: string): Provider {
  return Email({
    server,
    from,
    maxAge: AN_HOUR,
    normalizeIdentifier(given) {
      const address = emailAddress(given)
      if (address === null) throw new Error('no e-mail address')
      return address
    },
    // Plain text: nothing to render, nothing to track, and the address that the link leads to is there to read.
    async sendVerificationRequest({ identifier, url }) {
      const { host } = new URL(publicOrigin)
      await createTransport(server).sendMail({
        to: { name: '', address: identifier },
        from,
        subject: `Sign in to ${host}`,
        text: `To sign in to ${host}, open this address within an hour:\n\n${url}\n\nIf you did not ask for it, do nothing.\n`,
      })
    },
  })
}
