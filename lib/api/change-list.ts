import { z } from 'zod'
import { readCells, type EntryKind } from '@/lib/catalog/entry'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { Prisma } from '@/prisma/generated/client'
import { readCursor, writeCursor } from './cursor'
import { sectionId, type Page } from './entry-list'
import { keyOf, sectionsAt, type SectionAt, type Wanted } from './frames'
import type { Queries } from './parameters'
import type { ChangeAt, StateAt } from './represent'
import type { Snapshot } from './snapshot'

interface State {
  sectionId: string
  rank: string
  name: string
  cells: string[]
  removed: boolean
}

/** A revision of an entry as it is read, with the one before. */
export interface ChangeRow extends State {
  id: string
  kind: EntryKind
  slug: string
  revision: number
  number: number
  at: Date
  proposal: number | null
  before: State | null
}

/** No request looks at more changes than these. */
const looked = 1_000

const key = z.tuple([z.int().min(0).max(999_999_999), z.uuid(), z.int().min(0).max(999_999_999)])

/** A page of what changed up to a state, oldest first. Fails as `invalid` or `not-found`, naming the parameter. */
export async function listChanges(db: Db, { revision }: Snapshot, query: Omit<Queries['changes'], 'revision'>): Promise<Result<Page<ChangeAt>>> {
  const after = readCursor(key, query.cursor)
  if (!after.ok) return after
  const section = await sectionId(db, query.section)
  if (!section.ok) return section
  const [number, entry, nth] = after.value ?? [query.since, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 999_999_999]
  const where = Prisma.sql`(catalog_revision, entry_id, number) > (${number}::int, ${entry}::uuid, ${nth}::int) AND catalog_revision <= ${revision}`
  const fits = ({ kind, sectionId: now, before }: ChangeRow) =>
    (query.kind === undefined || kind === query.kind) && (section.value === undefined || now === section.value || before?.sectionId === section.value)
  const narrowed = query.kind !== undefined || section.value !== undefined
  const rows = await readRows(db, where, Prisma.sql`catalog_revision, entry_id, number`, narrowed ? looked : query.limit + 1)
  return ok(await cut(db, rows, { fits, limit: query.limit, looked: narrowed ? looked : query.limit + 1 }))
}

/** A page of one entry's revisions up to a state, oldest first. Fails as `invalid`, naming the parameter. */
export async function listEntryChanges(db: Db, { revision }: Snapshot, id: string, query: { limit: number; cursor?: string | undefined }): Promise<Result<Page<ChangeAt>>> {
  const after = readCursor(key, query.cursor)
  if (!after.ok) return after
  const where = Prisma.sql`entry_id = ${id}::uuid AND number > ${after.value?.[2] ?? 0}::int AND catalog_revision <= ${revision}`
  const rows = await readRows(db, where, Prisma.sql`entry_id, number`, query.limit + 1)
  return ok(await cut(db, rows, { fits: () => true, limit: query.limit, looked: query.limit + 1 }))
}

/** Revisions of entries, found by `where` and cut in `order`; oldest first. */
export function readRows(db: Db, where: Prisma.Sql, order: Prisma.Sql, limit: number): Promise<ChangeRow[]> {
  return db.$queryRaw<ChangeRow[]>`
    SELECT e.id, e.kind::text AS kind, e.slug, r.catalog_revision AS revision, r.number, c.at, c.proposal_id AS proposal,
      r.section_id AS "sectionId", r.rank, r.name, r.cells, r.removed,
      CASE WHEN p.number IS NOT NULL THEN json_build_object('sectionId', p.section_id, 'rank', p.rank, 'name', p.name, 'cells', p.cells, 'removed', p.removed) END AS before
    FROM (SELECT * FROM entry_revision WHERE ${where} ORDER BY ${order} LIMIT ${limit}) r
    JOIN entry e ON e.id = r.entry_id
    JOIN catalog_revision c ON c.number = r.catalog_revision
    LEFT JOIN entry_revision p ON p.entry_id = r.entry_id AND p.number = r.number - 1
    ORDER BY r.catalog_revision, r.entry_id, r.number`
}

async function cut(db: Db, rows: readonly ChangeRow[], { fits, limit, looked: most }: { fits: (row: ChangeRow) => boolean; limit: number; looked: number }): Promise<Page<ChangeAt>> {
  const fitting = rows.filter(fits)
  const shown = fitting.slice(0, limit)
  const last = fitting.length > limit ? shown.at(-1) : rows.length === most ? rows.at(-1) : undefined
  return { items: await withStates(db, shown), next: last ? writeCursor([last.revision, last.id, last.number]) : null }
}

/** Reads the cells of revisions. What stood before is read by the table that it stood in then: the change may have given that other columns. */
export async function withStates(db: Db, rows: readonly ChangeRow[]): Promise<ChangeAt[]> {
  const wanted = rows.flatMap(({ sectionId: id, revision, before }): Wanted[] => [
    { sectionId: id, revision },
    ...(before ? [{ sectionId: before.sectionId, revision: revision - 1 }] : []),
  ])
  const sections = await sectionsAt(db, wanted)
  const stateOf = (kind: EntryKind, { sectionId: id, rank, name, cells, removed }: State, revision: number): StateAt => {
    const { slug, heading, frame } = sections.get(keyOf({ sectionId: id, revision })) as SectionAt
    return { name, section: { slug, heading }, rank, removed, entry: readCells(kind, frame.columns, cells) }
  }
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, slug: row.slug, revision: row.revision, at: row.at, number: row.number, proposal: row.proposal },
    before: row.before && stateOf(row.kind, row.before, row.revision - 1),
    after: stateOf(row.kind, row, row.revision),
  }))
}
