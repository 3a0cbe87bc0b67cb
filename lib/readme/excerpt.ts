import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { KeyedRow } from './parse'

interface Picked {
  slug: string
  rank: string
  cells: string[]
  verbatim: string | null
  /** How many rows stand above it. */
  above: number
}

/**
 * Rows of a section as it is now: those of some entries, by their slugs, with three on each side of each, and three at both ends: as many as a
 * difference shows, and as tell how a new row is written. All others stand as one row for each stretch of them, which says how many they are where
 * they are `counted`, and else that they are there: of a long section counting takes longer than all the rest.
 */
export async function loadExcerpt(db: Db, section: string, slugs: readonly string[], counted: boolean): Promise<KeyedRow[]> {
  const between = Prisma.sql`FROM entry WHERE section_id = ${section}::uuid AND NOT removed AND rank > shown.behind AND rank < shown.rank`
  const above = counted ? Prisma.sql`(SELECT count(*)::int ${between})` : Prisma.sql`EXISTS (SELECT ${between})::int`
  const found = await db.$queryRaw<Picked[]>`
    WITH wanted AS (SELECT rank FROM entry WHERE section_id = ${section}::uuid AND slug = ANY(${slugs}) AND NOT removed),
    picked AS (
      SELECT above.id FROM wanted CROSS JOIN LATERAL (
        SELECT id FROM entry WHERE section_id = ${section}::uuid AND NOT removed AND rank <= wanted.rank ORDER BY rank DESC LIMIT 4) AS above
      UNION SELECT below.id FROM wanted CROSS JOIN LATERAL (
        SELECT id FROM entry WHERE section_id = ${section}::uuid AND NOT removed AND rank > wanted.rank ORDER BY rank LIMIT 3) AS below
      UNION (SELECT id FROM entry WHERE section_id = ${section}::uuid AND NOT removed ORDER BY rank LIMIT 3)
      UNION (SELECT id FROM entry WHERE section_id = ${section}::uuid AND NOT removed ORDER BY rank DESC LIMIT 3)
    ),
    shown AS (SELECT slug, rank, cells, verbatim, lag(rank) OVER (ORDER BY rank) AS behind FROM entry WHERE id IN (SELECT id FROM picked))
    SELECT slug, rank, cells, verbatim, ${above} AS above FROM shown ORDER BY rank`
  const rows = found.flatMap(({ slug, cells, verbatim, above: unread }): KeyedRow[] => {
    const row = { key: slug, cells, verbatim }
    return unread > 0 ? [unreadRow(slug, unread), row] : [row]
  })
  if (counted) await checkCount(db, section, rows)
  return rows
}

/** Line numbers are told by how many rows a section says that it lists: it must say so many. */
async function checkCount(db: Db, section: string, rows: readonly KeyedRow[]): Promise<void> {
  const { size } = await db.section.findUniqueOrThrow({ where: { id: section }, select: { size: true } })
  const told = rows.reduce((sum, { unread }) => sum + (unread ?? 1), 0)
  if (told !== size) throw new Error(`section ${section} lists ${told} rows, and says that it lists ${size}`)
}

/** Stands for rows that were not read; no layout is told by it. */
export function unreadRow(below: string, unread: number): KeyedRow {
  return { key: `unread above ${below}`, cells: [], verbatim: null, unread }
}
