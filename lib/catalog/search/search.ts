import type { Db } from '@/lib/db'
import { viewSelect, viewsOf, type EntryRef, type EntryView } from '../view'
import { mostFound, narrows, pageSize, type SearchQuery } from './address'
import { firstOf, goingWays, mostCandidates, namedLike, type Going } from './candidates'
import { noCounts, wholeCounts } from './counts'
import { chosenCounts, facetGroups, type FacetGroup } from './facet-counts'
import { inOrder, type Candidate } from './order'
import { chosenTokens, filterGroups, waysOf, type SectionId } from './plan'
import type { AskedWord } from './tokens'
import { readSlips, readWords } from './vocabulary'
import { wordsAsked } from './words'

/** What a search found. */
export interface Found {
  /** One page of it, in order. */
  entries: EntryView[]
  /** How many there are, counted to 1,001 at most. */
  count: number
  /** How many pages can be turned to. */
  pages: number
  /** The words as the catalog has them: what of the entries is to be marked. */
  words: readonly AskedWord[]
  facets: FacetGroup[]
}

/** Finds entries by words, typos forgiven, and by facets; never fails, whatever is asked. The work is bounded, however large the catalog is. */
export async function searchCatalog(db: Db, query: SearchQuery): Promise<Found> {
  const sections = await sectionsOf(db, query)
  const asked = await readWords(db, wordsAsked(query.q))
  const { words, candidates, counts } = await find(db, asked, { query, sections, most: mostCandidates, counted: true })
  // What else could be chosen is found by searches that find all of these, and more: of so many nobody counts all.
  const isSampled = candidates.length > mostFound
  const [entries, chosen] = await Promise.all([pageOf(db, candidates, query.page), chosenCounts(db, words, { query, sections, isSampled })])
  const facets = facetGroups(query, counts, chosen)
  const count = Math.min(candidates.length, mostCandidates)
  return { entries, count, pages: Math.max(1, Math.ceil(Math.min(count, mostFound) / pageSize)), words, facets }
}

/** The ids of what a search finds, in its order: a thousand at most, whatever its page. */
export async function searchIds(db: Db, query: SearchQuery): Promise<string[]> {
  const [asked, sections] = await Promise.all([readWords(db, wordsAsked(query.q)), sectionsOf(db, query)])
  const { candidates } = await find(db, asked, { query, sections, most: mostCandidates, counted: false })
  return candidates.slice(0, mostFound).map(({ id }) => id)
}

/** An entry that answers while somebody types. */
export interface Suggestion extends EntryRef {
  section: string
  /** A model's subfield, a dataset's description: what tells it from its like; "" where nothing does. */
  about: string
}

const mostSuggested = 8
// A reader who types sees the best of these; who wants all presses Enter.
const mostWeighed = 200

/** The best answers to what is typed so far, and its words for marking them. */
export async function suggestEntries(db: Db, q: string): Promise<{ entries: Suggestion[]; words: readonly AskedWord[] }> {
  const query: SearchQuery = { ...nothingAsked, q }
  if (q === '') return { entries: [], words: [] }
  const { words, candidates } = await find(db, await readWords(db, wordsAsked(q)), { query, sections: [], most: mostWeighed, counted: false })
  const views = await viewsInOrder(db, candidates.slice(0, mostSuggested))
  return { words, entries: views.map(({ kind, slug, name, section, entry }) => ({ kind, slug, name, section: section.heading, about: aboutOf(entry) })) }
}

const nothingAsked: SearchQuery = { q: '', kind: [], section: [], subfield: [], base: [], data: [], code: [], venue: [], year: [], starred: [], sort: null, page: 1 }

function aboutOf(entry: EntryView['entry']): string {
  if (entry.kind === 'model') return entry.fields.subfield ?? ''
  return entry.kind === 'dataset' ? (entry.fields.description ?? '') : ''
}

/** So few answers may be a slip of the pen. */
const few = 3

interface Asking {
  query: SearchQuery
  sections: readonly SectionId[]
  /** How many are looked at. */
  most: number
  /** Whether it is counted what they can be narrowed by. */
  counted: boolean
}

/** Finds by the words that are asked, or by what they may be meant for: those are answered then. */
async function find(db: Db, words: readonly AskedWord[], { query, sections, most, counted }: Asking): Promise<Going & { words: readonly AskedWord[] }> {
  const kept = counted ? chosenTokens(query, sections) : null
  if (!narrows(query)) {
    const [first, counts] = await Promise.all([firstOf(db, query.sort ?? 'list'), counted ? wholeCounts(db, []) : noCounts])
    return { words, candidates: inOrder(first, query.sort, '', []), counts }
  }
  const ask = async (asked: readonly AskedWord[]) => {
    // A search of signs alone can only be a name of signs.
    const ways = query.q !== '' && asked.length === 0 ? [] : waysOf(asked, query, sections)
    const [going, named] = await Promise.all([goingWays(db, ways, most, kept), namedLike(db, query.q, filterGroups(query, sections))])
    return { candidates: inOrder([...going.candidates, ...named], query.sort, query.q, asked), counts: going.counts }
  }
  const { candidates, counts } = await ask(words)
  if (candidates.length >= few || words.length === 0) return { words, candidates, counts }
  const slipped = await readSlips(db, words)
  if (slipped.every(({ near }, index) => near.length === words[index]?.near.length)) return { words, candidates, counts }
  const more = await ask(slipped)
  // What was typed comes first, whatever else it may have meant.
  const first = new Set(candidates.map(({ id }) => id))
  return { words: slipped, candidates: query.sort ? more.candidates : [...candidates, ...more.candidates.filter(({ id }) => !first.has(id))], counts: more.counts }
}

async function sectionsOf(db: Db, query: SearchQuery): Promise<SectionId[]> {
  if (query.section.length === 0) return []
  return db.section.findMany({ where: { removed: false, slug: { in: query.section } }, select: { id: true, slug: true } })
}

function pageOf(db: Db, candidates: readonly Candidate[], page: number): Promise<EntryView[]> {
  return viewsInOrder(db, candidates.slice(0, mostFound).slice((page - 1) * pageSize, page * pageSize))
}

async function viewsInOrder(db: Db, candidates: readonly Candidate[]): Promise<EntryView[]> {
  const rows = await db.entry.findMany({ where: { id: { in: candidates.map(({ id }) => id) } }, select: viewSelect })
  const byId = new Map((await viewsOf(db, rows)).map((view) => [view.id, view]))
  return candidates.flatMap(({ id }) => byId.get(id) ?? [])
}
