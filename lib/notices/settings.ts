import { publicName } from '@/lib/auth/name'
import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import { transact, type Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { allowUpdate } from '@/lib/limits/sending'
import type { PrismaClient } from '@/prisma/generated/client'
import { kindsFor, paceOf, type NoticeKind, type Pace } from './kinds'
import { pacesSchema, type PacesInput } from './settings-form'

/** How a person is told. */
export interface NoticeSettings {
  /** Where they are written to; `given`: confirmed for this, and not what they sign in by. */
  address: { address: string; given: boolean } | null
  kinds: { kind: NoticeKind; pace: Pace }[]
}

/** One's own settings. */
export async function noticeSettings(db: Db, actor: Actor): Promise<Result<NoticeSettings>> {
  const permission = can(actor, 'notices.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const chosen = await chosenPaces(db, actor.id)
  const kinds = kindsFor(can(actor, 'queue.view').allowed).map((kind) => ({ kind, pace: paceOf(kind, chosen) }))
  return ok({ address: await addressOf(db, actor.id), kinds })
}

/** Where a person is written to: the address that they gave for it, or the one that they sign in by; null: nowhere. */
export async function addressOf(db: Db, personId: string): Promise<NoticeSettings['address']> {
  const found = await db.user.findUnique({ where: { id: personId }, select: { email: true, emailVerified: true, address: { select: { address: true } } } })
  if (found?.address) return { address: found.address.address, given: true }
  return found?.email && found.emailVerified ? { address: found.email, given: false } : null
}

/** What a person chose of how soon they are e-mailed. */
export async function chosenPaces(db: Db, personId: string): Promise<Partial<Record<NoticeKind, Pace>>> {
  const rows = await db.noticePace.findMany({ where: { personId }, select: { kind: true, pace: true } })
  return Object.fromEntries(rows.map(({ kind, pace }) => [kind, pace]))
}

/** Chooses how soon one is e-mailed of each kind. Fails as `invalid` by kind, and as `limited`. */
export async function setPaces(db: PrismaClient, actor: Actor, input: PacesInput): Promise<Result<{ changed: NoticeKind[] }>> {
  const permission = can(actor, 'notices.set')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const paces = check(pacesSchema, input)
  if (!paces.ok) return paces
  return transact(db, async (tx) => {
    const changed = await writePaces(tx, actor.id, paces.value)
    if (changed.length === 0) return ok({ changed })
    const allowed = await allowUpdate(tx, actor)
    if (allowed.ok) await recordOwn(tx, 'notices_set', actor, { kinds: changed })
    return allowed.ok ? ok({ changed }) : allowed
  })
}

/** Writes what is otherwise than before; answers which. */
export async function writePaces(db: Db, personId: string, paces: { [kind in NoticeKind]?: Pace | undefined }): Promise<NoticeKind[]> {
  const chosen = await chosenPaces(db, personId)
  const changed = (Object.entries(paces) as [NoticeKind, Pace | undefined][]).flatMap(([kind, pace]) => (pace && pace !== paceOf(kind, chosen) ? [{ kind, pace }] : []))
  for (const { kind, pace } of changed) {
    await db.noticePace.upsert({ where: { personId_kind: { personId, kind } }, create: { personId, kind, pace }, update: { pace } })
  }
  return changed.map(({ kind }) => kind)
}

/** The event of something that a person did with their own settings. It never holds an address: events stay for good. */
export async function recordOwn(
  db: Db,
  kind: 'notices_set' | 'address_asked' | 'address_confirmed' | 'address_removed' | 'unsubscribed',
  actor: Pick<Viewer, 'id' | 'name'>,
  data: Record<string, string | string[]> = {},
): Promise<void> {
  await db.event.create({ data: { kind, actorId: actor.id, data: { actor: publicName(actor), ...data } } })
}
