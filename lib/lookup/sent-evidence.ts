import type { EntryKind } from '@/lib/catalog/entry'
import { frameOf } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import type { Change } from '@/lib/readme/change'
import { recordsOf } from './cache'
import { evidenceOf, offerOf, type Evidence } from './evidence'
import { offersOf, type Offer } from './offers'

/** What a form names when it is sent. */
export interface Named {
  /** Its look-ups' ids, the latest last. */
  lookups: readonly string[]
  /** The version that it replaces, whose evidence holds for what it says again. */
  replaces?: { proposal: number; version: number } | undefined
  /** What bore them out before. */
  before?: readonly Evidence[]
}

/** What bears out changes that are sent, in their order: read from the portal's own record of its look-ups, whatever the form says of them. */
export async function sentEvidence(db: Db, changes: readonly Change[], { lookups, replaces, before: borne = [] }: Named): Promise<Evidence[][]> {
  const records = await recordsOf(db, lookups)
  const replaced = replaces ? await storedEvidence(db, replaces.proposal, replaces.version) : []
  const before = [...borne, ...replaced.map(({ evidence }) => evidence)].map(offerOf)
  if (records.length + before.length === 0) return changes.map(() => [])
  const slugs = changes.flatMap((change) => ('section' in change ? [change.section] : []))
  const sections = await db.section.findMany({ where: { slug: { in: [...new Set(slugs)] } }, select: { slug: true, kind: true, frame: true } })
  const offers = new Map(sections.map((section) => [section.slug, offersIn(section.kind, section)]))
  return changes.map((change) => ('section' in change ? evidenceOf(change, [...(offers.get(change.section) ?? []), ...before]) : []))

  function offersIn(kind: EntryKind, section: { frame: unknown }): Offer[] {
    const { columns } = frameOf(section)
    return records.toReversed().flatMap((record) => offersOf(record, kind, columns))
  }
}

/** The evidence of a version of a proposal, each with its change's place. */
export async function storedEvidence(db: Db, proposalId: number, version: number): Promise<{ ordinal: number; evidence: Evidence }[]> {
  const rows = await db.evidence.findMany({ where: { proposalId, version }, orderBy: [{ ordinal: 'asc' }, { field: 'asc' }] })
  return rows.map(({ ordinal, field, value, service, page, at }) => ({ ordinal, evidence: { field, value, service, page, at: at.toISOString() } }))
}
