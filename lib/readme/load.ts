import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { frameSchema, type Frame, type Row } from './frame'
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
