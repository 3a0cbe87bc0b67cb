import type { EntryRef } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { changeSchema, type Change } from '@/lib/readme/change'

/** A change as it was sent, its place among the version's, and the entry that it touched or made, once accepted. */
export interface StoredChange {
  ordinal: number
  change: Change
  entry: EntryRef | null
}

/** The changes of a version of a proposal, in their order. Parsed leniently: what was sent once stays readable. */
export async function storedChanges(db: Db, proposalId: number, version: number): Promise<StoredChange[]> {
  const found = await db.change.findMany({
    where: { proposalId, version },
    select: { ordinal: true, change: true, entry: { select: { kind: true, slug: true, name: true } } },
    orderBy: { ordinal: 'asc' },
  })
  return found.map(({ ordinal, change, entry }) => ({ ordinal, change: changeSchema.parse(change), entry }))
}
