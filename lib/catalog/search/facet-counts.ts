import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { SearchQuery } from './address'
import { goingAny, mostCandidates } from './candidates'
import { countsAmong, mostOptions, readCounts, wholeCounts, type Count, type CountRow, type Counts } from './counts'
import { facetNames, singleFacets, type FacetName } from './facets'
import { compare } from './order'
import { chosenTokens, waysOf, type SectionId, type Ways } from './plan'
import type { AskedWord } from './tokens'

/** A value of a facet as a reader can choose it. */
export interface FacetOption extends Omit<Count, 'facet'> {
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

/** What is counted: what of a search's query could be chosen else, among all answers or, where it is known that they are too many, among some. */
interface Counting {
  query: SearchQuery
  sections: readonly SectionId[]
  isSampled: boolean
}

/** How many would have each value of a facet, as if nothing were chosen of it: of each facet of which something is. */
export async function chosenCounts(db: Db, words: readonly AskedWord[], { query, sections, isSampled }: Counting): Promise<ReadonlyMap<FacetName, Counts>> {
  // Of one value as many have it, as if it were not chosen, as have it among those that have it.
  const chosen = facetNames.filter((facet) => query[facet].length > 0 && !singleFacets.includes(facet))
  // A search of signs alone finds names alone, of which nothing is counted.
  const counted = query.q !== '' && words.length === 0 ? [] : chosen
  // Each is a search of its own, and told as "at least" however many are looked at: half as many as by a search for one, a quarter for three.
  const most = isSampled ? Math.ceil(mostCandidates / (counted.length + 1)) : mostCandidates
  const countsOf = (facet: FacetName) => countFacet(db, facet, { ways: waysOf(words, query, sections, facet), kept: chosenTokens(query, sections, [facet]), most })
  return new Map(await Promise.all(counted.map(async (facet) => [facet, await countsOf(facet)] as const)))
}

/** What answers can be narrowed by further: by what all of them have, and of some facets by counts of their `own`. */
export function facetGroups(query: SearchQuery, all: Counts, own: ReadonlyMap<FacetName, Counts>): FacetGroup[] {
  return facetNames.map((facet) => {
    const { values, atLeast } = own.get(facet) ?? all
    const chosen: readonly string[] = query[facet]
    const told = values.filter((value) => value.facet === facet).map(({ facet: _, ...value }) => ({ ...value, chosen: chosen.includes(value.key) }))
    // Of what there is no more, like a section that is gone, nothing is counted; but whoever chose it must see it to take it away.
    const gone = chosen.filter((key) => !told.some((option) => option.key === key)).map((key) => ({ key, label: key, count: 0, chosen: true }))
    const options = [...told, ...gone]
    return { facet, atLeast, options: options.sort(facet === 'year' ? newestFirst : commonestFirst).filter((option, index) => option.chosen || index < mostOptions) }
  })
}

function newestFirst(a: FacetOption, b: FacetOption): number {
  return Number(b.key) - Number(a.key)
}

function commonestFirst(a: FacetOption, b: FacetOption): number {
  // Kinds have no labels, so the key has the last word: the database tells the values in no order.
  return b.count - a.count || compare(a.label, b.label) || compare(a.key, b.key)
}

async function countFacet(db: Db, facet: FacetName, { ways, kept, most }: { ways: Ways; kept: readonly string[]; most: number }): Promise<Counts> {
  if (ways.length === 0) return wholeCounts(db, kept)
  const [found] = await db.$queryRaw<{ counts: CountRow[] | null; total: number }[]>`
    WITH found AS MATERIALIZED (${goingAny(ways, most)})
    SELECT (${countsAmong(Prisma.sql`found`, kept, facet)}) AS counts, (SELECT count(*)::int FROM found) AS total`
  return readCounts(found?.counts, (found?.total ?? 0) >= most)
}
