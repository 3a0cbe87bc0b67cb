import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Adapter } from 'next-auth/adapters'
import { connect } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase } from '@/scripts/testing/database'
import { databaseAdapter, newSessionToken } from './adapter'
import { startDemoSession } from './demo'
import { demoPeople } from './demo-people'

const inAnHour = () => new Date(Date.now() + 3_600_000)
const anHourAgo = () => new Date(Date.now() - 3_600_000)

let db: PrismaClient
let adapter: Required<Adapter>

beforeAll(async () => {
  db = connect(await freshDatabase())
  adapter = databaseAdapter(db) as Required<Adapter>
})
afterAll(() => db.$disconnect())

async function person(name: string | null = 'Rosa', email: string | null = null): Promise<{ id: string }> {
  return db.user.create({ data: { name, email }, select: { id: true } })
}

describe('people', () => {
  it('are found by issuer and subject, and nothing of their tokens is kept', async () => {
    const { id } = await adapter.createUser({ name: ' Rosa\u202E ', email: '', emailVerified: null, role: 'admin', id: '' })
    const account = { userId: id, provider: 'oidc', providerAccountId: 'https://id.example#1', type: 'oauth' as const }
    await adapter.linkAccount({ ...account, access_token: 'secret', id_token: 'secret', refresh_token: 'secret' })
    expect(await db.account.findMany({ where: { userId: id } })).toEqual([account])
    expect(await adapter.getUserByAccount(account)).toMatchObject({ id, name: 'Rosa', role: 'contributor' })
    expect(await adapter.getUserByAccount({ ...account, providerAccountId: 'https://other.example#1' })).toBeNull()
    await expect(adapter.linkAccount({ ...account, userId: (await person()).id })).rejects.toThrow('Unique constraint')
  })

  it('who come by an e-mail link are found by their address', async () => {
    const { id } = await adapter.createUser({ email: 'rosa@example.org', emailVerified: new Date(), role: 'contributor', id: '' })
    expect(await adapter.getUserByEmail('rosa@example.org')).toMatchObject({ id, name: null })
    expect(await adapter.getUserByEmail('nobody@example.org')).toBeNull()
    const verified = new Date()
    expect(await adapter.updateUser({ id, emailVerified: verified })).toMatchObject({ emailVerified: verified })
    expect(await adapter.getUser(id)).toMatchObject({ id })
  })
})

describe('sessions', () => {
  it('are stored by a hash: the database alone lets nobody in', async () => {
    const { id } = await person()
    const sessionToken = newSessionToken()
    await adapter.createSession({ sessionToken, userId: id, expires: inAnHour() })
    const [row] = await db.session.findMany({ where: { userId: id } })
    expect(row?.sessionToken).not.toBe(sessionToken)
    expect(await adapter.getSessionAndUser(row?.sessionToken ?? '')).toBeNull()
    expect(await adapter.getSessionAndUser(sessionToken)).toMatchObject({ session: { sessionToken }, user: { id, role: 'contributor' } })
  })

  it('know a new role at the next look', async () => {
    const { id } = await person()
    const sessionToken = newSessionToken()
    await adapter.createSession({ sessionToken, userId: id, expires: inAnHour() })
    await db.user.update({ where: { id }, data: { role: 'maintainer' } })
    expect(await adapter.getSessionAndUser(sessionToken)).toMatchObject({ user: { role: 'maintainer' } })
  })

  it('end by sign-out and by time, and are cleared away by the next sign-in', async () => {
    const { id } = await person()
    const [late, early] = [newSessionToken(), newSessionToken()]
    await adapter.createSession({ sessionToken: late, userId: id, expires: anHourAgo() })
    expect(await adapter.getSessionAndUser(late)).toBeNull()
    await adapter.createSession({ sessionToken: early, userId: id, expires: inAnHour() })
    expect(await db.session.count({ where: { userId: id } })).toBe(1)
    await adapter.deleteSession(early)
    await adapter.deleteSession(early)
    expect(await adapter.getSessionAndUser(early)).toBeNull()
  })

  it('roll on, unless they ended in the meantime', async () => {
    const { id } = await person()
    const sessionToken = newSessionToken()
    await adapter.createSession({ sessionToken, userId: id, expires: inAnHour() })
    const expires = new Date(Date.now() + 7_200_000)
    await adapter.updateSession({ sessionToken, expires })
    expect(await adapter.getSessionAndUser(sessionToken)).toMatchObject({ session: { expires } })
    await adapter.updateSession({ sessionToken })
    await adapter.updateSession({ sessionToken: newSessionToken(), expires })
    expect(await db.session.count({ where: { userId: id } })).toBe(1)
  })
})

describe('e-mail links', () => {
  it('work once, however many follow them at once', async () => {
    const token = { identifier: 'rosa@example.org', token: 'hash', expires: inAnHour() }
    await adapter.createVerificationToken(token)
    const uses = await Promise.all(Array.from({ length: 8 }, () => adapter.useVerificationToken(token)))
    expect(uses.filter(Boolean)).toEqual([token])
    expect(await adapter.useVerificationToken({ identifier: '', token: 'hash' })).toBeNull()
  })
})

describe('the demo sign-in', () => {
  it('makes a person once, and ends the session before', async () => {
    const [researcher, maintainer] = demoPeople
    const first = await startDemoSession(db, researcher, undefined)
    const second = await startDemoSession(db, maintainer, first.token)
    expect(await adapter.getSessionAndUser(first.token)).toBeNull()
    expect(await adapter.getSessionAndUser(second.token)).toMatchObject({ user: { name: 'Demo maintainer', role: 'maintainer' } })
    await Promise.all(Array.from({ length: 5 }, () => startDemoSession(db, researcher, undefined)))
    expect(await db.user.count({ where: { id: researcher.id } })).toBe(1)
  })
})
