import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateNKeysBetween } from 'fractional-indexing'
import pg from 'pg'
import { slugify } from '@/lib/catalog/fold'
import { recordOf } from '@/lib/catalog/record'
import { facetsOf, facetToken, yearsOf } from '@/lib/catalog/search/facets'
import { nearKeys } from '@/lib/catalog/search/near'
import { entryTokens, entryWords } from '@/lib/catalog/search/tokens'
import { parse, sectionsOf, type Section } from '@/lib/readme/parse'
import { root } from '../../start/root.mjs'
import { randomFrom } from '../random'

const batch = 2_000
const syllables = ['ba', 'cor', 'den', 'fi', 'gal', 'hem', 'ix', 'jo', 'kar', 'lum', 'mi', 'nov', 'or', 'pul', 'quo', 'ras', 'sen', 'tri', 'ul', 'vex', 'wy', 'zan']

/**
 * Fills a migrated, empty database with so many entries, as searches read them, and nothing else: rows of the seed, each under a name of its own of
 * made-up words, every fourth with the rare words and values of its own that real entries have. The same ones each time.
 */
export async function fillForSearch(url: string, entries: number): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    // Indexes are made afterwards, in a tenth of the time; what a trigger keeps, at once.
    await client.query(`SET maintenance_work_mem = '1GB'; SET synchronous_commit = off;
      ALTER TABLE entry_search DISABLE TRIGGER USER; DROP INDEX entry_search_tokens_idx, search_word_near_idx`)
    await fillSections(client, entries)
    await client.query(`
      INSERT INTO facet_count (facet, key, label, entries)
      SELECT split_part(value, ':', 1), substr(value, strpos(value, ':') + 1), substr(value, strpos(value, ':') + 1), count(*) FROM entry_search, unnest(facets) AS value GROUP BY value;
      CREATE INDEX entry_search_tokens_idx ON entry_search USING gin (tokens) WITH (fastupdate = off);
      CREATE INDEX search_word_near_idx ON search_word USING gin (near) WITH (fastupdate = off);
      ALTER TABLE entry_search ENABLE TRIGGER USER`)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

async function fillSections(client: pg.Client, entries: number): Promise<void> {
  const sections = sectionsOf(parse(readFileSync(join(root, 'prisma', 'seed.README.md'), 'utf8')).parts)
  const known = new Set<string>()
  let made = 0
  for (const [ordinal, section] of sections.entries()) {
    const size = Math.floor((entries * (ordinal + 1)) / sections.length) - made
    const id = `00000000-0000-7000-8000-${String(ordinal).padStart(12, '0')}`
    await client.query('INSERT INTO section (id, slug, kind, heading, ordinal, frame, size) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      ...[id, slugify(section.heading), section.kind, section.heading, ordinal, section.frame, size],
    ])
    const ranks = generateNKeysBetween(null, null, size)
    for (let at = 0; at < size; at += batch) {
      await storeBatch(client, Array.from({ length: Math.min(batch, size - at) }, (_, index) => makeEntry(section, id, made + at + index, ranks[at + index] as string)), known)
    }
    made += size
  }
}

type Made = ReturnType<typeof makeEntry>

function makeEntry(section: Section, sectionId: string, number: number, rank: string) {
  const { frame, rows, kind } = section
  const random = randomFrom(number)
  const own = Array.from({ length: 2 + (number % 3) }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  const source = rows[Math.floor(random() * rows.length)]?.cells ?? []
  const cells = [`${own[0]?.toUpperCase()}${own.slice(1)}${number % 2 ? 'CLIP' : '-LLM'} ${number}`, ...source.slice(1)]
  if (number % 4 === 0) cells[1] = `${cells[1]} ${own}`
  const id = `${(number + 0x10000000).toString(16)}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
  const record = recordOf(kind, frame.columns, cells)
  const words = entryWords({ name: record.name, terms: record.terms, cells })
  const facets = facetsOf(sectionId, record.entry)
  return {
    words: words.all,
    entry: { id, kind, section_id: sectionId, slug: `e-${number}`, rank, name: record.name, name_key: record.nameKey, cells, revision: 1, removed: false },
    found: { entry_id: id, name_key: record.nameKey, year: yearsOf(record.entry)[0] ?? 0, added: 1 + (number % 997), facets: facets.map(facetToken), tokens: entryTokens(id, words, facets) },
  }
}

async function storeBatch(client: pg.Client, made: readonly Made[], known: Set<string>): Promise<void> {
  const fresh = [...new Set(made.flatMap(({ words }) => words))].filter((word) => !known.has(word))
  fresh.forEach((word) => known.add(word))
  const insert = (table: string, rows: readonly object[]) =>
    client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [JSON.stringify(rows)])
  await insert('entry', made.map(({ entry }) => entry))
  await insert('entry_search', made.map(({ found }) => found))
  await insert('search_word', fresh.map((word) => ({ word, near: nearKeys(word) })))
}
