import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { publicName } from '@/lib/auth/name'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { Prisma } from '@/prisma/generated/client'
import type { ProposalState } from '@/prisma/generated/enums'
import { subjects, type Subject } from './about'
import { claimsOf, type Claim } from './claims'
import { countDuplicates } from './duplicates'
import { headingsOf } from './headings'
import { ages, type QueueFilter } from './queue-filter'

/** A proposal in a list. */
export interface ListedProposal {
  id: number
  title: string
  state: ProposalState
  version: number
  proposer: string
  submittedAt: Date
  /** Headings of the sections that it touches. */
  sections: string[]
  /** What it touches. */
  kinds: Subject[]
  /** The reader's own. */
  own: boolean
  /** Whether whoever proposed it is blocked by now. */
  byBlocked: boolean
}

/** A proposal that waits for a decision. */
export interface QueueItem extends ListedProposal {
  /** How many entries and open proposals are likely the same. */
  duplicates: number
  /** Who says to be reviewing it. */
  reviewer: Claim | null
}

const queueRows = 50
const countLimit = 1001

/** How many of those that wait each filter would leave, counted to 1,001. */
export interface QueueCounts {
  total: number
  kinds: { kind: Subject; count: number }[]
  sections: { slug: string; heading: string; count: number }[]
  newcomers: number
  mine: number
}

/** A page of the queue. */
export interface QueuePage {
  items: QueueItem[]
  /** The `after` of the next page. */
  more: string | null
  counts: QueueCounts
}

/** Proposals that wait for a decision and pass a filter, oldest first, `after` the `more` of the page before. `now` tells their age. */
export async function queue(
  db: Db,
  actor: Actor,
  { after, filter = {}, now = new Date() }: { after?: string | undefined; filter?: QueueFilter; now?: Date } = {},
): Promise<Result<QueuePage>> {
  const permission = can(actor, 'queue.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const found = await db.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM proposal p
    WHERE p.state = 'submitted' AND ${behind(after)} AND ${passing(filter, actor, now)}
    ORDER BY p.submitted_at, p.id LIMIT ${queueRows + 1}`
  const ids = found.slice(0, queueRows).map(({ id }) => id)
  const rows = await db.proposal.findMany({ where: { id: { in: ids } }, select: listSelect, orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }] })
  const listed = await listItems(db, actor, rows)
  const [duplicates, reviewers] = [await countDuplicates(db, ids), await claimsOf(db, ids, now)]
  const items = listed.map((item) => ({ ...item, duplicates: duplicates.get(item.id) ?? 0, reviewer: reviewers.get(item.id) ?? null }))
  const last = items.at(-1)
  const more = found.length > queueRows && last ? `${last.submittedAt.getTime()}-${last.id}` : null
  return ok({ items, more, counts: await countQueue(db, actor, now) })
}

function behind(cursor: string | undefined): Prisma.Sql {
  const [, time, id] = /^(\d{1,15})-(\d{1,9})$/.exec(cursor ?? '') ?? []
  if (!time || !id) return Prisma.sql`true`
  return Prisma.sql`(p.submitted_at, p.id) > (${new Date(Number(time))}, ${Number(id)})`
}

const day = 86_400_000

function passing({ kind, section, age, newcomer, duplicates, moved, mine }: QueueFilter, { id }: Viewer, now: Date): Prisma.Sql {
  const conditions = [
    kind && Prisma.sql`${kind} = ANY(p.kinds)`,
    section && Prisma.sql`${section} = ANY(p.sections)`,
    age && Prisma.sql`p.submitted_at <= ${new Date(now.getTime() - ages[age] * day)}`,
    newcomer && isNewcomer,
    duplicates && hasDuplicates,
    moved && hasMoved,
    mine && Prisma.sql`p.claimed_by = ${id}::uuid AND p.claimed_until > ${now}`,
  ]
  return Prisma.join([Prisma.sql`true`, ...conditions.filter((one) => typeof one === 'object')], ' AND ')
}

const isNewcomer = Prisma.sql`NOT EXISTS (SELECT FROM proposal o WHERE o.proposer_id = p.proposer_id AND o.state = 'accepted')`

const hasDuplicates = Prisma.sql`EXISTS (
  SELECT FROM change_identity c WHERE c.proposal_id = p.id AND c.version = p.version AND (
    EXISTS (SELECT FROM entry_identity i JOIN entry e ON e.id = i.entry_id AND NOT e.removed WHERE i.identity = c.identity)
    OR EXISTS (
      SELECT FROM change_identity d JOIN proposal o ON o.id = d.proposal_id AND o.version = d.version AND o.state IN ('submitted', 'changes_requested')
      WHERE d.identity = c.identity AND o.id <> p.id)))`

const hasMoved = Prisma.sql`EXISTS (
  SELECT FROM change c JOIN proposal_version v ON v.proposal_id = c.proposal_id AND v.number = c.version
  JOIN entry_revision r ON r.entry_id = c.entry_id AND r.catalog_revision > v.base_revision
  WHERE c.proposal_id = p.id AND c.version = p.version)`

interface Counted {
  total: number
  newcomers: number
  mine: number
  kinds: QueueCounts['kinds']
  sections: { slug: string; count: number }[]
}

/** Bounded: of more than a thousand that wait it tells that there are more. */
async function countQueue(db: Db, actor: Viewer, now: Date): Promise<QueueCounts> {
  const [counted] = await db.$queryRaw<[Counted]>`
    WITH waiting AS MATERIALIZED (
      SELECT proposer_id, kinds, sections, claimed_by, claimed_until FROM proposal WHERE state = 'submitted' ORDER BY submitted_at, id LIMIT ${countLimit}
    ),
    proposers AS (SELECT proposer_id, count(*)::int AS count FROM waiting GROUP BY proposer_id),
    kind_counts AS (SELECT kind, count(*)::int AS count FROM waiting CROSS JOIN unnest(kinds) AS kind GROUP BY kind),
    section_counts AS (
      SELECT slug, count(*)::int AS count FROM waiting CROSS JOIN unnest(sections) AS slug GROUP BY slug ORDER BY count DESC, slug LIMIT 100
    )
    SELECT (SELECT count(*)::int FROM waiting) AS total,
      (SELECT coalesce(sum(p.count), 0)::int FROM proposers AS p WHERE ${isNewcomer}) AS newcomers,
      (SELECT count(*)::int FROM waiting WHERE claimed_by = ${actor.id}::uuid AND claimed_until > ${now}) AS mine,
      (SELECT coalesce(json_agg(k ORDER BY k.count DESC, k.kind), '[]') FROM kind_counts AS k) AS kinds,
      (SELECT coalesce(json_agg(s ORDER BY s.count DESC, s.slug), '[]') FROM section_counts AS s) AS sections`
  const { sections, ...counts } = counted
  const headings = await headingsOf(db, sections.map(({ slug }) => slug))
  return { ...counts, sections: sections.map(({ slug, count }) => ({ slug, heading: headings.get(slug) ?? slug, count })) }
}

/** The oldest proposal but `current` that waits for a decision by somebody else than its proposer; null where none does. */
export async function nextInQueue(db: Db, actor: Actor, current: number): Promise<Result<number | null>> {
  const permission = can(actor, 'queue.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const next = await db.proposal.findFirst({
    where: { state: 'submitted', id: { not: current }, proposerId: { not: actor.id } },
    select: { id: true },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  })
  return ok(next?.id ?? null)
}

/** The proposals before and behind one in the queue, leaving out the reader's own; null at its ends. */
export async function aroundInQueue(
  db: Db,
  actor: Actor,
  current: { id: number; submittedAt: Date },
): Promise<Result<{ previous: number | null; next: number | null }>> {
  const permission = can(actor, 'queue.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const { id, submittedAt: at } = current
  const where = { state: 'submitted' as const, proposerId: { not: actor.id } }
  const [previous, next] = [
    await db.proposal.findFirst({
      where: { ...where, OR: [{ submittedAt: { lt: at } }, { submittedAt: at, id: { lt: id } }] },
      select: { id: true },
      orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    }),
    await db.proposal.findFirst({
      where: { ...where, OR: [{ submittedAt: { gt: at } }, { submittedAt: at, id: { gt: id } }] },
      select: { id: true },
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    }),
  ]
  return ok({ previous: previous?.id ?? null, next: next?.id ?? null })
}

/** The reader's own proposals, newest first. */
export async function myProposals(db: Db, actor: Actor): Promise<Result<ListedProposal[]>> {
  if (!actor) return refused('signed-out')
  const found = await db.proposal.findMany({ where: { proposerId: actor.id }, select: listSelect, orderBy: { id: 'desc' }, take: 200 })
  return ok(await listItems(db, actor, found))
}

/** The columns that a listed proposal is made of. */
export const listSelect = {
  id: true,
  title: true,
  state: true,
  version: true,
  submittedAt: true,
  createdAt: true,
  proposer: { select: { id: true, name: true, blockedAt: true } },
  sections: true,
  kinds: true,
} satisfies Prisma.ProposalSelect

type ListRow = Prisma.ProposalGetPayload<{ select: typeof listSelect }>

/** Makes listed proposals of rows, for whoever reads them. */
export async function listItems(db: Db, actor: Viewer, rows: readonly ListRow[]): Promise<ListedProposal[]> {
  const headings = await headingsOf(db, rows.flatMap(({ sections }) => sections))
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, state: row.state, version: row.version },
    ...{ proposer: publicName(row.proposer), own: row.proposer.id === actor.id, byBlocked: row.proposer.blockedAt !== null },
    submittedAt: row.submittedAt ?? row.createdAt,
    sections: row.sections.map((section) => headings.get(section) ?? section),
    kinds: subjects.filter((subject) => row.kinds.includes(subject)),
  }))
}
