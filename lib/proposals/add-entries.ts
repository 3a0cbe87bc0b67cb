import { generateKeyBetween } from 'fractional-indexing'
import { randomUUID } from 'node:crypto'
import { kindOf, printCells, type EntryKind } from '@/lib/catalog/entry'
import { freeSlug, slugify } from '@/lib/catalog/fold'
import { homelessOf } from '@/lib/catalog/homeless'
import { recordOf } from '@/lib/catalog/record'
import { insertEntries } from '@/lib/catalog/store'
import { frameOf } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { AddChange, Change } from '@/lib/readme/change'
import { growFrame } from '@/lib/readme/fit'
import type { Frame } from '@/lib/readme/frame'
import { endOf, type Place } from '@/lib/readme/place'

/** An entry that goes to an edge of its table and is written as the layout has it: what a form sends. */
export type PlainAdd = AddChange & { place: Place; line?: null | undefined }

/** Whether changes do no more than add entries at their tables' edges, so that nothing else has to be read to apply them. */
export function arePlainAdds(changes: readonly Change[]): changes is PlainAdd[] {
  return changes.every((change) => change.op === 'add' && typeof change.place === 'string' && !change.line)
}

/** A section while entries are added to it, one after another. */
interface OpenSection {
  id: string
  kind: EntryKind
  heading: string
  before: Frame
  frame: Frame
  added: number
}

/** Adds entries as part of a revision; answers their ids. Fails as `conflict` where a section no longer has a place for them. */
export async function addEntries(db: Db, changes: readonly PlainAdd[], revision: number): Promise<Result<string[]>> {
  const sections = new Map<string, OpenSection>()
  const ids: string[] = []
  for (const change of changes) {
    const added = await add(db, sections, change, revision)
    if (!added.ok) return added
    ids.push(added.value)
  }
  for (const section of sections.values()) await close(db, section, revision)
  return ok(ids)
}

/** Puts a new entry into its section. The table's frame grows in memory; `close` writes it once. */
async function add(
  db: Db,
  sections: Map<string, OpenSection>,
  { section: slug, place, entry }: PlainAdd,
  revision: number,
): Promise<Result<string>> {
  const section = sections.get(slug) ?? (await open(db, slug))
  if (!section || section.kind !== entry.kind) {
    return fail('conflict', `The section "${slug}" no longer lists ${kindOf(entry.kind).words.many}; ask for changes.`)
  }
  sections.set(slug, section)
  const homeless = homelessOf(entry, section.frame.columns)
  if (homeless) return fail('conflict', `The table of "${section.heading || slug}" no longer has a column for “${homeless}”; ask for changes.`)
  const cells = printCells(entry, section.frame.columns)
  section.frame = growFrame(section.frame, cells)
  section.added++
  const added = {
    id: randomUUID(),
    kind: entry.kind,
    slug: await slugFor(db, entry.kind, recordOf(entry.kind, section.frame.columns, cells).name),
  }
  const rank = await rankAt(db, section.id, endOf(place, section.frame))
  await insertEntries(db, section.frame, revision, [{ ...added, sectionId: section.id, rank, row: { cells, verbatim: null } }])
  return ok(added.id)
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

function slugFor(db: Db, kind: EntryKind, name: string): Promise<string> {
  return freeSlug(slugify(name), async (slug) => (await db.entry.count({ where: { kind, slug } })) > 0)
}
