import { generateKeyBetween } from 'fractional-indexing'
import { randomUUID } from 'node:crypto'
import { kindOf, printCells } from '@/lib/catalog/entry'
import { freeSlug, slugify } from '@/lib/catalog/fold'
import { recordOf } from '@/lib/catalog/record'
import { insertEntries } from '@/lib/catalog/store'
import { frameOf, type EntryRef } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import { laterDate } from '@/lib/readme/date-line'
import { growFrame, type Frame } from '@/lib/readme/frame'
import { endOf } from '@/lib/readme/place'
import { changeSchema, type Change } from './change'
import type { Claimed } from './claim'

/** What an acceptance made: its revision, and the first entry that it added. */
export interface Accepted {
  revision: number
  entry: EntryRef | null
}

/** A section while a proposal's changes are applied to it, one after another. */
interface OpenSection {
  id: string
  kind: Change['entry']['kind']
  heading: string
  before: Frame
  frame: Frame
  added: number
}

/**
 * Applies the changes of a proposal's version to the catalog as one new revision, inside the decision's transaction,
 * which holds the document's lock. Fails as `conflict` where the catalog no longer has a place for them.
 */
export async function acceptChanges(db: Db, { id, version }: Claimed, revision: number, now: Date): Promise<Result<Accepted>> {
  const before = await db.catalogRevision.findUnique({ where: { number: revision - 1 }, select: { updated: true } })
  const updated = laterDate(now, before?.updated ?? null)
  await db.catalogRevision.create({ data: { number: revision, proposalId: id, updated, at: now } })
  await db.document.update({ where: { id: 1 }, data: { revision } })
  const changes = await db.change.findMany({ where: { proposalId: id, version }, orderBy: { ordinal: 'asc' } })
  const sections = new Map<string, OpenSection>()
  let first: EntryRef | null = null
  for (const { ordinal, change } of changes) {
    const added = await add(db, sections, changeSchema.parse(change), revision)
    if (!added.ok) return added
    const { id: entryId, ...entry } = added.value
    await db.change.update({ where: { proposalId_version_ordinal: { proposalId: id, version, ordinal } }, data: { entryId } })
    first ??= entry
  }
  for (const section of sections.values()) await close(db, section, revision)
  return ok({ revision, entry: first })
}

/** Puts a new entry into its section. The table's frame grows in memory; `close` writes it once. */
async function add(
  db: Db,
  sections: Map<string, OpenSection>,
  { section: slug, place, entry }: Change,
  revision: number,
): Promise<Result<EntryRef & { id: string }>> {
  const section = sections.get(slug) ?? (await open(db, slug))
  if (!section || section.kind !== entry.kind) {
    return fail('conflict', `The section "${slug}" no longer lists ${kindOf(entry.kind).words.many}; ask for changes.`)
  }
  sections.set(slug, section)
  const cells = printCells(entry, section.frame.columns)
  section.frame = growFrame(section.frame, cells)
  section.added++
  const { name } = recordOf(entry.kind, section.frame.columns, cells)
  const added = { id: randomUUID(), kind: entry.kind, slug: await slugFor(db, entry.kind, name), name }
  const rank = await rankAt(db, section.id, endOf(place, section.frame))
  await insertEntries(db, section.frame, revision, [{ ...added, sectionId: section.id, rank, row: { cells, verbatim: null } }])
  return ok(added)
}

async function open(db: Db, slug: string): Promise<OpenSection | undefined> {
  const section = await db.section.findUnique({ where: { slug, removed: false } })
  if (!section) return undefined
  const frame = frameOf(section)
  return { id: section.id, kind: section.kind, heading: section.heading, before: frame, frame, added: 0 }
}

async function close(db: Db, { id, heading, before, frame, added }: OpenSection, catalogRevision: number): Promise<void> {
  await db.section.update({ where: { id }, data: { frame, size: { increment: added } } })
  if (frame !== before) await db.sectionRevision.create({ data: { sectionId: id, catalogRevision, heading, frame } })
}

async function rankAt(db: Db, sectionId: string, edge: 'start' | 'end'): Promise<string> {
  // Removed rows keep their ranks, so that bringing one back puts it where it was.
  const orderBy = { rank: edge === 'start' ? ('asc' as const) : ('desc' as const) }
  const rank = (await db.entry.findFirst({ where: { sectionId }, orderBy, select: { rank: true } }))?.rank ?? null
  return edge === 'start' ? generateKeyBetween(null, rank) : generateKeyBetween(rank, null)
}

function slugFor(db: Db, kind: Change['entry']['kind'], name: string): Promise<string> {
  return freeSlug(slugify(name), async (slug) => (await db.entry.count({ where: { kind, slug } })) > 0)
}
