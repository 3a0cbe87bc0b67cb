import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { entryKinds } from '../entry'
import { nameKey } from '../fold'
import { identityOfUrl } from '../identity'
import { urlProblem } from '../url'
import { mostFound, type SortName } from './address'
import { countsAmong, readCounts, type CountRow, type Counts } from './counts'
import type { Candidate } from './order'
import type { Ways } from './plan'

// As one text: a thousand rows cost the client more than the database.
const columns = Prisma.sql`json_agg(json_build_array(entry_id, name, name_key, year, added, section.ordinal, rank)) AS rows`
const joined = Prisma.sql`JOIN section ON section.id = found.section_id`

type Row = [id: string, name: string, nameKey: string, year: number, added: number, ordinal: number, rank: string]

function candidatesFrom(rows: readonly Row[] | null | undefined): Candidate[] {
  return (rows ?? []).map(([id, name, nameKeyOf, year, added, ordinal, rank]) => ({ id, name, nameKey: nameKeyOf, year, added, ordinal, rank }))
}

async function rowsOf(db: Db, sql: Prisma.Sql): Promise<Candidate[]> {
  const [found] = await db.$queryRaw<{ rows: Row[] | null }[]>(sql)
  return candidatesFrom(found?.rows)
}

/** As many are looked at, and one to tell that there are more. */
export const mostCandidates = mostFound + 1

/** Entries that go any of some ways, in no order, with what all that do can be narrowed by. */
export interface Going {
  candidates: Candidate[]
  counts: Counts
}

// Of more than a thousand answers all counts are "at least", and half of the work of counting them told no more.
const sampled = Prisma.sql`(SELECT * FROM found LIMIT CASE WHEN (SELECT count(*) FROM found) > ${mostFound}::int THEN ${mostFound / 2}::int END) AS sampled`

/** Finds who goes any way, and counts by facets: values that are `kept` (as the index has them) are told in any case, and null counts nothing. */
export async function goingWays(db: Db, ways: Ways, most: number, kept: readonly string[] | null): Promise<Going> {
  const [found] = await db.$queryRaw<{ rows: Row[] | null; counts: CountRow[] | null }[]>`
    WITH found AS MATERIALIZED (${goingAny(ways, most)})
    SELECT (SELECT ${columns} FROM found ${joined}), (${kept ? countsAmong(sampled, kept) : Prisma.sql`NULL`}) AS counts`
  const candidates = candidatesFrom(found?.rows)
  return { candidates, counts: readCounts(found?.counts, candidates.length > mostFound) }
}

/** The rows of the index that go any way, those of a better way rather than others. */
export function goingAny(ways: Ways, most: number): Prisma.Sql {
  const each = Prisma.sql`SELECT * FROM search_found(${JSON.stringify(ways)}::jsonb, ${most}::int)`
  // One way leads to each entry once, and to no more than are asked for.
  if (ways.length === 1) return each
  return Prisma.sql`SELECT * FROM (SELECT DISTINCT ON (entry_id) * FROM (${each}) AS found ORDER BY entry_id, way) AS each ORDER BY way LIMIT ${most}::int`
}

const mostNamed = 100

/** The entries that a search names: by what their names are or begin with, by an address that is asked for. */
export async function namedLike(db: Db, q: string, filters: string[][]): Promise<Candidate[]> {
  if (q === '') return []
  const key = nameKey(q)
  const kept = filters.map((group) => Prisma.sql`AND found.facets && ${group.map((token) => token.slice(1))}::text[]`)
  return rowsOf(db, Prisma.sql`
    SELECT ${columns} FROM (
      (SELECT entry_id FROM entry_search WHERE name_key >= ${key} COLLATE "C" AND name_key < (${key} || chr(1114111)) COLLATE "C" AND ${key} <> ''
        ORDER BY name_key, entry_id LIMIT ${mostNamed})
      UNION (SELECT entry_id FROM entry_identity WHERE identity = ANY(${identitiesAsked(q)}::text[]) LIMIT ${mostNamed})
    ) AS named JOIN entry_search found USING (entry_id) ${joined} WHERE true ${Prisma.join(kept.length > 0 ? kept : [Prisma.empty], ' ')}`)
}

/** Who pastes an address, an arXiv id or a DOI looks for what leads there. */
function identitiesAsked(q: string): string[] {
  const url = addressAsked(q)
  return url === undefined ? [] : entryKinds.map((kind) => `${kind}/${identityOfUrl(url)}`)
}

/** The address that a search is, or stands for: papers cite with prefixes, and browsers' address bars leave the scheme out. */
function addressAsked(q: string): string | undefined {
  if (urlProblem(q) === undefined) return q
  const arxiv = /^(?:arxiv:\s*)?(\d{4}\.\d{4,5}(?:v\d+)?)$/i.exec(q)?.[1]
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(q)?.[1]
  if (doi) return `https://doi.org/${doi}`
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S+$/i.test(q) ? `https://${q}` : undefined
}

/** The beginning of the whole catalog in an order. */
export async function firstOf(db: Db, by: SortName): Promise<Candidate[]> {
  if (by === 'list') return firstListed(db)
  const order = { name: Prisma.sql`name_key, entry_id`, year: Prisma.sql`year DESC, name_key`, added: Prisma.sql`added DESC, name_key` }[by]
  return rowsOf(db, Prisma.sql`SELECT ${columns} FROM (SELECT * FROM entry_search ORDER BY ${order} LIMIT ${mostCandidates}) AS found ${joined}`)
}

/** Section by section, as far as it takes: each has its order at hand, the catalog has none. */
async function firstListed(db: Db): Promise<Candidate[]> {
  const sections = await db.section.findMany({ where: { removed: false, size: { gt: 0 } }, select: { id: true }, orderBy: { ordinal: 'asc' } })
  const listed: Candidate[] = []
  for (const { id } of sections) {
    if (listed.length >= mostCandidates) break
    const own = await rowsOf(db, Prisma.sql`
      SELECT ${columns} FROM (SELECT id FROM entry WHERE section_id = ${id}::uuid AND NOT removed ORDER BY rank LIMIT ${mostCandidates - listed.length}) AS first
      JOIN entry_search found ON found.entry_id = first.id ${joined}`)
    listed.push(...own)
  }
  return listed
}
