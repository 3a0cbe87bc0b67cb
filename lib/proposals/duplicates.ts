import { z } from 'zod'
import { can, refused, type Actor } from '@/lib/auth/policy'
import { entryKinds, entryName, type ReadEntry } from '@/lib/catalog/entry'
import { addressesOf, identitiesOfParts, sayIdentity } from '@/lib/catalog/identity'
import type { EntryRef } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { openStates } from './states'

/** Something that is likely the same as what is proposed; exactly one of `entry` and `proposal` is set. */
export interface Duplicate {
  /** In words: "same arXiv id 2402.13963". */
  why: string
  entry: EntryRef | null
  proposal: { id: number; title: string } | null
}

/** What duplicates are looked for by; the form sends it while one types, so anything may be missing or half-typed. */
export const likenessSchema = z.object({
  kind: z.enum(entryKinds),
  name: z.string().max(500).default(''),
  urls: z.array(z.string().max(4000)).max(20).default([]),
})
export type Likeness = z.output<typeof likenessSchema>

const shown = 20

/** A duplicate for the one who asks: `readable` says whether its page opens for them. */
export type FoundDuplicate = Duplicate & { readable: boolean }

/** Who asks for its own duplicates: a proposal, an entry by its slug. */
export interface Except {
  proposal?: number | undefined
  entry?: string | undefined
}

/** Entries and open proposals that are likely the same, each once; `except` leaves out what asks. */
export async function findDuplicates(db: Db, actor: Actor, like: Likeness, except: Except = {}): Promise<Result<FoundDuplicate[]>> {
  const permission = can(actor, 'duplicates.view')
  if (!permission.allowed) return refused(permission.reason)
  const found = await duplicatesOf(db, like, except)
  const ids = found.flatMap(({ proposal }) => (proposal ? [proposal.id] : []))
  const readable = await readableOf(db, actor, ids)
  return ok(found.map((one) => ({ ...one, readable: one.proposal === null || readable.has(one.proposal.id) })))
}

async function readableOf(db: Db, actor: Actor, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db.proposal.findMany({ where: { id: { in: ids } }, select: { id: true, proposerId: true, state: true } })
  return new Set(rows.filter((row) => can(actor, 'proposal.view', row).allowed).map(({ id }) => id))
}

/** What an entry is like. */
export function likenessOf(entry: ReadEntry): Likeness {
  return { kind: entry.kind, name: entryName(entry), urls: addressesOf(entry) }
}

/** The same without asking who asks: for services that have done so. */
export async function duplicatesOf(db: Db, like: Likeness, except: Except = {}): Promise<Duplicate[]> {
  const identities = identitiesOfParts(like.kind, like.name, like.urls)
  const [entries, proposals] = await Promise.all([
    entriesLike(db, identities, except.entry === undefined ? {} : { NOT: { kind: like.kind, slug: except.entry } }),
    proposalsLike(db, identities, except.proposal),
  ])
  return [...entries, ...proposals]
}

/** How many duplicates each of some proposals has in all its changes; one that has none is not in the map. For a list, in one question. */
export async function countDuplicates(db: Db, proposals: readonly number[]): Promise<Map<number, number>> {
  const found = await db.$queryRaw<{ id: number; count: number }[]>`
    WITH mine AS (
      SELECT i.proposal_id AS id, i.ordinal, i.identity FROM change_identity i
      JOIN proposal p ON p.id = i.proposal_id AND p.version = i.version WHERE p.id = ANY(${proposals})
    ), alike AS (
      SELECT mine.id, mine.ordinal, e.id::text AS other FROM mine
      JOIN entry_identity i USING (identity) JOIN entry e ON e.id = i.entry_id AND NOT e.removed
      UNION
      SELECT mine.id, mine.ordinal, p.id::text FROM mine
      JOIN change_identity i USING (identity) JOIN proposal p ON p.id = i.proposal_id AND p.version = i.version
      WHERE p.id <> mine.id AND p.state::text = ANY(${openStates})
    )
    SELECT id, count(*)::int AS count FROM alike GROUP BY id`
  return new Map(found.map(({ id, count }) => [id, count]))
}

async function entriesLike(db: Db, identities: string[], others: Prisma.EntryWhereInput): Promise<Duplicate[]> {
  const found = await db.entryIdentity.findMany({
    where: { identity: { in: identities }, entry: { removed: false, ...others } },
    select: { identity: true, entry: { select: { id: true, kind: true, slug: true, name: true } } },
    take: shown * 4,
  })
  const byEntry = groupWhy(found, ({ entry }) => entry.id)
  return byEntry.map(([{ entry }, why]) => ({ why, entry: { kind: entry.kind, slug: entry.slug, name: entry.name }, proposal: null }))
}

async function proposalsLike(db: Db, identities: string[], except: number | undefined): Promise<Duplicate[]> {
  const found = await db.changeIdentity.findMany({
    where: {
      identity: { in: identities },
      ...(except === undefined ? {} : { proposalId: { not: except } }),
      change: { of: { proposal: { state: { in: openStates } } } },
    },
    select: { identity: true, version: true, change: { select: { of: { select: { proposal: { select: proposalSelect } } } } } },
    take: shown * 4,
  })
  const current = found.filter(({ version, change }) => change.of.proposal.version === version)
  const byProposal = groupWhy(current, ({ change }) => change.of.proposal.id)
  return byProposal.map(([{ change }, why]) => ({
    why,
    entry: null,
    proposal: { id: change.of.proposal.id, title: change.of.proposal.title },
  }))
}

const proposalSelect = { id: true, title: true, version: true } as const

/** The first of each group with all the group's reasons: "same arXiv id 2402.13963, same name". */
function groupWhy<T extends { identity: string }>(found: readonly T[], keyOf: (item: T) => string | number): [T, string][] {
  const groups = new Map<string | number, T[]>()
  for (const item of found) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
    .slice(0, shown)
    .map((group) => [group[0] as T, group.map(({ identity }) => sayIdentity(identity)).toSorted().join(', ')])
}
