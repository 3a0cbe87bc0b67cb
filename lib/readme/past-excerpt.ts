import type { Db } from '@/lib/db'
import { unreadRow } from './excerpt'
import { loadDocument, loadTables, sizesAt, stepsSince, stoodAt } from './load'
import type { KeyedRow } from './parse'
import { isSameButWidths, type Reach } from './reach'

/** So many rows are read one by one; where more were touched, all of their tables are. */
export const mostRows = 200

/** What is read of a revision, and of the one before. */
export interface StepReach {
  was: Reach
  is: Reach
}

/**
 * What has to be read to tell a revision from the one before, of either: the rows that it touched, and those beside them. Null where more has
 * to be: where it touched many rows, changed how a table is written otherwise than by its widths, or which tables stand where. Rows between
 * that are not read are counted, or stand as one where nobody asks how many they are.
 */
export async function reachOfStep(db: Db, made: number, { uncounted = false }: { uncounted?: boolean } = {}): Promise<StepReach | null> {
  const touched = await db.entryRevision.findMany({ where: { catalogRevision: made }, select: { entryId: true }, take: mostRows + 1 })
  const revised = (await db.sectionRevision.findMany({ where: { catalogRevision: made }, select: { sectionId: true } })).map(({ sectionId }) => sectionId)
  if (touched.length > mostRows || !(await staysWritten(db, made, revised))) return null
  const entries = touched.map(({ entryId }) => entryId)
  const [was, is] = [await rowsOf(db, entries, made - 1), await rowsOf(db, entries, made)]
  const sections = [...new Set([...revised, ...sectionsIn([...was, ...is])])]
  const others = await rowsBeside(db, { sections, entries, near: [...was, ...is], revision: made - 1, uncounted })
  const [before, after] = [await reachWith(db, sections, [...was, ...others]), await reachWith(db, sections, [...is, ...others])]
  if (uncounted) return { was: { ...before, uncounted }, is: { ...after, uncounted } }
  const sizes = await sizesAt(db, made - 1)
  return { was: { ...before, sizes }, is: { ...after, sizes: sizesAfter(sizes, was, is) } }
}

/** How many rows sections have once some rows of theirs were replaced by others. */
function sizesAfter(sizes: ReadonlyMap<string, number>, was: readonly PlacedRow[], is: readonly PlacedRow[]): Map<string, number> {
  const after = new Map(sizes)
  const step = (rows: readonly PlacedRow[], by: number) => sectionsIn(rows).forEach((id) => after.set(id, (after.get(id) ?? 0) + by))
  step(was, -1)
  step(is, 1)
  return after
}

/** Of a revision the rows of entries alone, by their slugs and those of their sections: changes can be told by them, and nothing else. */
export async function reachOfRows(db: Db, revision: number, named: ReadonlyMap<string, readonly string[]>): Promise<Reach> {
  const sections = await db.section.findMany({ where: { slug: { in: [...named.keys()] } }, select: { id: true, kind: true } })
  const kinds = [...new Set(sections.map(({ kind }) => kind))]
  // A row may have come to its section by another change, and is known by its name in any of its kind.
  const entries = await db.entry.findMany({ where: { kind: { in: kinds }, slug: { in: [...new Set([...named.values()].flat())] } }, select: { id: true } })
  const rows = await rowsOf(db, entries.map(({ id }) => id), revision)
  return { ...(await reachWith(db, [...sections.map(({ id }) => id), ...sectionsIn(rows)], rows)), uncounted: true }
}

/** Whether a revision left the order of the tables, and how they are written but for the widths of their columns. */
async function staysWritten(db: Db, made: number, revised: readonly string[]): Promise<boolean> {
  const [was, is] = [await loadTables(db, made - 1, revised), await loadTables(db, made, revised)]
  if (!revised.every((id) => isSameButWidths(was.get(id)?.frame, is.get(id)?.frame))) return false
  if ((await db.documentRevision.count({ where: { catalogRevision: made } })) === 0) return true
  const listed = async (revision: number) => (await loadDocument(db, revision))?.parts.flatMap((part) => ('section' in part ? [part.section] : []))
  return String(await listed(made - 1)) === String(await listed(made))
}

interface PlacedRow extends KeyedRow {
  sectionId: string
  rank: string
}

function sectionsIn(rows: readonly PlacedRow[]): string[] {
  return rows.map(({ sectionId }) => sectionId)
}

/** Reads of sections these rows. */
async function reachWith(db: Db, sections: readonly string[], rows: readonly PlacedRow[]): Promise<Reach> {
  const found = await db.section.findMany({ where: { id: { in: [...sections] } }, select: { id: true, slug: true } })
  const rowsIn = (id: string) => rows.filter(({ sectionId }) => sectionId === id).toSorted(byRank).map(bare)
  return { sections: new Set(found.map(({ slug }) => slug)), frames: false, known: new Map(found.map(({ id, slug }) => [slug, rowsIn(id)])) }
}

/** By bytes, as the database has it; what stands for rows is told before the row above which they stood. */
function byRank(a: PlacedRow, b: PlacedRow): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return Number(a.unread === undefined) - Number(b.unread === undefined)
}

function bare({ sectionId: _, rank: __, ...row }: PlacedRow): KeyedRow {
  return row
}

function rowsOf(db: Db, entries: readonly string[], revision: number): Promise<PlacedRow[]> {
  return db.$queryRaw<PlacedRow[]>`
    SELECT r.section_id AS "sectionId", r.rank, entry.slug AS key, r.cells, r.verbatim
    FROM entry_revision r JOIN entry ON entry.id = r.entry_id WHERE r.entry_id = ANY(${entries}::uuid[]) AND ${stoodAt(revision)}`
}

interface Beside {
  /** The ids of the sections that are read. */
  sections: string[]
  /** The entries that are read by themselves. */
  entries: readonly string[]
  near: readonly PlacedRow[]
  revision: number
  uncounted: boolean
}

/** Rows of other entries: three on each side of some places, and at both ends of each section; all others as one row for each stretch of them. */
async function rowsBeside(db: Db, { sections, entries, near, revision, uncounted }: Beside): Promise<PlacedRow[]> {
  // No rank is less than nothing, and none has a tilde.
  const places = [...near, ...sections.flatMap((sectionId) => ['', '~'].map((rank) => ({ sectionId, rank })))]
  const found = await db.$queryRaw<(PlacedRow & { isBehindOthers: boolean })[]>`
    WITH place AS (SELECT * FROM unnest(${places.map(({ sectionId }) => sectionId)}::uuid[], ${places.map(({ rank }) => rank)}::text[]) AS place (section_id, rank)),
    picked AS (
      SELECT above.* FROM place CROSS JOIN LATERAL (
        SELECT entry_id, number FROM entry_revision r WHERE r.section_id = place.section_id AND r.rank < place.rank COLLATE "C"
        AND r.entry_id <> ALL(${entries}::uuid[]) AND ${stoodAt(revision)} ORDER BY r.rank DESC LIMIT 3) AS above
      UNION SELECT below.* FROM place CROSS JOIN LATERAL (
        SELECT entry_id, number FROM entry_revision r WHERE r.section_id = place.section_id AND r.rank > place.rank COLLATE "C"
        AND r.entry_id <> ALL(${entries}::uuid[]) AND ${stoodAt(revision)} ORDER BY r.rank LIMIT 3) AS below
    ),
    shown AS (
      SELECT r.section_id, r.rank, entry.slug, r.cells, r.verbatim, lag(r.rank) OVER (PARTITION BY r.section_id ORDER BY r.rank) AS behind
      FROM picked JOIN entry_revision r USING (entry_id, number) JOIN entry ON entry.id = r.entry_id
    )
    SELECT section_id AS "sectionId", rank, slug AS key, cells, verbatim, EXISTS (
      SELECT FROM entry_revision r WHERE r.section_id = shown.section_id AND r.rank > shown.behind AND r.rank < shown.rank
      AND r.entry_id <> ALL(${entries}::uuid[]) AND ${stoodAt(revision)}
    ) AS "isBehindOthers" FROM shown ORDER BY section_id, rank`
  const counts = uncounted ? null : await countFrom(db, found, { entries, revision })
  return found.flatMap(({ isBehindOthers, ...row }, index) => {
    const behind = found[index - 1]
    const count = counts && behind?.sectionId === row.sectionId ? (counts.get(placeOf(behind)) ?? 0) - 1 : 0
    const unread = counts ? count : Number(isBehindOthers)
    return unread > 0 ? [{ sectionId: row.sectionId, rank: row.rank, ...unreadRow(row.key, unread) }, row] : [row]
  })
}

function placeOf({ sectionId, rank }: { sectionId: string; rank: string }): string {
  return `${sectionId} ${rank}`
}

/**
 * How many rows of other entries stood, at a revision, from each of some places to the next one of its section: as many as stand there now,
 * without those of entries that changed since, and with those of them that stood there.
 */
async function countFrom(db: Db, places: readonly PlacedRow[], { entries, revision }: Pick<Beside, 'entries' | 'revision'>): Promise<Map<string, number>> {
  const sections = [...new Set(places.map(({ sectionId }) => sectionId))]
  const bounds = sections.map((section) => ({ section, ranks: places.flatMap(({ sectionId, rank }) => (sectionId === section ? [rank] : [])) }))
  const counted = await db.$queryRaw<{ section: string; place: number; count: number }[]>`
    WITH bound AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(bounds)}::jsonb) AS bound (section uuid, ranks text[])),
    ${stepsSince(revision, entries)},
    standing AS (
      SELECT section_id, rank, 1 AS by FROM entry WHERE section_id = ANY(${sections}::uuid[]) AND NOT removed AND id <> ALL(${entries}::uuid[])
      UNION ALL SELECT * FROM step WHERE section_id = ANY(${sections}::uuid[])
    )
    SELECT section, width_bucket(standing.rank COLLATE "C", bound.ranks) AS place, sum(by)::int AS count
    FROM standing JOIN bound ON bound.section = standing.section_id GROUP BY 1, 2`
  const ranks = new Map(bounds.map((bound) => [bound.section, bound.ranks]))
  return new Map(counted.map(({ section, place, count }) => [placeOf({ sectionId: section, rank: ranks.get(section)?.[place - 1] ?? '' }), count]))
}
