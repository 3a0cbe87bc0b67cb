import { z } from 'zod'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { cleanName, publicName } from './name'
import type { Person } from './person'
import { can, refused, type Actor } from './policy'

const LIMIT = 100

/**
 * The people of the portal, those with more than a contributor's role first, then the newest; at most 100, so `search` (a
 * part of the name, or a whole id) narrows them. Whose roles these are is for those who grant them: fails as `signed-out`
 * or `forbidden`.
 */
export async function findPeople(db: Db, actor: Actor | 'system', search: string): Promise<Result<Person[]>> {
  const permission = actor === 'system' ? { allowed: true as const } : can(actor, 'role.grant')
  if (!permission.allowed) return refused(permission.reason)
  const rows = await db.user.findMany({
    where: matching(cleanName(search) ?? ''),
    orderBy: [{ role: 'desc' }, { id: 'desc' }],
    take: LIMIT,
    select: { id: true, name: true, role: true, createdAt: true, blockedAt: true, accounts: { select: { provider: true } } },
  })
  return ok(rows.map(({ accounts, createdAt, blockedAt, ...user }) => ({
    ...{ id: user.id, name: publicName(user), role: user.role, since: createdAt, blocked: blockedAt !== null },
    ways: accounts.map(({ provider }) => provider),
  })))
}

function matching(search: string): Prisma.UserWhereInput {
  const id = z.uuid().safeParse(search)
  if (id.success) return { id: id.data }
  return search ? { name: { contains: search, mode: 'insensitive' } } : {}
}
