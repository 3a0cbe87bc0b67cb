import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { transact, type Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import { isStorable } from './storable'
import { cut } from './title'

/** What somebody typed into a form, as it is kept: `content` in the form's own shape (components/propose/draft). */
export interface KeptDraft {
  /** One more with each saving. */
  revision: number
  content: unknown
}

/** What is to be kept of the form called `form`, typed over the `over` that was kept before; null: over nothing. */
export interface Keeping {
  form: string
  over: number | null
  /** What it would propose, in a line. */
  title: string
  /** Null: nothing is to be kept any more. */
  content: unknown
}

/** How that went; where another tab or device kept something meanwhile, nothing is written over it. */
export type Kept = { kept: true; revision: number } | { kept: false; draft: KeptDraft | null }

const mostDrafts = 200
// A passage's text, what it was before, and what it says as JSON.
const longestDraft = 500_000

/**
 * Keeps what somebody typed into a form: their own, that nobody else can read, so no event tells of it. Fails as `signed-out`,
 * `forbidden`, or `invalid` where it is too much.
 */
export async function keepDraft(db: PrismaClient, actor: Actor, { form, over, title, content }: Keeping): Promise<Result<Kept>> {
  const permission = can(actor, 'draft.keep')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  if (!isStorable([form, content])) return fail('invalid', 'This holds what cannot be kept: characters that no text has, or parts within parts without end.')
  if (form === '' || form.length > 500 || JSON.stringify(content).length > longestDraft) return fail('invalid', 'This is too much to keep.')
  return transact<Kept>(db, async (tx) => {
    if (over === null && content !== null && (await isFull(tx, actor.id))) return fail('invalid', `You have ${mostDrafts} forms that you did not send: send some, or throw some away.`)
    const own = { userId: actor.id, form }
    const count = content === null ? await forget(tx, own, over) : await write(tx, own, over, { title: cut(title), content: content as Prisma.InputJsonObject })
    if (count === 1) return ok({ kept: true, revision: content === null ? 0 : (over ?? 0) + 1 })
    return ok({ kept: false, draft: await readDraft(tx, actor, form) })
  })
}

/** Two forms that are kept at once: one waits here for the other. */
async function isFull(db: Db, userId: string): Promise<boolean> {
  await db.$queryRaw`SELECT id FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  return (await db.draft.count({ where: { userId } })) >= mostDrafts
}

type Own = { userId: string; form: string }

async function forget(db: Db, own: Own, over: number | null): Promise<number> {
  return over === null ? 1 : (await db.draft.deleteMany({ where: { ...own, revision: over } })).count
}

async function write(db: Db, own: Own, over: number | null, kept: { title: string; content: Prisma.InputJsonObject }): Promise<number> {
  const data = { ...kept, updatedAt: new Date() }
  const { count } = await (over === null
    ? db.draft.createMany({ data: { ...own, ...data }, skipDuplicates: true })
    : db.draft.updateMany({ where: { ...own, revision: over }, data: { ...data, revision: over + 1 } }))
  return count
}

/** What is kept of a form of the actor's; null where nothing is. */
export async function readDraft(db: Db, actor: Actor, form: string): Promise<KeptDraft | null> {
  if (!actor || !can(actor, 'draft.view').allowed) return null
  return db.draft.findUnique({ where: { userId_form: { userId: actor.id, form } }, select: { revision: true, content: true } })
}

/** Throws away what is kept of a form of the actor's, whatever it says by now. */
export async function throwAway(db: Db, actor: Actor, form: string): Promise<Result<null>> {
  const permission = can(actor, 'draft.keep')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  await db.draft.deleteMany({ where: { userId: actor.id, form } })
  return ok(null)
}

/** Which saving of which form was sent; null: none was saved. */
export type SentDraft = { form: string; revision: number } | null

/** Lets go of the saving that was sent, in the transaction that sends it. What another tab or device saved since was not sent, and stays. */
export async function dropSent(db: Db, { id }: Viewer, sent: SentDraft): Promise<void> {
  if (sent) await db.draft.deleteMany({ where: { userId: id, ...sent } })
}

/** A form that somebody did not send. */
export interface Unsent {
  form: string
  title: string
  updatedAt: Date
}

/** The forms that the actor did not send, the latest first. */
export async function unsentForms(db: Db, actor: Actor): Promise<Unsent[]> {
  if (!actor || !can(actor, 'draft.view').allowed) return []
  return db.draft.findMany({ where: { userId: actor.id }, select: { form: true, title: true, updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: mostDrafts })
}
