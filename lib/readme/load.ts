import type { EntryKind } from '@/lib/catalog/entry'
import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { dateAmong, readDate, writeDate } from './date-line'
import { loadExcerpt } from './excerpt'
import { frameSchema, type Frame, type Row } from './frame'
import type { KeyedRow, Readme, Section } from './parse'
import { unreadFrame, type Reach } from './reach'
import { partsSchema, type StoredParts } from './stored'

/**
 * The document at a revision, read from the history. History is never changed, so what several queries read of one
 * revision belongs together without a transaction.
 */
export interface StoredDocument {
  revision: number
  parts: StoredParts
  /** What the date line says, YYYY/MM/DD; null: what the prose says. */
  updated: string | null
}

/** A section's table at a revision. */
export interface StoredTable {
  id: string
  heading: string
  frame: Frame
}

/** A row and whose it is. */
export interface StoredRow extends Row {
  entryId: string
}

/** A README, or a part of one, as the database has it, and the ids of all sections that ever were by their slugs. */
export interface StoredReadme extends Readme {
  ids: ReadonlyMap<string, string>
}

/** The catalog's revision now; 0 before the first import. */
export async function currentRevision(db: Db): Promise<number> {
  return (await db.document.findUniqueOrThrow({ where: { id: 1 }, select: { revision: true } })).revision
}

/** The document at a revision; null where there is no such revision. */
export async function loadDocument(db: Db, revision: number): Promise<StoredDocument | null> {
  const at = await db.catalogRevision.findUnique({ where: { number: revision }, select: { updated: true } })
  if (!at) return null
  const { parts } = await db.documentRevision.findFirstOrThrow({
    where: { catalogRevision: { lte: revision } },
    orderBy: { catalogRevision: 'desc' },
    select: { parts: true },
  })
  return { revision, parts: partsSchema.parse(parts), updated: at.updated }
}

/** The tables at a revision, by section id; all of them, or those of some sections. */
export async function loadTables(db: Db, revision: number, sections?: readonly string[]): Promise<Map<string, StoredTable>> {
  const only = sections ? Prisma.sql`AND section_id = ANY(${sections}::uuid[])` : Prisma.empty
  // As one text: hundreds of rows cost the client more than the database.
  const [found] = await db.$queryRaw<{ tables: [id: string, heading: string, frame: unknown][] | null }[]>`
    SELECT json_agg(json_build_array(section_id, heading, frame)) AS tables FROM (
      SELECT DISTINCT ON (section_id) section_id, heading, frame FROM section_revision
      WHERE catalog_revision <= ${revision} ${only} ORDER BY section_id, catalog_revision DESC
    ) AS latest`
  return new Map((found?.tables ?? []).map(([id, heading, frame]) => [id, { id, heading, frame: frameSchema.parse(frame) }]))
}

/** The rows at a revision in their order, by section id; all of them, or those of some sections. */
export async function loadRows(db: Db, revision: number, sections?: readonly string[]): Promise<Map<string, StoredRow[]>> {
  const found = sections ? await rowsIn(db, revision, sections) : await allRows(db, revision)
  const rows = new Map<string, StoredRow[]>()
  for (const { sectionId: id, ...row } of found) {
    const list = rows.get(id)
    if (list) list.push(row)
    else rows.set(id, [row])
  }
  return rows
}

type PlacedRow = StoredRow & { sectionId: string }

function allRows(db: Db, revision: number): Promise<PlacedRow[]> {
  return db.$queryRaw<PlacedRow[]>`
    SELECT "entryId", "sectionId", cells, verbatim FROM (
      SELECT DISTINCT ON (entry_id) entry_id AS "entryId", section_id AS "sectionId", rank, cells, verbatim, removed
      FROM entry_revision WHERE catalog_revision <= ${revision} ORDER BY entry_id, number DESC
    ) AS latest WHERE NOT removed ORDER BY "sectionId", rank COLLATE "C"`
}

function rowsIn(db: Db, revision: number, sections: readonly string[]): Promise<PlacedRow[]> {
  return db.$queryRaw<PlacedRow[]>`
    SELECT entry_id AS "entryId", section_id AS "sectionId", cells, verbatim FROM entry_revision r
    WHERE section_id = ANY(${sections}::uuid[]) AND ${stoodAt(revision)} ORDER BY section_id, rank`
}

/** Whether a revision of an entry, `r`, is the one that it had at a revision of the catalog, and no tombstone. */
export function stoodAt(revision: number): Prisma.Sql {
  return Prisma.sql`r.catalog_revision <= ${revision} AND NOT r.removed AND NOT EXISTS (
    SELECT FROM entry_revision later WHERE later.entry_id = r.entry_id AND later.number > r.number AND later.catalog_revision <= ${revision})`
}

/** The rows of a section at a revision in their order, so many at a time, behind the rank `after`. */
export function loadRowsBehind(db: Db, revision: number, { section, after, most }: { section: string; after: string; most: number }): Promise<(Row & { rank: string })[]> {
  return db.$queryRaw<(Row & { rank: string })[]>`
    SELECT rank, cells, verbatim FROM entry_revision r
    WHERE section_id = ${section}::uuid AND rank > ${after} AND ${stoodAt(revision)} ORDER BY rank LIMIT ${most}`
}

/** The same of the entries that these rows are, by their ids. */
export function loadEntriesBehind(db: Db, revision: number, { section, after, most }: { section: string; after: string; most: number }): Promise<{ id: string; rank: string }[]> {
  return db.$queryRaw<{ id: string; rank: string }[]>`
    SELECT entry_id AS id, rank FROM entry_revision r
    WHERE section_id = ${section}::uuid AND rank > ${after} AND ${stoodAt(revision)} ORDER BY rank LIMIT ${most}`
}

/** The document's parts with the date line telling the revision's date. */
export function proseAt({ parts, updated }: StoredDocument): StoredDocument['parts'] {
  const dated = updated === null ? -1 : parts.findIndex((part) => 'prose' in part && readDate(part.prose) !== undefined)
  return parts.map((part, index) => (index === dated && 'prose' in part ? { prose: writeDate(part.prose, updated ?? '') } : part))
}

/** The date that the README of a revision tells, as YYYY/MM/DD; null where it tells none, or there is no such revision. */
export async function toldDate(db: Db, revision: number): Promise<string | null> {
  const at = await db.catalogRevision.findUnique({ where: { number: revision }, select: { updated: true } })
  // Most revisions tell it themselves: then nobody has to look for it in the text.
  if (!at || at.updated !== null) return at?.updated ?? null
  return dateAmong((await loadDocument(db, revision))?.parts ?? []) ?? null
}

/**
 * The README of a revision taken apart, as `parse` would, but with the catalog's own names: sections are keyed by their
 * slugs, rows by their entries' slugs. `render` of its parts is the export, unless only a part of it is read: of the sections that are
 * not within `reach` no row is, and their frames only where it asks for them. Throws where there is no such revision.
 */
export async function loadReadme(db: Db, revision: number, reach?: Reach): Promise<StoredReadme> {
  const document = await loadDocument(db, revision)
  if (!document) throw new Error(`there is no revision ${revision}`)
  const sections = new Map((await loadSections(db, revision, reach)).map((row) => [row.id, row]))
  const read = reach && [...sections.values()].flatMap(({ id, slug }) => (reach.sections.has(slug) ? [id] : []))
  const tables = await loadTables(db, revision, reach?.frames ? undefined : read)
  const rows = await keyedRows(db, revision, { read, sections, excerpts: reach?.rows ?? new Map(), counted: !reach?.uncounted, known: reach?.known ?? new Map() })
  const sectionOf = (id: string): Section => {
    const section = sections.get(id)
    const isRead = section !== undefined && (!reach || reach.sections.has(section.slug))
    const table = tables.get(id) ?? (isRead ? undefined : section && { heading: section.heading, frame: unreadFrame })
    if (!table || !section) throw new Error(`revision ${revision} lists the section ${id}, which has no table`)
    return { key: section.slug, kind: section.kind, heading: table.heading, frame: table.frame, rows: rows.get(id) ?? [], ...(isRead ? {} : { unread: section.size }) }
  }
  const parts = proseAt(document).map((part) => ('prose' in part ? part : { section: sectionOf(part.section) }))
  return { parts, problems: [], ids: new Map(Array.from(sections, ([id, { slug }]) => [slug, id])) }
}

interface Reading {
  /** The ids of the sections that are read; undefined: all are. */
  read: readonly string[] | undefined
  sections: ReadonlyMap<string, StoredSection>
  /** Of some the entries that are read, by the section's slug. */
  excerpts: ReadonlyMap<string, readonly string[]>
  /** Whether it is told how many rows stand between these. */
  counted: boolean
  /** Of some the rows, which were read already. */
  known: ReadonlyMap<string, KeyedRow[]>
}

/** The rows by section id, each by its entry's slug. */
async function keyedRows(db: Db, revision: number, { read, sections, excerpts, counted, known }: Reading): Promise<Map<string, KeyedRow[]>> {
  const slugIn = (id: string) => sections.get(id)?.slug ?? ''
  const keyed = await keyedWhole(db, revision, read?.filter((id) => !excerpts.has(slugIn(id)) && !known.has(slugIn(id))))
  for (const id of read ?? []) {
    const [wanted, rows] = [excerpts.get(slugIn(id)), known.get(slugIn(id))]
    if (rows) keyed.set(id, rows)
    else if (wanted) keyed.set(id, await loadExcerpt(db, id, wanted, counted))
  }
  return keyed
}

/** All rows of sections; all sections' where none is named. */
async function keyedWhole(db: Db, revision: number, sections: readonly string[] | undefined): Promise<Map<string, KeyedRow[]>> {
  if (sections?.length === 0) return new Map()
  const rows = await loadRows(db, revision, sections)
  const slugs = await loadSlugs(db, sections && [...rows.values()].flatMap((list) => list.map(({ entryId }) => entryId)))
  return new Map(Array.from(rows, ([id, list]) => [id, list.map(({ entryId, ...row }) => ({ key: slugs.get(entryId) as string, ...row }))]))
}

interface StoredSection {
  id: string
  slug: string
  kind: EntryKind
  heading: string
  /** How many rows it had at the revision; as it is now where all is read, which nobody asks then. */
  size: number
}

/** All sections that ever were; how many rows they had is told where somebody asks. */
async function loadSections(db: Db, revision: number, reach: Reach | undefined): Promise<StoredSection[]> {
  const [found] = await db.$queryRaw<{ sections: StoredSection[] | null }[]>`
    SELECT json_agg(json_build_object('id', id, 'slug', slug, 'kind', kind, 'heading', heading, 'size', size)) AS sections FROM section`
  const sections = found?.sections ?? []
  if (!reach || reach.uncounted) return sections
  const sizes = reach.sizes ?? (await sizesAt(db, revision))
  return sections.map((section) => ({ ...section, size: sizes.get(section.id) ?? 0 }))
}

/** How many rows sections had at a revision, by their ids: as many as now, but for what was changed since. */
export async function sizesAt(db: Db, revision: number): Promise<Map<string, number>> {
  const [found] = await db.$queryRaw<{ sizes: [string, number][] | null }[]>`
    WITH ${stepsSince(revision)}, change AS MATERIALIZED (SELECT section_id, sum(by)::int AS by FROM step GROUP BY section_id)
    SELECT json_agg(json_build_array(id, size + coalesce(change.by, 0))) AS sizes FROM section LEFT JOIN change ON change.section_id = section.id`
  return new Map(found?.sizes)
}

/** What takes the list as it is to a revision, to begin a query with: `step` takes (-1) or gives (1) a row of a section at a rank. Some entries may be left out. */
export function stepsSince(revision: number, without: readonly string[] = []): Prisma.Sql {
  return Prisma.sql`
    since AS MATERIALIZED (
      SELECT entry_id, min(number) AS first FROM entry_revision WHERE catalog_revision > ${revision} AND entry_id <> ALL(${[...without]}::uuid[]) GROUP BY entry_id
    ),
    step AS (
      SELECT entry.section_id, entry.rank, -1 AS by FROM since JOIN entry ON entry.id = since.entry_id WHERE NOT entry.removed
      UNION ALL
      SELECT was.section_id, was.rank, 1 FROM since JOIN entry_revision was ON was.entry_id = since.entry_id AND was.number = since.first - 1
      WHERE since.first > 1 AND NOT was.removed
    )`
}

async function loadSlugs(db: Db, entries: readonly string[] | undefined): Promise<Map<string, string>> {
  const only = entries ? Prisma.sql`WHERE id = ANY(${entries}::uuid[])` : Prisma.empty
  const found = await db.$queryRaw<{ id: string; slug: string }[]>`SELECT id, slug FROM entry ${only}`
  return new Map(found.map(({ id, slug }) => [id, slug]))
}
