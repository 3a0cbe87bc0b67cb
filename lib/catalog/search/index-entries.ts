import type { Db } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { recordOf, type EntryRecord } from '../record'
import { frameOf } from '../view'
import { facetsOf, facetToken, yearsOf, type FacetValue } from './facets'
import { nearKeys } from './near'
import { entryTokens, entryWords } from './tokens'

/** An entry with what its cells say. */
export interface IndexedEntry {
  id: string
  sectionId: string
  cells: readonly string[]
  record: EntryRecord
}

/** Writes what listed entries are found by, in the place of what was there, inside the caller's transaction; their first revision is written before. */
export async function indexEntries(db: Db, entries: readonly IndexedEntry[]): Promise<void> {
  if (entries.length === 0) return
  const read = entries.map(({ id, sectionId, cells, record }) => {
    const words = entryWords({ name: record.name, terms: record.terms, cells })
    const facets = facetsOf(sectionId, record.entry)
    return { id, nameKey: record.nameKey, year: yearsOf(record.entry)[0] ?? 0, words, facets, tokens: entryTokens(id, words, facets) }
  })
  // In one order, so that two who write at once can't wait for each other.
  const words = [...new Set(read.flatMap((entry) => entry.words.all))].sort().map((word) => ({ word, near: nearKeys(word) }))
  await db.$executeRaw`
    INSERT INTO search_word (word, near) SELECT word, near FROM json_populate_recordset(NULL::search_word, ${JSON.stringify(words)}::json)
    ON CONFLICT DO NOTHING`
  await nameValues(db, read.flatMap(({ facets }) => facets))
  const rows = read.map(({ id, nameKey, year, facets, tokens }) => ({ entry_id: id, name_key: nameKey, year, facets: facets.map(facetToken), tokens }))
  await db.$executeRaw`
    INSERT INTO entry_search (entry_id, name, section_id, rank, name_key, year, added, facets, tokens)
    SELECT entry.id, entry.name, entry.section_id, entry.rank, row.name_key, row.year, first.catalog_revision, row.facets, row.tokens
    FROM json_populate_recordset(NULL::entry_search, ${JSON.stringify(rows)}::json) AS row JOIN entry ON entry.id = row.entry_id
    JOIN entry_revision first ON first.entry_id = row.entry_id AND first.number = 1
    ON CONFLICT (entry_id) DO UPDATE SET name = excluded.name, section_id = excluded.section_id, rank = excluded.rank,
      name_key = excluded.name_key, year = excluded.year, facets = excluded.facets, tokens = excluded.tokens`
}

// Which spelling a value that so many have is called by is not looked into: they are too many to be asked, and one correction too little.
const settled = 1_000

/** Names the values of facets as they are spelled: as they were first, or, once nobody spells them so any more, as they are now. */
async function nameValues(db: Db, facets: readonly FacetValue[]): Promise<void> {
  const values = [...new Map(facets.map((value) => [facetToken(value), value])).values()]
  await db.$executeRaw`
    INSERT INTO facet_count (facet, key, label, entries)
    SELECT facet, key, label, 0 FROM json_populate_recordset(NULL::facet_count, ${JSON.stringify(values)}::json) ORDER BY facet, key
    ON CONFLICT (facet, key) DO UPDATE SET label = excluded.label
    WHERE facet_count.label <> excluded.label AND facet_count.entries < ${settled}
      AND CASE WHEN facet_count.facet = ANY(enum_range(NULL::facet)::text[]) THEN NOT EXISTS (
        SELECT FROM entry_term JOIN entry ON entry.id = entry_id AND NOT removed
        WHERE entry_term.facet = facet_count.facet::facet AND entry_term.key = facet_count.key COLLATE "default" AND value = facet_count.label
      ) END`
}

const batch = 500

/** Indexes the listed entries that are in no index yet, as after a migration that emptied it; answers how many. Others may write meanwhile. */
export async function indexMissing(db: PrismaClient): Promise<number> {
  const missing = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM entry WHERE NOT removed AND NOT EXISTS (SELECT FROM entry_search WHERE entry_id = entry.id)`
  for (let at = 0; at < missing.length; at += batch) {
    const ids = missing.slice(at, at + batch).map(({ id }) => id)
    await db.$transaction(async (step) => {
      // As every acceptance does: what is read here stays so until it is written.
      await step.$queryRaw`SELECT FROM document WHERE id = 1 FOR UPDATE`
      const rows = await step.entry.findMany({ where: { id: { in: ids }, removed: false }, include: { section: true } })
      const entries = rows.map(({ id, kind, sectionId, cells, section }) => ({ id, sectionId, cells, record: recordOf(kind, frameOf(section).columns, cells) }))
      await indexEntries(step, entries)
    })
  }
  return missing.length
}
