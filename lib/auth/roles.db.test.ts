import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase } from '@/scripts/testing/database'
import { findPeople } from './people'
import type { Role, Viewer } from './policy'
import { grantRole } from './roles'

let db: PrismaClient

beforeAll(async () => {
  db = connect(await freshDatabase())
})
afterAll(() => db.$disconnect())
beforeEach(() => db.user.updateMany({ data: { role: 'contributor' } }))

async function person(role: Role, name = 'Somebody'): Promise<Viewer> {
  return db.user.create({ data: { name, role }, select: { id: true, name: true, role: true } })
}

async function roleOf({ id }: Viewer): Promise<Role> {
  return (await db.user.findUniqueOrThrow({ where: { id } })).role
}

async function eventsOf({ id }: Viewer): Promise<{ actorId: string | null; data: unknown }[]> {
  return db.event.findMany({
    where: { kind: 'role_changed', data: { path: ['userId'], equals: id } },
    select: { actorId: true, data: true },
  })
}

describe('granting a role', () => {
  it('is an admin’s, and is written to the log once', async () => {
    const [admin, rosa] = [await person('admin'), await person('contributor')]
    expect(await grantRole(db, admin, rosa.id, 'maintainer')).toEqual({ ok: true, value: { from: 'contributor', to: 'maintainer' } })
    expect(await grantRole(db, admin, rosa.id, 'maintainer')).toEqual({ ok: true, value: { from: 'maintainer', to: 'maintainer' } })
    expect(await roleOf(rosa)).toBe('maintainer')
    expect(await eventsOf(rosa)).toEqual([{ actorId: admin.id, data: { userId: rosa.id, from: 'contributor', to: 'maintainer' } }])
  })

  it('is refused to anybody else, and leaves no trace', async () => {
    const rosa = await person('contributor')
    for (const actor of [null, rosa, await person('maintainer')]) {
      expect(await grantRole(db, actor, rosa.id, 'admin')).toMatchObject({ ok: false, code: actor ? 'forbidden' : 'signed-out' })
    }
    expect(await roleOf(rosa)).toBe('contributor')
    expect(await eventsOf(rosa)).toEqual([])
  })

  it('is refused to one who was an admin a moment ago', async () => {
    const [stale, rosa] = [await person('contributor'), await person('contributor')]
    expect(await grantRole(db, { ...stale, role: 'admin' }, rosa.id, 'admin')).toMatchObject({ code: 'forbidden' })
    expect(await roleOf(rosa)).toBe('contributor')
  })

  it('is the system’s too: the first admin', async () => {
    const rosa = await person('contributor')
    expect(await grantRole(db, 'system', rosa.id, 'admin')).toMatchObject({ ok: true })
    expect(await eventsOf(rosa)).toMatchObject([{ actorId: null }])
  })

  it('finds nobody where there is nobody', async () => {
    expect(await grantRole(db, 'system', '01a20f93-0000-7000-8000-000000000000', 'admin')).toMatchObject({ code: 'not-found' })
  })

  it('never leaves the catalog without an admin', async () => {
    const admin = await person('admin')
    expect(await grantRole(db, admin, admin.id, 'contributor')).toMatchObject({ code: 'conflict' })
    expect(await grantRole(db, 'system', admin.id, 'maintainer')).toMatchObject({ code: 'conflict' })
    expect(await roleOf(admin)).toBe('admin')
  })

  it('never does so either where all admins take each other’s role at once', async () => {
    const admins = await Promise.all(Array.from({ length: 5 }, () => person('admin')))
    const pairs = admins.flatMap((actor) => admins.filter(({ id }) => id !== actor.id).map((other) => [actor, other] as const))
    const results = await Promise.all(pairs.map(([actor, other]) => grantRole(db, actor, other.id, 'contributor')))
    expect(await db.user.count({ where: { role: 'admin' } })).toBe(1)
    expect(results.filter(({ ok }) => ok)).not.toHaveLength(0)
    const events = await db.event.count({ where: { kind: 'role_changed', actorId: { in: admins.map(({ id }) => id) } } })
    expect(events).toBe(4)
  })
})

describe('the people', () => {
  it('are for admins to see, those with a role first, found by a part of the name or the id', async () => {
    const [admin, luna] = [await person('admin', 'Ada'), await person('contributor', 'Luna Lovelace')]
    await db.account.create({ data: { userId: luna.id, provider: 'orcid', providerAccountId: '1', type: 'oauth' } })
    expect(await findPeople(db, luna, '')).toMatchObject({ code: 'forbidden' })
    expect(await findPeople(db, null, '')).toMatchObject({ code: 'signed-out' })
    const all = await findPeople(db, admin, '')
    expect(all.ok && all.value[0]).toMatchObject({ id: admin.id, role: 'admin' })
    const found = { ok: true, value: [{ id: luna.id, name: 'Luna Lovelace', role: 'contributor', ways: ['orcid'], since: expect.any(Date), blocked: false }] }
    expect(await findPeople(db, admin, ' lovel ')).toEqual(found)
    expect(await findPeople(db, 'system', luna.id)).toEqual(found)
  })
})
