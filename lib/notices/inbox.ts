import { can, refused, type Actor } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { NoticeView } from './notice'
import { noticeSelect, noticeViews } from './views'

const pageRows = 50
const mostCounted = 100

/** A page of somebody's inbox. */
export interface Inbox {
  items: NoticeView[]
  unread: number
  /** The `before` of the next page. */
  more: string | null
}

/** One's own notices, newest first, `before` one of them. */
export async function inbox(db: Db, actor: Actor, { before }: { before?: bigint | undefined } = {}): Promise<Result<Inbox>> {
  const permission = can(actor, 'inbox.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const where = { recipientId: actor.id, ...(before === undefined ? {} : { id: { lt: before } }) }
  const found = await db.notice.findMany({ where, select: noticeSelect, orderBy: { id: 'desc' }, take: pageRows + 1 })
  const rows = found.slice(0, pageRows)
  const more = found.length > pageRows ? String(rows.at(-1)?.id) : null
  return ok({ items: await noticeViews(db, actor, rows), unread: await unreadOf(db, actor.id), more })
}

/** How many notices a person has not read, counted to 100. */
export async function unreadOf(db: Db, personId: string): Promise<number> {
  return (await db.notice.findMany({ where: { recipientId: personId, readAt: null }, select: { id: true }, take: mostCounted })).length
}

/**
 * Tells where one of one's own notices leads, and marks it as read, but for who is blocked. No event: reading changes nothing of anybody's. Fails as
 * `not-found` where it is not one's own.
 */
export async function openNotice(db: Db, actor: Actor, id: bigint, now: Date): Promise<Result<{ path: string }>> {
  const permission = can(actor, 'inbox.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const row = await db.notice.findFirst({ where: { id, recipientId: actor.id }, select: noticeSelect })
  if (!row) return fail('not-found', 'There is no such notice of yours.')
  if (can(actor, 'inbox.mark').allowed) await db.notice.updateMany({ where: { id, recipientId: actor.id, readAt: null }, data: { readAt: now } })
  const [view] = await noticeViews(db, actor, [row])
  return ok({ path: view?.path ?? '/inbox' })
}

/** Marks all of one's notices up to one as read: what came after the page was shown stays new. */
export async function readAll(db: Db, actor: Actor, upTo: bigint, now: Date): Promise<Result<{ read: number }>> {
  const permission = can(actor, 'inbox.mark')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const { count } = await db.notice.updateMany({ where: { recipientId: actor.id, readAt: null, id: { lte: upTo } }, data: { readAt: now } })
  return ok({ read: count })
}
