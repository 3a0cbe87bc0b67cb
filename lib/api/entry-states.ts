import { readCells, type EntryKind } from '@/lib/catalog/entry'
import type { Db } from '@/lib/db'
import { keyOf, sectionsAt, type SectionAt } from './frames'
import type { EntryAt } from './represent'

interface Row {
  id: string
  kind: EntryKind
  slug: string
  sectionId: string
  rank: string
  name: string
  cells: string[]
  revision: number
  at: Date
}

/**
 * Entries as they stood at a catalog revision, in the order of their ids; those that were not listed then are left out. Read out of the
 * history by key, so that the past costs what the present does.
 */
export async function entryStates(db: Db, ids: readonly string[], revision: number): Promise<EntryAt[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id, e.kind::text AS kind, e.slug, r.section_id AS "sectionId", r.rank, r.name, r.cells, r.catalog_revision AS revision, c.at
    FROM entry e
    CROSS JOIN LATERAL (
      SELECT section_id, rank, name, cells, removed, catalog_revision FROM entry_revision
      WHERE entry_id = e.id AND catalog_revision <= ${revision} ORDER BY number DESC LIMIT 1) r
    JOIN catalog_revision c ON c.number = r.catalog_revision
    WHERE e.id = ANY(${[...ids]}::uuid[]) AND NOT r.removed ORDER BY e.id`
  const sections = await sectionsAt(db, rows.map(({ sectionId }) => ({ sectionId, revision })))
  return rows.map(({ sectionId, cells, ...row }) => {
    const { slug, heading, frame } = sections.get(keyOf({ sectionId, revision })) as SectionAt
    return { ...row, section: { slug, heading }, entry: readCells(row.kind, frame.columns, cells) }
  })
}
