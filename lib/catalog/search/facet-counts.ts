import type { Db } from '@/lib/db'
import { mostFound, type SearchQuery } from './address'
import { mostCandidates } from './candidates'
import { facetNames, readFacetToken, type FacetName } from './facets'
import { waysOf, type SectionId, type Ways } from './plan'
import type { AskedWord } from './tokens'

/** A value of a facet as a reader can choose it. */
export interface FacetOption {
  /** As an address has it: a section's is its slug. */
  key: string
  /** What it is called; "" of a kind, and of what has but one value. */
  label: string
  count: number
  chosen: boolean
}

/** The values of a facet that answers have. */
export interface FacetGroup {
  facet: FacetName
  /** The commonest first, years newest first. */
  options: FacetOption[]
  /** Whether only the first thousand answers were counted: each count is at least so much. */
  atLeast: boolean
}

const mostOptions = 40

/** What answers can be narrowed by further, with counts; of a facet that something is chosen of, as if nothing were. */
export async function facetGroups(db: Db, words: readonly AskedWord[], query: SearchQuery, sections: readonly (SectionId & { heading: string })[]): Promise<FacetGroup[]> {
  const chosen = facetNames.filter((facet) => query[facet].length > 0)
  const nothing = query.q !== '' && words.length === 0
  const countAs = async (except?: FacetName) => (nothing ? noCounts : countsOf(db, waysOf(words, query, sections, except)))
  const [all, own] = await Promise.all([countAs(), Promise.all(chosen.map(countAs))])
  const groups = facetNames.map((facet) => {
    const counts = own[chosen.indexOf(facet)] ?? all
    const counted = counts.values.filter((value) => value.facet === facet)
    const missing = (facet === 'section' ? idsOf(query.section, sections) : query[facet]).filter((key) => counted.every((value) => value.key !== key))
    return { facet, atLeast: counts.atLeast, options: [...counted, ...missing.map((key) => ({ facet, key, count: 0 }))] }
  })
  const labels = await labelsOf(db, groups.flatMap(({ options }) => options))
  return groups.map(({ facet, atLeast, options }) => ({
    ...{ facet, atLeast },
    options: options
      .flatMap(({ key, count }) => optionOf(facet, key, count, query, sections, labels))
      .sort((a, b) => (facet === 'year' ? Number(b.key) - Number(a.key) : b.count - a.count || (a.label < b.label ? -1 : 1)))
      .filter(({ chosen: isChosen }, index) => isChosen || index < mostOptions),
  }))
}

interface Counts {
  values: { facet: FacetName; key: string; count: number }[]
  atLeast: boolean
}

const noCounts: Counts = { values: [], atLeast: false }

async function countsOf(db: Db, ways: Ways): Promise<Counts> {
  if (ways.length === 0) return { values: await wholeCounts(db), atLeast: false }
  // Whoever goes any way, goes the last one.
  const found = await db.$queryRaw<{ value: string | null; count: number }[]>`
    WITH candidate AS MATERIALIZED (SELECT DISTINCT id FROM search_candidates(${JSON.stringify(ways.slice(-1))}::jsonb, ${mostCandidates}::int))
    SELECT value, count(*)::int AS count FROM candidate JOIN entry_search ON entry_id = id, unnest(facets) AS value GROUP BY value
    UNION ALL SELECT NULL, count(*)::int FROM candidate`
  const total = found.find(({ value }) => value === null)?.count ?? 0
  const values = found.flatMap(({ value, count }) => (value === null ? [] : [{ ...readFacetToken(value), count }]))
  return { values, atLeast: total > mostFound }
}

/** Of the whole catalog nobody counts: the counts are kept where entries are written. */
function wholeCounts(db: Db): Promise<Counts['values']> {
  return db.$queryRaw<Counts['values']>`
    SELECT facet, key, count FROM unnest(${[...facetNames]}::text[]) AS asked CROSS JOIN LATERAL (
      SELECT facet, key, entries AS count FROM facet_count WHERE facet = asked AND entries > 0 ORDER BY entries DESC, key LIMIT ${mostOptions}
    ) AS most`
}

async function labelsOf(db: Db, values: readonly { facet: FacetName; key: string }[]): Promise<Map<string, string>> {
  const asked = values.filter(({ facet }) => facet !== 'kind' && facet !== 'section')
  const found = await db.$queryRaw<{ facet: string; key: string; label: string }[]>`
    SELECT facet, key, label FROM facet_count JOIN unnest(${asked.map(({ facet }) => facet)}::text[], ${asked.map(({ key }) => key)}::text[]) AS asked (facet, key)
    USING (facet, key)`
  return new Map(found.map(({ facet, key, label }) => [`${facet}:${key}`, label]))
}

function optionOf(
  facet: FacetName,
  key: string,
  count: number,
  query: SearchQuery,
  sections: readonly (SectionId & { heading: string })[],
  labels: ReadonlyMap<string, string>,
): FacetOption[] {
  const chosen = (value: string) => (query[facet] as string[]).includes(value)
  if (facet !== 'section') return [{ key, label: labels.get(`${facet}:${key}`) ?? key, count, chosen: chosen(key) }]
  const section = sections.find(({ id }) => id === key)
  return section ? [{ key: section.slug, label: section.heading, count, chosen: chosen(section.slug) }] : []
}

function idsOf(slugs: readonly string[], sections: readonly SectionId[]): string[] {
  return sections.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id)
}
