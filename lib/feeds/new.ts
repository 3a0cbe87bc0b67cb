import type { EntryKind } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import { compare } from '@/lib/catalog/search/order'
import { sectionName } from '@/lib/catalog/section-name'
import type { EntryRef } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import type { NewsCursor, Since } from './since'

/** An entry that is not what it was. */
export interface NewItem extends EntryRef {
  section: { slug: string; heading: string }
  /** The catalog revision that changed it last, and when that was made. */
  revision: number
  at: Date
}

/** What differs between two states of the list. */
export interface News {
  /** The revision that is compared with, and the one that is told of. */
  since: number
  revision: number
  /** When the latter was made; null of a list that is empty. */
  at: Date | null
  added: NewItem[]
  changed: NewItem[]
  removed: NewItem[]
  /** Where the next page begins; null: this is the last. */
  more: NewsCursor | null
}

const pageRows = 100
/** No page looks at more changes: of an entry that changed often only the last is told. */
const looked = 1_000
/** Where nobody says since when, a page tells of so many revisions. */
const usual = 10

/** What was added, changed and removed since a revision or a day, by what changed last, a page at a time. The work is bounded. */
export async function whatIsNew(db: Db, asked: Since | null, after: NewsCursor | null = null): Promise<News> {
  const latest = await db.catalogRevision.findFirst({ select: { number: true, at: true }, orderBy: { number: 'desc' } })
  const revision = latest?.number ?? 0
  const since = Math.min(asked === null ? Math.max(0, revision - usual) : await revisionOf(db, asked), revision)
  const rows = await readRows(db, since, after)
  const ended = rows.filter(({ isLast }) => isLast)
  const shown = ended.slice(0, pageRows)
  const last = ended.length > pageRows ? shown.at(-1) : rows.length === looked ? rows.at(-1) : undefined
  const of = (wanted: boolean, now: boolean) => shown.filter(({ was, removed }) => was === wanted && removed !== now).map(itemOf).sort(newestFirst)
  return {
    ...{ since, revision, at: latest?.at ?? null, added: of(false, true), changed: of(true, true), removed: of(true, false) },
    more: last ? { revision: last.revision, entry: last.id } : null,
  }
}

/** The revision that stood when a day began, 0 where there was none. */
async function revisionOf(db: Db, asked: Since): Promise<number> {
  if ('revision' in asked) return asked.revision
  const before = await db.catalogRevision.findFirst({ where: { at: { lt: asked.day } }, select: { number: true }, orderBy: [{ at: 'desc' }, { number: 'desc' }] })
  return before?.number ?? 0
}

interface Row {
  id: string
  kind: EntryKind
  slug: string
  name: string
  sectionSlug: string
  heading: string
  revision: number
  at: Date
  removed: boolean
  /** Whether it has not changed again. */
  isLast: boolean
  /** Whether it was listed at the revision that is compared with. */
  was: boolean
}

function readRows(db: Db, since: number, after: NewsCursor | null): Promise<Row[]> {
  const [number, entry] = after ? [after.revision, after.entry] : [999_999_999, 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  return db.$queryRaw<Row[]>`
    SELECT e.id, e.kind::text AS kind, e.slug, r.name, s.slug AS "sectionSlug", s.heading, r.catalog_revision AS revision, c.at, r.removed,
      e.revision = r.number AS "isLast",
      coalesce((SELECT NOT removed FROM entry_revision WHERE entry_id = r.entry_id AND catalog_revision <= ${since} ORDER BY number DESC LIMIT 1), false) AS was
    FROM (SELECT * FROM entry_revision WHERE catalog_revision > ${since} AND (catalog_revision, entry_id) < (${number}::int, ${entry}::uuid)
      ORDER BY catalog_revision DESC, entry_id DESC, number DESC LIMIT ${looked}) r
    JOIN entry e ON e.id = r.entry_id JOIN section s ON s.id = r.section_id JOIN catalog_revision c ON c.number = r.catalog_revision
    ORDER BY r.catalog_revision DESC, r.entry_id DESC, r.number DESC`
}

/** What one revision did stands in the order of names, page by page: the database has it in the order of ids, which says nothing to a reader. */
function newestFirst(a: NewItem, b: NewItem): number {
  return b.revision - a.revision || compare(nameKey(a.name), nameKey(b.name))
}

function itemOf({ kind, slug, name, sectionSlug, heading, revision, at }: Row): NewItem {
  return { kind, slug, name, section: { slug: sectionSlug, heading: sectionName({ slug: sectionSlug, kind, heading }) }, revision, at }
}
