import type { EntryKind } from '@/lib/catalog/entry'
import { nameKey, slugTaker } from '@/lib/catalog/fold'
import { slugSource } from '@/lib/catalog/section-name'
import type { Db } from '@/lib/db'
import { isSame } from './changes/content'
import { loadDocument, type StoredReadme } from './load'
import { sectionsOf, type Readme, type Section } from './parse'
import { storeRows, type StoredSection } from './store-rows'
import type { StoredParts } from './stored'

/** What a catalog revision does to the README. */
export interface Step {
  /** The revision that is made; its `catalog_revision` is written already. */
  revision: number
  /** The README of the revision before, or the part of it that is touched, as `loadReadme` gives it; without parts before the first. */
  before: StoredReadme
  /** The README to be: sections and rows that keep their keys are the same ones. */
  after: Readme
  /** Whether the prose tells the date, and not the revision. */
  keepsDate: boolean
}

/**
 * Writes the difference between two READMEs as one catalog revision, inside the caller's transaction, which holds the
 * document's lock: sections, rows, prose, and their history. Sections and rows that are gone become tombstones; what comes back
 * under its old name is what it was. Answers the ids of all entries touched, by `rowName`.
 */
export async function storeReadme(db: Db, { revision, before, after, keepsDate }: Step): Promise<Map<string, string>> {
  const old = sectionsOf(before.parts).map((section) => ({ id: before.ids.get(section.key) as string, section }))
  const fresh = await storeSections(db, revision, old, sectionsOf(after.parts))
  const touched = await storeRows(db, revision, old, fresh)
  await storeProse(db, revision, partsOf(before, old), partsOf(after, fresh), keepsDate)
  return touched
}

/** What new sections are called, and those that were there once, each to be taken back once. */
interface Names {
  slugFor: (heading: string) => string
  tombstones: { id: string; kind: EntryKind; heading: string }[]
}

async function namesOf(db: Db): Promise<Names> {
  const ever = await db.section.findMany({ select: { id: true, slug: true, kind: true, heading: true, removed: true }, orderBy: { ordinal: 'asc' } })
  return { slugFor: slugTaker(ever.map(({ slug }) => slug)), tombstones: ever.filter(({ removed }) => removed) }
}

/** Writes what became of the sections; answers those that are to be, with their ids. */
async function storeSections(
  db: Db,
  revision: number,
  old: readonly StoredSection[],
  after: readonly Section[],
): Promise<StoredSection[]> {
  const known = new Map(old.map((one, ordinal) => [one.section.key, { ...one, ordinal }]))
  let names: Names | undefined
  const fresh: StoredSection[] = []
  for (const [ordinal, section] of after.entries()) {
    const was = known.get(section.key)
    // A table whose rows became another kind of entry is another section.
    const stays = was !== undefined && was.section.kind === section.kind
    if (!stays) fresh.push({ id: await createSection(db, revision, section, ordinal, (names ??= await namesOf(db))), section })
    else {
      fresh.push({ id: was.id, section })
      if (was.ordinal !== ordinal || was.section.rows.length !== section.rows.length) {
        const size = { increment: section.rows.length - was.section.rows.length }
        await db.section.update({ where: { id: was.id }, data: { ordinal, size } })
      }
      if (!isSameTable(was.section, section)) await reviseSection(db, revision, was.id, section)
    }
  }
  const kept = new Set(fresh.map(({ id }) => id))
  const gone = old.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (gone.length > 0) await db.section.updateMany({ where: { id: { in: gone } }, data: { removed: true, size: 0 } })
  return fresh
}

async function createSection(
  db: Db,
  revision: number,
  section: Section,
  ordinal: number,
  { slugFor, tombstones }: Names,
): Promise<string> {
  const { kind, heading, frame, rows } = section
  const slug = slugSource(heading, kind)
  const table = { heading, ordinal, frame, size: rows.length }
  const lost = tombstones.findIndex((one) => one.kind === kind && nameKey(slugSource(one.heading, kind)) === nameKey(slug))
  const [back] = lost === -1 ? [] : tombstones.splice(lost, 1)
  const { id } = back
    ? await db.section.update({ where: { id: back.id }, data: { ...table, removed: false }, select: { id: true } })
    : await db.section.create({ data: { ...table, kind, slug: slugFor(slug) }, select: { id: true } })
  await db.sectionRevision.create({ data: { sectionId: id, catalogRevision: revision, heading, frame } })
  return id
}

async function reviseSection(db: Db, revision: number, id: string, { heading, frame }: Section): Promise<void> {
  await db.section.update({ where: { id }, data: { heading, frame } })
  await db.sectionRevision.create({ data: { sectionId: id, catalogRevision: revision, heading, frame } })
}

function isSameTable(was: Section, now: Section): boolean {
  return was.heading === now.heading && isSame(was.frame, now.frame)
}

/** A README's parts as the database keeps them. */
function partsOf({ parts }: Readme, sections: readonly StoredSection[]): StoredParts {
  const ids = new Map(sections.map(({ id, section }) => [section, id]))
  return parts.map((part) => ('prose' in part ? part : { section: ids.get(part.section) as string }))
}

/** Writes the prose and the order of the sections, where they are not what the export would say without. */
async function storeProse(db: Db, revision: number, before: StoredParts, after: StoredParts, keepsDate: boolean): Promise<void> {
  // The first revision is written, however little it holds.
  if (before.length > 0 && isSame(after, keepsDate ? (await loadDocument(db, revision - 1))?.parts : before)) return
  // As one text: the client would take hundreds of parts apart.
  await db.$executeRaw`INSERT INTO document_revision (catalog_revision, parts) VALUES (${revision}, ${JSON.stringify(after)}::jsonb)`
}
