import { readRows, withStates, type ChangeRow } from '@/lib/api/change-list'
import { logItems, revisionSelect } from '@/lib/catalog/log'
import { searchIds } from '@/lib/catalog/search/search'
import type { SearchQuery } from '@/lib/catalog/search/address'
import { sectionName } from '@/lib/catalog/section-name'
import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { FeedName, FollowedChange } from './feed'

/** A feed tells of so many changes. */
const told = 50
/** To find them it looks through so many, the newest; of one entry that a search finds, through so many. */
const looked = 1_000
const lookedOfOne = 10

const newestFirst = Prisma.sql`catalog_revision DESC, entry_id DESC, number DESC`

/** The latest changes of the whole list, newest first. */
export function latestChanges(db: Db, of: FeedName): Promise<FollowedChange[]> {
  return latestWhere(db, of, Prisma.sql`true`)
}

/** The latest changes of a section, newest first: what was done to entries while they stood in it. null: there is no such section. */
export async function latestInSection(db: Db, of: FeedName, slug: string): Promise<{ heading: string; changes: FollowedChange[] } | null> {
  const section = await db.section.findUnique({ where: { slug, removed: false }, select: { id: true, slug: true, kind: true, heading: true } })
  return section && { heading: sectionName(section), changes: await latestWhere(db, of, Prisma.sql`section_id = ${section.id}::uuid`) }
}

async function latestWhere(db: Db, of: FeedName, where: Prisma.Sql): Promise<FollowedChange[]> {
  return follow(db, of, await readRows(db, where, newestFirst, of === 'added' ? looked : told))
}

/** The latest changes of what a search finds now: of a thousand entries at most. Newest first. */
export async function latestFound(db: Db, of: FeedName, query: SearchQuery): Promise<FollowedChange[]> {
  const ids = await searchIds(db, query)
  if (ids.length === 0) return []
  const keys = await db.$queryRaw<{ id: string; number: number }[]>`
    SELECT entry_id AS id, number FROM unnest(${ids}::uuid[]) AS found(id) CROSS JOIN LATERAL (
      SELECT entry_id, number, catalog_revision FROM entry_revision WHERE entry_id = found.id ORDER BY number DESC LIMIT ${lookedOfOne}) AS revision
    WHERE ${of === 'changes'} OR number = 1 ORDER BY ${newestFirst} LIMIT ${told}`
  const where = Prisma.sql`(entry_id, number) IN (SELECT * FROM unnest(${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ number }) => number)}::int[]))`
  return follow(db, of, await readRows(db, where, newestFirst, told))
}

/** The year in which the list began here (UTC). */
export async function yearBegun(db: Db): Promise<number> {
  const first = await db.catalogRevision.findFirstOrThrow({ select: { at: true }, orderBy: { number: 'asc' } })
  return first.at.getUTCFullYear()
}

async function follow(db: Db, of: FeedName, rows: readonly ChangeRow[]): Promise<FollowedChange[]> {
  const newest = rows.filter(({ number }) => of === 'changes' || number === 1).toReversed().slice(0, told)
  const numbers = [...new Set(newest.map(({ revision }) => revision))]
  const found = await db.catalogRevision.findMany({ where: { number: { in: numbers } }, select: revisionSelect })
  const credits = new Map((await logItems(db, found)).map((item) => [item.revision, item]))
  return (await withStates(db, newest)).map((change) => {
    const item = credits.get(change.revision)
    return { change, proposer: item?.proposer ?? null, reasons: { title: item?.title ?? '', rationale: item?.rationale ?? '' } }
  })
}
