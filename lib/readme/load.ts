import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { readDate, writeDate } from './date-line'
import { frameSchema, type Frame, type Row } from './frame'
import type { Readme, Section } from './parse'
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

/** The tables at a revision, by section id; all of them, or one section's. */
export async function loadTables(db: Db, revision: number, sectionId?: string): Promise<Map<string, StoredTable>> {
  const only = sectionId ? Prisma.sql`AND section_id = ${sectionId}::uuid` : Prisma.empty
  const found = await db.$queryRaw<{ id: string; heading: string; frame: unknown }[]>`
    SELECT DISTINCT ON (section_id) section_id AS id, heading, frame FROM section_revision
    WHERE catalog_revision <= ${revision} ${only} ORDER BY section_id, catalog_revision DESC`
  return new Map(found.map(({ id, heading, frame }) => [id, { id, heading, frame: frameSchema.parse(frame) }]))
}

/** The rows at a revision in their order, by section id; all of them, or one section's. */
export async function loadRows(db: Db, revision: number, sectionId?: string): Promise<Map<string, StoredRow[]>> {
  const only = sectionId
    ? Prisma.sql`AND entry_id IN (SELECT entry_id FROM entry_revision WHERE section_id = ${sectionId}::uuid)`
    : Prisma.empty
  const found = await db.$queryRaw<(StoredRow & { sectionId: string })[]>`
    SELECT "entryId", "sectionId", cells, verbatim FROM (
      SELECT DISTINCT ON (entry_id) entry_id AS "entryId", section_id AS "sectionId", rank, cells, verbatim, removed
      FROM entry_revision WHERE catalog_revision <= ${revision} ${only} ORDER BY entry_id, number DESC
    ) AS latest WHERE NOT removed ORDER BY "sectionId", rank COLLATE "C"`
  const rows = new Map<string, StoredRow[]>()
  for (const { sectionId: id, ...row } of found) {
    const list = rows.get(id)
    if (list) list.push(row)
    else rows.set(id, [row])
  }
  return rows
}

/** The document's parts with the date line telling the revision's date. */
export function proseAt({ parts, updated }: StoredDocument): StoredDocument['parts'] {
  const dated = updated === null ? -1 : parts.findIndex((part) => 'prose' in part && readDate(part.prose) !== undefined)
  return parts.map((part, index) => (index === dated && 'prose' in part ? { prose: writeDate(part.prose, updated ?? '') } : part))
}

/** The date that the README of a revision tells, as YYYY/MM/DD; null where it tells none. */
export function toldDate({ parts, updated }: StoredDocument): string | null {
  return (
    updated ??
    parts.map((part) => ('prose' in part ? readDate(part.prose) : undefined)).find((date) => date !== undefined) ??
    null
  )
}

/**
 * The README of a revision taken apart, as `parse` would, but with the catalog's own names: sections are keyed by their
 * slugs, rows by their entries' slugs. `render` of its parts is the export. Throws where there is no such revision.
 */
export async function loadReadme(db: Db, revision: number): Promise<Readme> {
  const outline = await outlineOf(db, revision)
  const rows = await loadRows(db, revision)
  const slugs = await loadSlugs(db)
  return withRows(outline, (id) => (rows.get(id) ?? []).map(({ entryId, ...row }) => ({ key: slugs.get(entryId) as string, ...row })))
}

/** The same without the tables' rows, whose number does not matter then: all that the text around them needs. */
export async function loadOutline(db: Db, revision: number): Promise<Readme> {
  return withRows(await outlineOf(db, revision), () => [])
}

/** A document's prose and its sections, each without its rows and with its id. */
type OutlinePart = { prose: string } | { id: string; section: Omit<Section, 'rows'> }

async function outlineOf(db: Db, revision: number): Promise<OutlinePart[]> {
  const document = await loadDocument(db, revision)
  if (!document) throw new Error(`there is no revision ${revision}`)
  const tables = await loadTables(db, revision)
  const found = await db.section.findMany({ select: { id: true, slug: true, kind: true } })
  const sections = new Map(found.map((row) => [row.id, row]))
  return proseAt(document).map((part): OutlinePart => {
    if ('prose' in part) return part
    const [table, section] = [tables.get(part.section), sections.get(part.section)]
    if (!table || !section) throw new Error(`revision ${revision} lists the section ${part.section}, which has no table`)
    return { id: part.section, section: { key: section.slug, kind: section.kind, heading: table.heading, frame: table.frame } }
  })
}

function withRows(outline: readonly OutlinePart[], rowsOf: (section: string) => Section['rows']): Readme {
  return { parts: outline.map((part) => ('prose' in part ? part : { section: { ...part.section, rows: rowsOf(part.id) } })), problems: [] }
}

async function loadSlugs(db: Db): Promise<Map<string, string>> {
  const found = await db.$queryRaw<{ id: string; slug: string }[]>`SELECT id, slug FROM entry`
  return new Map(found.map(({ id, slug }) => [id, slug]))
}
