import { z } from 'zod'
import { creditSchema, logItems, revisionSelect, type LogItem } from '@/lib/catalog/log'
import type { Db } from '@/lib/db'
import { counted } from './citation'

/** What everybody may see of somebody: what was accepted of theirs, and how much of others' they accepted. */
export interface Profile {
  id: string
  /** What they were called when something of theirs, or by them, was accepted last: a public page follows from the catalog's revision. */
  name: string
  /** Counted to one more than `counted`. */
  contributions: number
  reviews: number
  /** By their proposals, newest first. */
  items: LogItem[]
  /** The `before` of the next page, a proposal's number. */
  more: number | null
  /** The catalog's revision, and when it was made. */
  revision: number
  at: Date
}

const pageRows = 25

/** Whether an address names somebody: by an id as the database writes it, so that each has one address. */
export function isPersonId(id: string): boolean {
  return z.uuid().safeParse(id).success && id === id.toLowerCase()
}

/**
 * Somebody's public page, `before` one of their proposals; null where nothing of theirs is in the catalog's history: who only signed in, or
 * whose proposals wait or were rejected, has none. `id` must be a UUID.
 */
export async function profile(db: Db, id: string, { before }: { before?: number | undefined } = {}): Promise<Profile | null> {
  const latest = await db.catalogRevision.findFirst({ select: { number: true, at: true }, orderBy: { number: 'desc' } })
  const [contributions, reviews] = [await countAccepted(db, id), await countReviews(db, id)]
  if (!latest || (contributions === 0 && reviews === 0)) return null
  const found = await db.proposal.findMany({
    where: { proposerId: id, state: 'accepted', ...(before !== undefined && { id: { lt: before } }) },
    select: { id: true, revision: { select: revisionSelect } },
    orderBy: { id: 'desc' },
    take: pageRows + 1,
  })
  const shown = found.slice(0, pageRows)
  return {
    ...{ id, name: await creditedName(db, id), contributions, reviews, revision: latest.number, at: latest.at },
    items: await logItems(db, shown.flatMap(({ revision }) => revision ?? [])),
    more: found.length > pageRows ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** The name of somebody of whom something was accepted, or who accepted something, as the latest acceptance tells it. */
async function creditedName(db: Db, id: string): Promise<string> {
  const newest = { orderBy: { catalogRevision: 'desc' }, select: { catalogRevision: true, revision: { select: { events: revisionSelect.events } } } } as const
  const proposed = await db.decision.findFirst({ where: { verdict: 'accepted', proposal: { proposerId: id } }, ...newest })
  const decided = await db.decision.findFirst({ where: { verdict: 'accepted', deciderId: id }, ...newest })
  const wasProposer = (proposed?.catalogRevision ?? 0) >= (decided?.catalogRevision ?? 0)
  const credit = creditSchema.parse((wasProposer ? proposed : decided)?.revision?.events[0]?.data)
  return wasProposer ? credit.proposer : credit.decider
}

async function countAccepted(db: Db, proposerId: string): Promise<number> {
  return (await db.proposal.findMany({ where: { proposerId, state: 'accepted' }, select: { id: true }, take: counted + 1 })).length
}

async function countReviews(db: Db, deciderId: string): Promise<number> {
  return (await db.decision.findMany({ where: { deciderId, verdict: 'accepted', proposal: { proposerId: { not: deciderId } } }, select: { proposalId: true }, take: counted + 1 })).length
}
