import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { EntryKind } from '../entry'
import { sectionName } from '../section-name'
import { facetNames, type FacetName } from './facets'

/** How many answers have a value of a facet. */
export interface Count {
  facet: FacetName
  /** As an address has it: a section's is its slug. */
  key: string
  /** What it is called; "" of what has but one value, its key where nothing ever had it. */
  label: string
  count: number
}

/** How many answers have each value. */
export interface Counts {
  values: Count[]
  /** Whether only the first thousand answers were counted. */
  atLeast: boolean
}

/** Nothing was counted. */
export const noCounts: Counts = { values: [], atLeast: false }

/** A count as the database tells it. */
export type CountRow = [facet: FacetName, key: string, label: string | null, count: number, section: { slug: string; heading: string; kind: EntryKind } | null]

/** Of each facet so many values are told, the commonest, and whatever is chosen. */
export const mostOptions = 40

/** Asks for the counts of rows of the index that a query calls `found`, as one text; a thousand of them have a thousand values. `kept`: told in any case, as the index has them. `of`: of one facet alone. */
export function countsAmong(found: Prisma.Sql, kept: readonly string[], of?: FacetName): Prisma.Sql {
  const counted = of ? Prisma.sql`WHERE starts_with(value, ${`${of}:`})` : Prisma.empty
  return told(Prisma.sql`
    SELECT facet, key, label, count FROM (
      SELECT *, row_number() OVER (PARTITION BY facet ORDER BY count DESC, key) AS place FROM (
        SELECT split_part(value, ':', 1) AS facet, substr(value, strpos(value, ':') + 1) COLLATE "C" AS key, coalesce(counted.count, 0) AS count, kept.value IS NOT NULL AS kept
        FROM (SELECT value, count(*)::int AS count FROM ${found}, unnest(facets) AS value ${counted} GROUP BY value) AS counted
        FULL JOIN unnest(${[...kept]}::text[]) AS kept (value) USING (value)
      ) AS each
    ) AS placed LEFT JOIN facet_count USING (facet, key) WHERE place <= ${mostOptions} OR kept`)
}

/** Of the whole catalog nobody counts: the counts are kept where entries are written. */
export async function wholeCounts(db: Db, kept: readonly string[]): Promise<Counts> {
  const [found] = await db.$queryRaw<{ counts: CountRow[] | null }[]>`
    SELECT (${told(Prisma.sql`
      SELECT facet, key, label, entries AS count FROM unnest(${[...facetNames]}::text[]) AS asked CROSS JOIN LATERAL (
        (SELECT * FROM facet_count WHERE facet = asked AND entries > 0 ORDER BY entries DESC, key LIMIT ${mostOptions})
        UNION SELECT asked, own.key, label, coalesce(entries, 0)
        FROM unnest(${[...kept]}::text[]) AS value CROSS JOIN LATERAL (SELECT substr(value, strpos(value, ':') + 1) COLLATE "C" AS key) AS own
        LEFT JOIN facet_count ON facet = asked AND facet_count.key = own.key WHERE split_part(value, ':', 1) = asked
      ) AS most`)}) AS counts`
  return readCounts(found?.counts, false)
}

function told(counted: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT json_agg(json_build_array(facet, key, label, count, CASE WHEN section.id IS NOT NULL THEN json_build_object('slug', slug, 'heading', heading, 'kind', kind) END))
    FROM (${counted}) AS counted LEFT JOIN section ON section.id = CASE WHEN facet = 'section' THEN key::uuid END AND NOT section.removed`
}

/** Reads what the database told. */
export function readCounts(rows: readonly CountRow[] | null | undefined, atLeast: boolean): Counts {
  const values = (rows ?? []).flatMap(([facet, key, label, count, section]): Count[] => {
    if (facet !== 'section') return [{ facet, key, label: label ?? key, count }]
    return section ? [{ facet, key: section.slug, label: sectionName(section), count }] : []
  })
  return { values, atLeast }
}
