import type { Db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { sectionName } from './section-name'
import type { EntryRef } from './view'

/** An entry that is new to readers, and where it stands. */
export interface NewEntry extends EntryRef {
  /** What its section is called. */
  section: string
}

/** What is new. */
export interface News {
  /** What acceptances added to the list, the latest first, with their moments. */
  added: (NewEntry & { at: Date })[]
  /** Where these are few, the entries whose papers are the newest, with the years of these. */
  published: (NewEntry & { year: number })[]
}

/** So many in all. */
const most = 6

const select = {
  entryId: true,
  added: true,
  year: true,
  entry: { select: { kind: true, slug: true, name: true, section: { select: { slug: true, heading: true, kind: true } } } },
} satisfies Prisma.EntrySearchSelect

/** What is new in the list. The first revision, an import, brought what was long there: no news. */
export async function catalogNews(db: Db): Promise<News> {
  const rows = await db.entrySearch.findMany({
    where: { added: { gt: 1 } },
    select,
    orderBy: [{ added: 'desc' }, { nameKey: 'asc' }, { entryId: 'asc' }],
    take: most,
  })
  const revisions = await db.catalogRevision.findMany({ where: { number: { in: rows.map(({ added }) => added) } }, select: { number: true, at: true } })
  const moments = new Map(revisions.map(({ number, at }) => [number, at]))
  const added = rows.flatMap((row) => {
    const at = moments.get(row.added)
    return at ? [{ ...shown(row), at }] : []
  })
  const newest = rows.length < most ? await newestPapers(db, rows.map(({ entryId }) => entryId)) : []
  return { added, published: newest.map((row) => ({ ...shown(row), year: row.year })) }
}

type Row = Prisma.EntrySearchGetPayload<{ select: typeof select }>

function newestPapers(db: Db, without: readonly string[]): Promise<Row[]> {
  return db.entrySearch.findMany({
    where: { year: { gt: 0 }, entryId: { notIn: [...without] } },
    select,
    orderBy: [{ year: 'desc' }, { nameKey: 'asc' }, { entryId: 'asc' }],
    take: most - without.length,
  })
}

function shown({ entry: { section, ...entry } }: Row): NewEntry {
  return { ...entry, section: sectionName(section) }
}
