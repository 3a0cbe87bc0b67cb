import { z } from 'zod'
import { termsOf, type EntryKind } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { Prisma } from '@/prisma/generated/client'
import { readCursor, writeCursor } from './cursor'
import { entryStates } from './entry-states'
import { refused, type Queries } from './parameters'
import type { EntryAt } from './represent'
import type { Snapshot } from './snapshot'

/** Some of a list and the cursor of what follows; null: nothing does. */
export interface Page<T> {
  items: T[]
  next: string | null
}

type Query = Pick<Queries['entries'], 'kind' | 'section' | 'subfield' | 'base' | 'data' | 'limit' | 'cursor'>

interface Term {
  facet: 'subfield' | 'base' | 'data'
  key: string
}

interface Narrowing {
  kind: EntryKind | undefined
  sectionId: string | undefined
  terms: Term[]
}

/** No request looks at more entries than these; what it did not come to is behind its cursor. */
const looked = 1_000

const facets = ['subfield', 'base', 'data'] as const

/** A page of the catalog's entries at a state, in the order of their ids. Fails as `invalid` or `not-found`, naming the parameter. */
export async function listEntries(db: Db, snapshot: Snapshot, query: Query): Promise<Result<Page<EntryAt>>> {
  const after = readCursor(z.tuple([z.uuid()]), query.cursor)
  if (!after.ok) return after
  const section = await sectionId(db, query.section)
  if (!section.ok) return section
  const terms = facets.flatMap((facet) => (query[facet] === undefined ? [] : [{ facet, key: nameKey(query[facet]) }]))
  const narrowing = { kind: query.kind, sectionId: section.value, terms }
  const behind = after.value?.[0] ?? '00000000-0000-0000-0000-000000000000'
  return ok(await (snapshot.current ? listed : listedThen)(db, snapshot, { narrowing, behind, limit: query.limit, section: query.section }))
}

/** A section's id by its slug; undefined where none is named. Fails as `not-found`, naming the parameter. */
export async function sectionId(db: Db, slug: string | undefined): Promise<Result<string | undefined>> {
  if (slug === undefined) return ok(undefined)
  const found = await db.section.findUnique({ where: { slug }, select: { id: true } })
  return found ? ok(found.id) : { ...refused({ section: 'is no section of this catalog' }), code: 'not-found' }
}

interface Asked {
  narrowing: Narrowing
  behind: string
  limit: number
  section: string | undefined
}

/** Of the present: what narrows most has an index that leads to it in the order of ids. */
async function listed(db: Db, { revision }: Snapshot, { narrowing, behind, limit }: Asked): Promise<Page<EntryAt>> {
  const { kind, sectionId: section, terms } = narrowing
  const fits = [
    Prisma.sql`NOT e.removed`,
    ...(kind ? [Prisma.sql`e.kind = ${kind}::entry_kind`] : []),
    ...(section ? [Prisma.sql`e.section_id = ${section}::uuid`] : []),
    ...terms.map(({ facet, key }) => Prisma.sql`EXISTS (SELECT FROM entry_term t WHERE t.entry_id = e.id AND t.facet = ${facet}::facet AND t.key = ${key})`),
  ]
  const [found] = await db.$queryRaw<{ ids: string[]; looked: number; last: string | null }[]>`
    WITH candidate AS MATERIALIZED (${candidates(narrowing, behind)})
    SELECT
      ARRAY(SELECT e.id FROM candidate JOIN entry e USING (id) WHERE ${Prisma.join(fits, ' AND ')} ORDER BY e.id LIMIT ${limit + 1}) AS ids,
      (SELECT count(*)::int FROM candidate) AS looked,
      (SELECT id FROM candidate ORDER BY id DESC LIMIT 1) AS last`
  const { ids, looked: seen, last } = found as NonNullable<typeof found>
  const shown = ids.slice(0, limit)
  const next = ids.length > limit ? (shown.at(-1) as string) : seen === looked ? last : null
  return { items: await entryStates(db, shown, revision), next: next && writeCursor([next]) }
}

function candidates({ kind, sectionId: section, terms: [term] }: Narrowing, behind: string): Prisma.Sql {
  if (term) {
    return Prisma.sql`SELECT DISTINCT entry_id AS id FROM entry_term
      WHERE facet = ${term.facet}::facet AND key = ${term.key} AND entry_id > ${behind}::uuid ORDER BY entry_id LIMIT ${looked}`
  }
  const where = section ? Prisma.sql`section_id = ${section}::uuid AND` : kind ? Prisma.sql`kind = ${kind}::entry_kind AND` : Prisma.empty
  return Prisma.sql`SELECT id FROM entry WHERE ${where} id > ${behind}::uuid ORDER BY id LIMIT ${looked}`
}

/** Of the past: what an entry said then has no index, so as many are read as may be looked at. */
async function listedThen(db: Db, { revision }: Snapshot, { narrowing, behind, limit, section }: Asked): Promise<Page<EntryAt>> {
  const { kind, terms } = narrowing
  const found = await db.entry.findMany({ where: { id: { gt: behind }, ...(kind && { kind }) }, select: { id: true }, orderBy: { id: 'asc' }, take: looked })
  const states = await entryStates(db, found.map(({ id }) => id), revision)
  const fitting = states.filter((state) => (section === undefined || state.section.slug === section) && terms.every((term) => says(state, term)))
  const items = fitting.slice(0, limit)
  const next = fitting.length > limit ? items.at(-1)?.id : found.length === looked ? found.at(-1)?.id : undefined
  return { items, next: next === undefined ? null : writeCursor([next]) }
}

function says({ entry }: EntryAt, { facet, key }: Term): boolean {
  return (termsOf(entry)[facet] ?? []).some((value) => nameKey(value) === key)
}
