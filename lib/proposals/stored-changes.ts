import { publicName } from '@/lib/auth/name'
import type { EntryRef } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { evidenceSchema, type Evidence } from '@/lib/lookup/evidence'
import { changeSchema, type Change } from '@/lib/readme/change'
import { z } from 'zod'
import type { Prisma } from '@/prisma/generated/client'
import type { Verdict } from '@/prisma/generated/enums'

/** What a maintainer makes of a change, and the catalog revision that this was made against. */
export interface Amended {
  change: Change
  base: number
  by: string
  /** What look-ups bore out of it. */
  evidence: Evidence[]
}

/** A change as it was sent, its place among the version's, and the entry that it touches or made, once accepted. */
export interface StoredChange {
  ordinal: number
  change: Change
  amended: Amended | null
  entry: EntryRef | null
  verdict: Verdict | null
  /** Why it was left out. */
  reason: string
}

const storedSelect = {
  ordinal: true,
  change: true,
  verdict: true,
  reason: true,
  entry: { select: { kind: true, slug: true, name: true } },
} satisfies Prisma.ChangeSelect

/** The changes of a version of a proposal, in their order. Parsed leniently: what was sent once stays readable. */
export async function storedChanges(db: Db, proposalId: number, version: number): Promise<StoredChange[]> {
  const found = await db.change.findMany({ where: { proposalId, version }, select: storedSelect, orderBy: { ordinal: 'asc' } })
  const amended = await amendmentsOf(db, proposalId, version)
  return found.map(({ change, ...rest }) => ({ ...rest, change: changeSchema.parse(change), amended: amended.get(rest.ordinal) ?? null }))
}

/** The latest of each change, by its place. Not as a part of the question above: Prisma would name each of thousands of changes in it. */
async function amendmentsOf(db: Db, proposalId: number, version: number): Promise<Map<number, Amended>> {
  const found = await db.amendment.findMany({
    where: { proposalId, version },
    select: { ordinal: true, change: true, baseRevision: true, evidence: true, reviewer: { select: { id: true, name: true } } },
    orderBy: { number: 'asc' },
  })
  const latest = new Map(found.map((amendment) => [amendment.ordinal, amendment]))
  return new Map(
    [...latest.values()].flatMap(({ ordinal, change, baseRevision, evidence, reviewer }) =>
      change === null ? [] : [[ordinal, { change: changeSchema.parse(change), base: baseRevision, by: publicName(reviewer), evidence: z.array(evidenceSchema).parse(evidence) }] as const],
    ),
  )
}
