import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { note } from '@/lib/catalog/schema'
import { check } from '@/lib/check'
import { transact, type Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import { evidenceSchema, type Evidence } from '@/lib/lookup/evidence'
import { mostRecords } from '@/lib/lookup/record'
import type { PrismaClient } from '@/prisma/generated/client'
import { z } from 'zod'
import { formChangeSchema, mostChanges, proposalSchema, type FormChange, type ProposalInput } from './change'
import { dropSent, type SentDraft } from './drafts'
import { resolveChanges } from './resolve'
import { submitIn } from './service'

/** A change that waits in somebody's tray, with its own note to the maintainers. */
export interface TrayItem {
  id: number
  change: FormChange
  rationale: string
  /** Look-ups that its values may come from, by their ids. */
  lookups: string[]
  /** What bore out its values where it was a proposal's before. */
  evidence: Evidence[]
}

/** What a form puts into the tray: changes, or one in the place of the `item` that was there, and the draft that they were, which goes. */
export interface Putting {
  item: number | null
  input: ProposalInput
  from: SentDraft
}

/**
 * Puts changes into the actor's own tray, checked as if they were sent now; answers the number of the last. Fails as `submitProposal`, and
 * where the tray is full.
 */
export async function putInTray(db: PrismaClient, actor: Actor, { item, input, from }: Putting): Promise<Result<{ id: number }>> {
  const permission = can(actor, 'draft.keep')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const draft = check(proposalSchema, input)
  if (!draft.ok) return draft
  const { changes, rationale, lookups = [] } = draft.value
  if (item !== null && changes.length > 1) return fail('invalid', 'One change goes in the place of another.')
  return transact(db, async (tx) => {
    const resolved = await resolveChanges(tx, changes)
    if (!resolved.ok) return resolved
    const data = changes.map((change) => ({ change, rationale, lookups }))
    const put = item === null ? await fillTray(tx, actor.id, data) : await replace(tx, actor.id, item, data[0] as Data)
    if (put.ok) await dropSent(tx, actor, from)
    return put
  })
}

type Data = { change: FormChange; rationale: string; lookups: string[]; evidence?: Evidence[] }

async function replace(db: Db, userId: string, id: number, data: Data): Promise<Result<{ id: number }>> {
  const before = await db.trayItem.findFirst({ where: { id, userId }, select: { lookups: true } })
  // Its form names only what was looked up since: what it says of before still holds.
  const lookups = [...new Set([...(before?.lookups ?? []), ...data.lookups])].slice(-mostRecords)
  const { count } = await db.trayItem.updateMany({ where: { id, userId }, data: { ...data, lookups } })
  return count === 1 ? ok({ id }) : gone
}

/** Puts checked changes into somebody's tray, in a transaction; fails as `invalid` where there is no room for all. */
export async function fillTray(db: Db, userId: string, data: readonly Data[]): Promise<Result<{ id: number }>> {
  await lockTray(db, userId)
  const full = (await db.trayItem.count({ where: { userId } })) + data.length > mostChanges
  if (full) return fail('invalid', `Your tray holds ${mostChanges} changes, as many as one proposal can: send some first.`)
  const made = await db.trayItem.createManyAndReturn({ data: data.map((one) => ({ userId, ...one })), select: { id: true } })
  return ok({ id: Math.max(...made.map(({ id }) => id)) })
}

/** Whoever puts something there and whoever sends it wait for each other: nothing goes over the edge, and nothing unsent goes away. */
async function lockTray(db: Db, userId: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
}

const gone = fail('conflict', 'It is not in your tray any more: it was sent, or taken out.')

/** What is in the actor's tray, in the order in which it came. */
export async function trayOf(db: Db, actor: Actor): Promise<TrayItem[]> {
  if (!actor || !can(actor, 'draft.view').allowed) return []
  const found = await db.trayItem.findMany({ where: { userId: actor.id }, select: { id: true, change: true, rationale: true, lookups: true, evidence: true }, orderBy: { id: 'asc' } })
  return found.map(({ change, evidence, ...item }) => ({ ...item, change: formChangeSchema.parse(change), evidence: z.array(evidenceSchema).parse(evidence) }))
}

/** Takes a change out of the actor's tray, as if it had never been in it. */
export async function takeFromTray(db: Db, actor: Actor, item: number): Promise<Result<null>> {
  const permission = can(actor, 'draft.keep')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  await takeOut(db, actor, [item])
  return ok(null)
}

/** With what was typed into their forms and not put back: it has nowhere to go any more. */
async function takeOut(db: Db, { id }: Viewer, items: readonly number[]): Promise<void> {
  await db.trayItem.deleteMany({ where: { userId: id, id: { in: [...items] } } })
  await db.draft.deleteMany({ where: { userId: id, form: { in: items.map((item) => `tray:${item}`) } } })
}

const rationaleSchema = note(2000, 'Keep the note under 2,000 characters.')

/**
 * Sends what is in the actor's tray as one proposal, and empties it. `items` are those that were read: where others are there by now,
 * nothing is sent. Fails as `submitProposal` does too, its messages under `items.N`, by the item's number.
 */
export async function sendTray(
  db: PrismaClient,
  actor: Actor,
  { items, rationale }: { items: readonly number[]; rationale: string },
): Promise<Result<{ id: number }>> {
  const permission = can(actor, 'proposal.submit')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const told = check(rationaleSchema, rationale)
  if (!told.ok) return fail('invalid', told.message, { rationale: Object.values(told.fields ?? {})[0] ?? told.message })
  return transact(db, async (tx) => {
    await lockTray(tx, actor.id)
    const there = await trayOf(tx, actor)
    if (there.length === 0) return fail('conflict', 'Your tray is empty: what was in it was sent, or taken out.')
    if (String(there.map(({ id }) => id)) !== String(items.toSorted((a, b) => a - b))) return fail('conflict', 'Your tray changed in another tab or device. Look at it once more.')
    const lookups = [...new Set(there.flatMap((item) => item.lookups))]
    const sent = await submitIn(tx, actor, { rationale: told.value, changes: there.map(({ change }) => change), lookups }, null, there.flatMap(({ evidence }) => evidence))
    if (!sent.ok) return byItem(sent, there)
    await takeOut(tx, actor, items)
    return sent
  })
}

/** A failure with its messages at the items instead of the changes. */
function byItem(failure: Failure, items: readonly TrayItem[]): Failure {
  const fields = Object.entries(failure.fields ?? {}).map(([path, message]) => {
    const index = /^changes\.(\d+)\./.exec(path)?.[1]
    return [index === undefined ? path : `items.${items[Number(index)]?.id}`, message]
  })
  return failure.fields ? fail(failure.code, failure.message, Object.fromEntries(fields)) : failure
}
