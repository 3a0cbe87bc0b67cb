import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { can, refused, type Actor, type Role } from './policy'

/** What a grant changed; equal where the person had the role already. */
export interface Granted {
  from: Role
  to: Role
}

interface Locked {
  id: string
  role: Role
  blocked: boolean
}

/**
 * Gives a person a role, and writes it to the log, in one transaction. It holds at the person's next request. `system` is
 * whoever has the machine's own command line. Fails as `signed-out` or `forbidden`, as `not-found` for nobody, and as
 * `conflict` where the catalog would be left without an admin. `userId` must be a UUID.
 */
export async function grantRole(db: PrismaClient, actor: Actor | 'system', userId: string, role: Role): Promise<Result<Granted>> {
  const permission = actor === 'system' ? { allowed: true as const } : can(actor, 'role.grant')
  if (!permission.allowed) return refused(permission.reason)
  return db.$transaction(async (tx) => {
    // All admins, always in one order: of two who take each other's role at once, the second finds out here.
    const rows = await tx.$queryRaw<Locked[]>`
      SELECT id, role::text, blocked_at IS NOT NULL AS blocked FROM "user" WHERE role = 'admin' OR id = ${userId}::uuid ORDER BY id FOR NO KEY UPDATE`
    const admins = rows.filter((row) => row.role === 'admin' && !row.blocked)
    const person = rows.find((row) => row.id === userId.toLowerCase())
    if (actor !== 'system' && !admins.some(({ id }) => id === actor?.id)) return refused('forbidden')
    if (!person) return fail('not-found', 'There is no such person.')
    if (person.role === 'admin' && role !== 'admin' && admins.every(({ id }) => id === person.id)) {
      return fail('conflict', 'This is the last admin. Make somebody else an admin first.')
    }
    return ok(await write(tx, actor === 'system' ? null : actor?.id ?? null, person, role))
  })
}

async function write(tx: Db, actorId: string | null, { id, role: from }: Pick<Locked, 'id' | 'role'>, to: Role): Promise<Granted> {
  if (from === to) return { from, to }
  await tx.user.update({ where: { id }, data: { role: to } })
  await tx.event.create({ data: { kind: 'role_changed', actorId, data: { userId: id, from, to } } })
  return { from, to }
}
