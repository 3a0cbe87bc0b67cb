import 'server-only'
import type { AuthOptions } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { cookiesOf } from './cookies'
import { makeFirstAdmin } from './first-admin'
import { databaseAdapter, newSessionToken, SESSION_SECONDS } from './adapter'
import { isDemoPerson } from './demo-people'
import { log } from './log'
import { ownPath } from './origin'
import { providersOf } from './providers'
import { hasDemo } from './ways'

const AN_HOUR = 60 * 60

let cached: AuthOptions | undefined

/** next-auth's options, made at first use so that a build needs neither settings nor database. */
export function authOptions(): AuthOptions {
  return (cached ??= make())
}

/**
 * next-auth's storage. A demo person's session holds no more as soon as there is another way to sign in: next-auth itself would give the
 * account that somebody signs in with to the person whose session their browser still has.
 */
function storage(): Adapter {
  const adapter = databaseAdapter(database())
  if (hasDemo(settings())) return adapter
  const getSessionAndUser = async (token: string) => {
    const found = await adapter.getSessionAndUser?.(token)
    return found && !isDemoPerson(found.user.id) ? found : null
  }
  return { ...adapter, getSessionAndUser }
}

function make(): AuthOptions {
  const { publicOrigin, secret, firstAdmin, ...rest } = settings()
  return {
    adapter: storage(),
    providers: providersOf({ publicOrigin, secret, ...rest }),
    secret,
    session: { strategy: 'database', maxAge: SESSION_SECONDS, updateAge: AN_HOUR, generateSessionToken: newSessionToken },
    useSecureCookies: publicOrigin.startsWith('https:'),
    cookies: cookiesOf(publicOrigin),
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/check-email', signOut: '/account' },
    callbacks: {
      redirect: ({ url }) => new URL(ownPath(url, publicOrigin), publicOrigin).href,
      // Role and block are read with the session from the person's row, at each request: a change holds at once.
      session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id, name: user.name ?? null, role: user.role, blocked: user.blocked } }),
    },
    events: {
      signIn: async ({ user, account }) => void (firstAdmin && account && (await makeFirstAdmin(database(), firstAdmin, { ...account, userId: user.id }))),
    },
    logger: log,
  }
}
