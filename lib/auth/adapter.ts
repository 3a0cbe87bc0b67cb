import { createHash, randomBytes } from 'node:crypto'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import type { PrismaClient, User } from '@/prisma/generated/client'
import { cleanName } from './name'

/** How long a session lasts without use, in seconds. */
export const SESSION_SECONDS = 12 * 60 * 60

/** A new session's secret: 256 random bits. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * next-auth's storage, on our schema. Of its own rather than @auth/prisma-adapter, which asks for next-auth 5 and would
 * keep the providers' tokens: the portal never acts in anyone's name elsewhere, so it keeps none.
 */
export function databaseAdapter(db: PrismaClient): Adapter {
  return { ...people(db), ...sessions(db), ...emailTokens(db) }
}

function people(db: PrismaClient): Adapter {
  return {
    async createUser({ name, email, emailVerified }: Partial<AdapterUser>) {
      const data = { name: cleanName(name), email: email ?? null, emailVerified: emailVerified ?? null }
      return toAdapterUser(await db.user.create({ data }))
    },
    async getUser(id) {
      return orNull(await db.user.findUnique({ where: { id } }))
    },
    async getUserByEmail(email) {
      return orNull(await db.user.findUnique({ where: { email } }))
    },
    async getUserByAccount({ provider, providerAccountId }) {
      const key = { provider_providerAccountId: { provider, providerAccountId } }
      const account = await db.account.findUnique({ where: key, include: { user: true } })
      return orNull(account?.user ?? null)
    },
    // next-auth calls it for one thing: an e-mail link was followed.
    async updateUser({ id, emailVerified }) {
      return toAdapterUser(await db.user.update({ where: { id }, data: { emailVerified: emailVerified ?? null } }))
    },
    async linkAccount({ userId, provider, providerAccountId, type }: LinkedAccount) {
      await db.account.create({ data: { userId, provider, providerAccountId, type } })
    },
  }
}

type LinkedAccount = { userId: string; provider: string; providerAccountId: string; type: string }

function sessions(db: PrismaClient): Adapter {
  return {
    async createSession({ sessionToken, userId, expires }) {
      await db.session.deleteMany({ where: { expires: { lt: new Date() } } })
      await db.session.create({ data: { sessionToken: hashOf(sessionToken), userId, expires } })
      return { sessionToken, userId, expires }
    },
    async getSessionAndUser(sessionToken) {
      const row = await db.session.findUnique({ where: { sessionToken: hashOf(sessionToken) }, include: { user: true } })
      if (!row || row.expires <= new Date()) return null
      return { session: { sessionToken, userId: row.userId, expires: row.expires }, user: toAdapterUser(row.user) }
    },
    // Many, not one: a session that ended in the meantime is no error.
    async updateSession({ sessionToken, expires }) {
      if (!expires) return null
      await db.session.updateMany({ where: { sessionToken: hashOf(sessionToken) }, data: { expires } })
      return null
    },
    async deleteSession(sessionToken) {
      await db.session.deleteMany({ where: { sessionToken: hashOf(sessionToken) } })
    },
  }
}

function emailTokens(db: PrismaClient): Adapter {
  return {
    async createVerificationToken(token) {
      await db.verificationToken.deleteMany({ where: { expires: { lt: new Date() } } })
      await db.verificationToken.create({ data: token })
      return token
    },
    // Whoever deletes the row has used it; two at once can't both.
    async useVerificationToken({ identifier, token }) {
      if (!identifier) return null
      const row = await db.verificationToken.findUnique({ where: { identifier_token: { identifier, token } } })
      const { count } = await db.verificationToken.deleteMany({ where: { identifier, token } })
      return count === 1 ? row : null
    },
  }
}

// Who reads the database, or a backup of it, must not be able to walk in with it. The token has 256 random bits: a plain hash will do.
function hashOf(sessionToken: string): string {
  return createHash('sha256').update(sessionToken).digest('base64url')
}

// next-auth's type wants an address; it reads it only of people who came by one.
function toAdapterUser({ id, name, email, emailVerified, role, blockedAt }: User): AdapterUser {
  return { id, name, email: email ?? '', emailVerified, role, blocked: blockedAt !== null }
}

function orNull(user: User | null): AdapterUser | null {
  return user && toAdapterUser(user)
}
