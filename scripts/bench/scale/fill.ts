import { generateNKeysBetween } from 'fractional-indexing'
import pg from 'pg'
import { fillSearch } from '../../migrate'
import { inBulk, insert } from './bulk'
import { fillHistory, proposalsOf } from './history'
import { between, fittedFrame, makePools, storePools, type Pools } from './pools'
import { marker, syllables, syllablesOfWord, wordMarker, wordStep } from './rows'
import { idStart, planSections, proseAbove, type PlannedSection } from './sections'

/** What catalogs of a thousand, a hundred thousand and a million entries take on the disk together, with room for their making. */
export const gigabytes = 12

/** What a filled catalog holds. */
export interface Filled {
  entries: number
  sections: number
  /** Rows of the largest section. */
  largest: number
  revisions: number
  /** Proposals that wait. */
  open: number
}

/**
 * Fills a migrated, empty database with a catalog of so many entries (a thousand or more) made up from the seed's vocabulary, the same ones
 * each time, as if their README had been imported, and one in a hundred been proposed and accepted since (ten thousand at most). Searches find
 * them as they find what was accepted.
 */
export async function fillCatalog(url: string, entries: number): Promise<Filled> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const sections = planSections(entries)
    const pools = makePools(entries)
    const { accepted, open } = proposalsOf(entries)
    await storePools(client, pools)
    await inBulk(client, async () => {
      await fillDocument(client, sections, accepted)
      await fillSections(client, sections, pools, Math.floor(entries / accepted))
      await fillHistory(client, { accepted, open })
      // While the index's own indexes are away.
      await fillSearch(url)
    })
    return { entries, sections: sections.length, largest: Math.max(...sections.map(({ size }) => size)), revisions: accepted + 1, open }
  } finally {
    await client.end()
  }
}

async function fillDocument(client: pg.Client, sections: readonly PlannedSection[], accepted: number): Promise<void> {
  const parts = sections.flatMap(({ id, heading }, index) => [{ prose: proseAbove(heading, index === 0) }, { section: id }])
  const all = [...parts, { prose: '\n## Afterwards\n\nWords at the end.\n' }]
  // A revision for each entry that was proposed: who made them comes with the proposals.
  await client.query(`INSERT INTO catalog_revision (number, at) VALUES (1, now() - ($1 + 1) * interval '1 hour')`, [accepted])
  await insert(client, 'document_revision', [{ catalog_revision: 1, parts: all }])
  await client.query('UPDATE document SET revision = $1', [accepted + 1])
}

async function fillSections(client: pg.Client, sections: readonly PlannedSection[], pools: Pools, every: number): Promise<void> {
  const used = { model: 0, dataset: 0, named: 0 }
  let first = 0
  for (const [ordinal, section] of sections.entries()) {
    const { id, kind, heading, slug, size, pool } = section
    const frame = fittedFrame(pools[pool], used[pool], size)
    await insert(client, 'section', [{ id, slug, kind, heading, ordinal, frame, size, removed: false, criteria: '' }])
    await insert(client, 'section_revision', [{ section_id: id, catalog_revision: 1, heading, frame }])
    await copyRows(client, { section, pool: pools[pool].rows.length, from: used[pool], first, every })
    used[pool] += size
    first += size
  }
}

interface Copying {
  section: PlannedSection
  /** How many rows its pool has, and the number of the one to begin with, counted on over all its copies. */
  pool: number
  from: number
  /** How many entries stand in the sections before; one in `every` of all was proposed. */
  first: number
  every: number
}

/** As `ownWord`, of the column `number`. */
const word = Array.from({ length: syllablesOfWord }, (_, at) => `($6::text[])[1 + (number::bigint * ${wordStep} % ${syllables.length ** syllablesOfWord} / ${syllables.length ** at}) % ${syllables.length}]`).join(' || ')

/** Copies rows of a pool into a section, each with a number and a word of its own in place of the markers. */
async function copyRows(client: pg.Client, { section, pool, from, first, every }: Copying): Promise<void> {
  const { id, kind, size } = section
  await client.query('DROP TABLE IF EXISTS made')
  await client.query(
    `CREATE TEMPORARY TABLE made AS SELECT *, ${word} AS word FROM (SELECT ($5 || lpad(to_hex($3::bigint + at - 1), 12, '0'))::uuid AS id, rank, ($2::int + at - 1)::int % $4::int AS n, $3::int + at - 1 AS number,
       (10000 + ((($2::bigint + at - 1) % $4) * 7919 + (($2::bigint + at - 1) / $4) * 10007) % 90000)::text AS own
     FROM unnest($1::text[]) WITH ORDINALITY AS ranked (rank, at)) AS numbered`,
    [generateNKeysBetween(null, null, size), from, first, pool, idStart(2), syllables],
  )
  const text = (column: string) => `replace(replace(p.${column}, '${marker}', made.own), '${wordMarker}', made.word)`
  const cells = `string_to_array(${text('cells')}, '${between}')`
  await client.query(
    `INSERT INTO entry (id, kind, section_id, slug, rank, name, name_key, cells)
     SELECT made.id, $1::entry_kind, $2, ${text('slug')}, rank, ${text('name')}, ${text('name_key')}, ${cells}
     FROM made JOIN pool_row p ON p.pool = $3 AND p.n = made.n ORDER BY made.id`,
    [kind, id, section.pool],
  )
  await client.query(
    `INSERT INTO entry_revision (entry_id, number, catalog_revision, section_id, rank, name, cells)
     SELECT made.id, 1, CASE WHEN number % $3 = 0 AND number / $3 < 10000 THEN number / $3 + 2 ELSE 1 END, $1, rank, ${text('name')}, ${cells}
     FROM made JOIN pool_row p ON p.pool = $2 AND p.n = made.n ORDER BY made.id`,
    [id, section.pool, every],
  )
  await client.query(
    `INSERT INTO entry_term (entry_id, facet, ordinal, value, key) SELECT made.id, facet, ordinal, ${text('value')}, ${text('key')}
     FROM made JOIN pool_term p ON p.pool = $1 AND p.n = made.n`,
    [section.pool],
  )
  await client.query(
    `INSERT INTO entry_identity (entry_id, identity) SELECT made.id, ${text('identity')} FROM made JOIN pool_identity p ON p.pool = $1 AND p.n = made.n`,
    [section.pool],
  )
}
