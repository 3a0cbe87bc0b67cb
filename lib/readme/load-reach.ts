import type { Db } from '@/lib/db'
import type { Change } from './change'
import { loadDocument } from './load'
import { sectionsNamed, withLinked, type Reach } from './reach'

/**
 * How much of the catalog has to be read to merge changes that were made against some revisions with another: the sections that they
 * name, those that rows of these came from or went to meanwhile, and those that not all of the revisions list.
 */
export async function reachOf(db: Db, changes: readonly Change[], revisions: readonly number[]): Promise<Reach> {
  return reachBetween(db, sectionsNamed(changes), revisions, changes.some(({ op }) => op === 'text'))
}

/**
 * How much has to be read to tell each of some revisions from the one before, to tell of changes that they made, and to merge what leads back
 * with a later one, `now`.
 */
export async function reachOfSteps(db: Db, made: readonly number[], { changes = [], now }: { changes?: readonly Change[]; now?: number } = {}): Promise<Reach> {
  const found = await db.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM section WHERE id IN (
      SELECT section_id FROM section_revision WHERE catalog_revision = ANY(${made})
      UNION SELECT section_id FROM entry_revision WHERE catalog_revision = ANY(${made})
    )`
  const revisions = [...made.flatMap((number) => [number - 1, number]), ...(now === undefined ? [] : [now])]
  return reachBetween(db, [...sectionsNamed(changes), ...found.map(({ slug }) => slug)], revisions, false)
}

/** How much is read of a list's text alone, with what its tables look like. */
export const textAlone: Reach = { sections: new Set(), frames: true, uncounted: true }

/** The same with nothing of the tables but where they stand and what they are called. */
export const proseAlone: Reach = { ...textAlone, frames: false }

/** So many rows are read within a tenth of a second, and looked over by the linter soon enough. */
const longest = 3_000

/** Whether the list has more rows than are read where a part would do. */
export async function isLong(db: Db): Promise<boolean> {
  return ((await db.section.aggregate({ where: { removed: false }, _sum: { size: true } }))._sum.size ?? 0) > longest
}

async function reachBetween(db: Db, named: Iterable<string>, revisions: readonly number[], hasText: boolean): Promise<Reach> {
  const [from, to] = [Math.min(...revisions), Math.max(...revisions)]
  if (from === to) return { sections: new Set(named), frames: hasText }
  const moved = await db.$queryRaw<{ sections: string[] }[]>`
    WITH since AS (
      SELECT entry_id, min(number) - 1 AS first FROM entry_revision WHERE catalog_revision > ${from} AND catalog_revision <= ${to} GROUP BY entry_id
    )
    SELECT DISTINCT array_agg(DISTINCT section.slug) AS sections FROM since
    JOIN entry_revision r ON r.entry_id = since.entry_id AND r.number >= since.first AND r.catalog_revision <= ${to}
    JOIN section ON section.id = r.section_id GROUP BY since.entry_id HAVING count(DISTINCT section.id) > 1`
  const { isRewritten, unlisted } = await betweenDocuments(db, revisions, from, to)
  return { sections: withLinked([...named, ...unlisted], moved.map(({ sections }) => sections)), frames: hasText || isRewritten }
}

/** Whether the text was changed between revisions, and the sections that not all of them list. */
async function betweenDocuments(db: Db, revisions: readonly number[], from: number, to: number): Promise<{ isRewritten: boolean; unlisted: string[] }> {
  const isRewritten = (await db.documentRevision.count({ where: { catalogRevision: { gt: from, lte: to } } })) > 0
  if (!isRewritten) return { isRewritten, unlisted: [] }
  const lists = await Promise.all([...new Set(revisions)].map((revision) => sectionsListed(db, revision)))
  const unlisted = [...new Set(lists.flatMap((list) => [...list]))].filter((id) => lists.some((list) => !list.has(id)))
  const found = await db.section.findMany({ where: { id: { in: unlisted } }, select: { slug: true } })
  return { isRewritten, unlisted: found.map(({ slug }) => slug) }
}

async function sectionsListed(db: Db, revision: number): Promise<Set<string>> {
  const document = await loadDocument(db, revision)
  return new Set(document?.parts.flatMap((part) => ('section' in part ? [part.section] : [])))
}
