import { randomUUID } from 'node:crypto'
import { can } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import { noticeKinds, paceOf, type NoticeKind, type Pace } from './kinds'
import { recipientOf, recipientSelect } from './recipient'
import { addressOf, chosenPaces } from './settings'

/** Has e-mails sent, by their ids: written into the transaction, so that what is queued is what was put into e-mails. */
export type Enqueue = (db: Db, mails: readonly string[]) => Promise<void>

const batch = 200
const day = 86_400_000
/** What waited longer, as after a time without a mail server, is no news: it stays in the inbox. */
const tooOld = 3 * day

interface Waiting {
  id: bigint
  recipientId: string
  kind: NoticeKind
  at: Date
}

/**
 * Puts notices that wait to be told at once into an e-mail each, and queues these. Two who do it at once take different ones. Answers
 * how many notices it took up; the settings are asked again, as they may have changed since.
 */
export async function relay(db: PrismaClient, enqueue: Enqueue, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const waiting = await tx.$queryRaw<Waiting[]>`
      SELECT id, recipient_id AS "recipientId", kind::text, at FROM notice WHERE waits = 'at_once' ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`
    const people = await whoOf(tx, waiting)
    const go = (notice: Waiting): Pace => (isOld(notice, now) ? 'never' : (people.get(notice.recipientId)?.(notice.kind) ?? 'never'))
    await tx.notice.updateMany({ where: { id: { in: idsOf(waiting, (notice) => go(notice) === 'never') } }, data: { waits: null } })
    await tx.notice.updateMany({ where: { id: { in: idsOf(waiting, (notice) => go(notice) === 'daily') } }, data: { waits: 'daily' } })
    const mails = waiting.filter((notice) => go(notice) === 'at_once').map((notice) => ({ notice, mail: randomUUID() }))
    await tx.mail.createMany({ data: mails.map(({ notice, mail }) => ({ id: mail, recipientId: notice.recipientId, daily: false, createdAt: now })) })
    for (const { notice, mail } of mails) await tx.notice.update({ where: { id: notice.id }, data: { waits: null, mailId: mail } })
    if (mails.length > 0) await enqueue(tx, mails.map(({ mail }) => mail))
    return waiting.length
  })
}

function idsOf(waiting: readonly Waiting[], which: (notice: Waiting) => boolean): bigint[] {
  return waiting.filter(which).map(({ id }) => id)
}

function isOld({ at }: Waiting, now: Date): boolean {
  return at.getTime() < now.getTime() - tooOld
}

/** How soon each recipient wants what; nobody without an address. */
async function whoOf(db: Db, waiting: readonly Waiting[]): Promise<Map<string, (kind: NoticeKind) => Pace>> {
  const people = new Map<string, (kind: NoticeKind) => Pace>()
  for (const person of new Set(waiting.map(({ recipientId }) => recipientId))) {
    const chosen = await chosenPaces(db, person)
    if (await addressOf(db, person)) people.set(person, (kind) => paceOf(kind, chosen))
  }
  return people
}

/**
 * Puts together the day's e-mails: what waits for it and was not read meanwhile, and, for those who review, that the queue is not empty.
 * Done again on the same day, it takes up only what came since. Answers the e-mails that it queued.
 */
export async function gatherDay(db: PrismaClient, enqueue: Enqueue, now: Date): Promise<string[]> {
  const people = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT recipient_id AS id FROM notice WHERE waits = 'daily'
    UNION SELECT id FROM "user" WHERE role IN ('maintainer', 'admin')`
  const mails: string[] = []
  for (const { id } of people) {
    const mail = await db.$transaction((tx) => gatherFor(tx, id, enqueue, now))
    if (mail) mails.push(mail)
  }
  return mails
}

async function gatherFor(db: Db, person: string, enqueue: Enqueue, now: Date): Promise<string | null> {
  // Two who gather at once: the second finds nothing left.
  await db.$queryRaw`SELECT id FROM "user" WHERE id = ${person}::uuid FOR NO KEY UPDATE`
  const chosen = await chosenPaces(db, person)
  const address = await addressOf(db, person)
  const waiting = { recipientId: person, waits: 'daily' } as const
  const news = { readAt: null, at: { gte: new Date(now.getTime() - tooOld) }, kind: { in: noticeKinds.filter((kind) => paceOf(kind, chosen) !== 'never') } }
  const tells = address !== null && (await db.notice.findFirst({ where: { ...waiting, ...news }, select: { id: true } })) !== null
  const queueDay = address && paceOf('queue', chosen) === 'daily' ? await queueDayFor(db, person, now) : null
  const mail = tells || queueDay ? randomUUID() : null
  if (mail) await db.mail.create({ data: { id: mail, recipientId: person, daily: true, queueDay, createdAt: now } })
  if (tells) await db.notice.updateMany({ where: { ...waiting, ...news }, data: { waits: null, mailId: mail } })
  // News that came this moment waits for the next day's.
  await db.notice.updateMany({ where: { ...waiting, ...(address && { NOT: news }) }, data: { waits: null } })
  if (mail) await enqueue(db, [mail])
  return mail
}

/** The day whose queue is to be told to somebody; null where nothing waits for them, or they were told already. */
async function queueDayFor(db: Db, person: string, now: Date): Promise<Date | null> {
  const viewer = recipientOf(await db.user.findUniqueOrThrow({ where: { id: person }, select: recipientSelect }))
  if (!can(viewer, 'queue.view').allowed) return null
  const queueDay = new Date(now.toISOString().slice(0, 10))
  const told = await db.mail.count({ where: { recipientId: person, queueDay } })
  return told === 0 && (await waitingFor(db, person)).length > 0 ? queueDay : null
}

const queueShown = 10
/** A proposal that waits for somebody's decision. */
export interface WaitingProposal {
  id: number
  title: string
  submittedAt: Date
}

/** What waits for a person's decision, oldest first; nobody waits for themselves. */
export async function waitingFor(db: Db, person: string): Promise<WaitingProposal[]> {
  return db.$queryRaw<WaitingProposal[]>(Prisma.sql`
    SELECT id, title, submitted_at AS "submittedAt" FROM proposal
    WHERE state = 'submitted' AND proposer_id <> ${person}::uuid ORDER BY submitted_at, id LIMIT ${queueShown + 1}`)
}

/** E-mails that are neither sent nor given up after an hour are queued again: their jobs may have been lost with a restored backup. */
export async function requeue(db: PrismaClient, enqueue: Enqueue, now: Date): Promise<number> {
  const found = await db.mail.findMany({ where: { sentAt: null, droppedAt: null, createdAt: { lt: new Date(now.getTime() - 3_600_000) } }, select: { id: true }, take: 1000 })
  if (found.length > 0) await db.$transaction((tx) => enqueue(tx, found.map(({ id }) => id)))
  return found.length
}
