import { z } from 'zod'
import type { Db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { narrowsLog, type DoneName, type LogFilter } from './log-filter'
import { logMatches } from './log-matches'
import type { EntryRef } from './view'

/** The names that an acceptance is credited to, as they were then: a later renaming changes no history. */
export const creditSchema = z.object({ proposer: z.string(), decider: z.string() })
export type Credit = z.output<typeof creditSchema>

/** An entry in the log, with what was done to it, in that order. */
export interface LoggedEntry extends EntryRef {
  did: Exclude<DoneName, 'text'>[]
}

/** One catalog revision in the public log: what, who, when and why. */
export interface LogItem {
  revision: number
  at: Date
  title: string
  /** null: an import. */
  proposal: number | null
  proposer: string | null
  decider: string | null
  /** Who they are: their public pages. */
  proposerId: string | null
  deciderId: string | null
  /** What the maintainer said. */
  reason: string
  /** What the proposer said. */
  rationale: string
  entries: LoggedEntry[]
}

const logRows = 50
/** The log names no more than these of one revision, and reads no more changes to find them. */
const entriesShown = 20
const changesRead = 200

/** The columns that a logged revision is made of. */
export const revisionSelect = {
  number: true,
  at: true,
  proposalId: true,
  proposal: { select: { proposerId: true } },
  decision: { select: { reason: true, deciderId: true, of: { select: { title: true, rationale: true } } } },
  events: { where: { kind: { in: ['imported', 'accepted'] } }, select: { data: true }, take: 1 },
} satisfies Prisma.CatalogRevisionSelect

/** A revision as `revisionSelect` gives it. */
export type RevisionRow = Prisma.CatalogRevisionGetPayload<{ select: typeof revisionSelect }>

/** What of the log is asked for. */
interface Asked {
  before?: number | undefined
  filter?: LogFilter
}

/** The log, newest first, `before` a revision. `more` is the `before` of the next page; a page of a narrowed log may be short, or empty, and have one. */
export async function catalogLog(db: Db, { before, filter }: Asked): Promise<{ items: LogItem[]; more: number | null }> {
  if (filter && narrowsLog(filter)) {
    const { numbers, more } = await logMatches(db, filter, before, logRows)
    return { items: await logItems(db, await rowsOf(db, { in: numbers })), more }
  }
  const found = await rowsOf(db, before === undefined ? {} : { lt: before })
  const items = await logItems(db, found.slice(0, logRows))
  return { items, more: found.length > logRows ? (items.at(-1)?.revision ?? null) : null }
}

function rowsOf(db: Db, number: Prisma.IntFilter): Promise<RevisionRow[]> {
  return db.catalogRevision.findMany({ where: { number }, select: revisionSelect, orderBy: { number: 'desc' }, take: logRows + 1 })
}

/** Revisions as the log shows them. */
export async function logItems(db: Db, rows: readonly RevisionRow[]): Promise<LogItem[]> {
  const entries = await entriesOf(db, rows)
  return rows.map((row) => ({ ...logged(row), entries: entries.get(row.proposalId ?? 0) ?? [] }))
}

const doneBy = { add: 'added', edit: 'edited', remove: 'removed', move: 'moved', text: null, layout: null } as const

/**
 * What accepted proposals made or touched and how, each once, by proposal, in their order: nothing that was left out of an acceptance, nor what only
 * an earlier version held. Not by revision: Prisma's nested `take` reads all of an import first.
 */
async function entriesOf(db: Db, rows: readonly RevisionRow[]): Promise<Map<number, LoggedEntry[]>> {
  const proposals = rows.flatMap(({ proposalId }) => proposalId ?? [])
  const found = await db.change.findMany({
    where: { proposalId: { in: proposals }, verdict: 'accepted', ordinal: { lt: changesRead }, entryId: { not: null } },
    select: { proposalId: true, op: true, entry: { select: { kind: true, slug: true, name: true } } },
    orderBy: { ordinal: 'asc' },
  })
  const entries = new Map<number, LoggedEntry[]>()
  for (const { proposalId, op, entry } of found) {
    const [named, done] = [entries.get(proposalId) ?? [], doneBy[op]]
    entries.set(proposalId, named)
    if (!entry || !done) continue
    const known = named.find(({ kind, slug }) => kind === entry.kind && slug === entry.slug)
    if (known) known.did = [...new Set([...known.did, done])]
    else if (named.length < entriesShown) named.push({ ...entry, did: [done] })
  }
  return entries
}

/** What the log says of a revision, but for its entries. */
export function logged(row: RevisionRow): Omit<LogItem, 'entries'> {
  const credit = creditSchema.safeParse(row.events[0]?.data).data
  return {
    ...{ revision: row.number, at: row.at, proposal: row.proposalId },
    title: row.decision?.of.title ?? 'Imported from the README',
    proposer: credit?.proposer ?? null,
    decider: credit?.decider ?? null,
    proposerId: row.proposal?.proposerId ?? null,
    deciderId: row.decision?.deciderId ?? null,
    reason: row.decision?.reason ?? '',
    rationale: row.decision?.of.rationale ?? '',
  }
}
