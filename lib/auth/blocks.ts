import { check } from '@/lib/check'
import type { Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { blockSchema, type Block, type BlockInput } from './block'
import { publicName } from './name'
import { can, refused, type Actor, type Role } from './policy'

interface Locked {
  id: string
  name: string | null
  role: Role
  blocked: boolean
}

/**
 * Blocks somebody: from their next request on they read, and change nothing. What was accepted of them stays, and is theirs; what waits stays
 * in the queue. `system` is whoever has the machine's own command line. Fails as `signed-out`, `forbidden`, `invalid`, as `not-found`
 * for nobody, and as `conflict` where they are blocked already, or the catalog would be left without an admin.
 */
export async function blockPerson(db: PrismaClient, actor: Actor | 'system', input: BlockInput): Promise<Result<{ id: string }>> {
  const draft = check(blockSchema, input)
  return db.$transaction(async (tx) => {
    const found = await lockBoth(tx, actor, input.person)
    if (!found.ok) return found
    if (!draft.ok) return draft
    const { person, by, admins } = found.value
    if (person.blocked) return fail('conflict', 'They are blocked already.')
    if (person.role === 'admin' && admins.every(({ id }) => id === person.id)) {
      return fail('conflict', 'This is the last admin. Make somebody else an admin first.')
    }
    const { reason } = draft.value
    await tx.user.update({ where: { id: person.id }, data: { blockedAt: new Date(), blockReason: reason } })
    await tx.event.create({ data: { kind: 'blocked', actorId: by?.id ?? null, data: { userId: person.id, actor: by && publicName(by), reason } } })
    return ok({ id: person.id })
  })
}

/** Lets somebody change things again. Fails as `blockPerson` does, and as `conflict` where they are not blocked. */
export async function unblockPerson(db: PrismaClient, actor: Actor | 'system', personId: string): Promise<Result<{ id: string }>> {
  return db.$transaction(async (tx) => {
    const found = await lockBoth(tx, actor, personId)
    if (!found.ok) return found
    const { person, by } = found.value
    if (!person.blocked) return fail('conflict', 'They are not blocked.')
    await tx.user.update({ where: { id: person.id }, data: { blockedAt: null, blockReason: null } })
    await tx.event.create({ data: { kind: 'unblocked', actorId: by?.id ?? null, data: { userId: person.id, actor: by && publicName(by) } } })
    return ok({ id: person.id })
  })
}

/** Why somebody is blocked, for themselves; null: they are not. */
export async function blockOf(db: Db, actor: Actor): Promise<Result<Block | null>> {
  if (!actor) return refused('signed-out')
  const found = await db.user.findUnique({ where: { id: actor.id }, select: { blockedAt: true, blockReason: true } })
  return ok(found?.blockedAt ? { since: found.blockedAt, reason: found.blockReason ?? '' } : null)
}

interface Both {
  person: Locked
  /** null: the system. */
  by: Locked | null
  /** All who could still act as one. */
  admins: Locked[]
}

/** Locks whoever acts, the one whom it is about, and all admins, always in one order, and asks the policy of them as they are then. */
async function lockBoth(tx: Db, actor: Actor | 'system', personId: string): Promise<Result<Both>> {
  if (!actor) return refused('signed-out')
  if (!isId(personId)) return nobody
  const actorId = actor === 'system' ? personId : actor.id
  const rows = await tx.$queryRaw<Locked[]>`
    SELECT id, name, role::text, blocked_at IS NOT NULL AS blocked FROM "user"
    WHERE role = 'admin' OR id IN (${personId}::uuid, ${actorId}::uuid) ORDER BY id FOR NO KEY UPDATE`
  const person = rows.find(({ id }) => id === personId.toLowerCase())
  const by = actor === 'system' ? null : (rows.find(({ id }) => id === actorId) ?? null)
  if (actor !== 'system') {
    // Of nobody as of a contributor: only who may block anybody learns who is there.
    const permission = can(by, 'person.block', { personId, role: person?.role ?? 'contributor' })
    if (!permission.allowed) return refused(permission.reason)
  }
  if (!person) return nobody
  return ok({ person, by, admins: rows.filter(({ role, blocked }) => role === 'admin' && !blocked) })
}

const nobody: Failure = fail('not-found', 'There is no such person.')

function isId(text: string): boolean {
  return blockSchema.shape.person.safeParse(text).success
}
