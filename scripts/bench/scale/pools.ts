import type pg from 'pg'
import { printCells } from '@/lib/catalog/entry'
import { slugify } from '@/lib/catalog/fold'
import { recordOf, type EntryRecord } from '@/lib/catalog/record'
import { neededWidths } from '@/lib/readme/fit'
import type { Frame } from '@/lib/readme/frame'
import type { Section } from '@/lib/readme/parse'
import { insert } from './bulk'
import { EntryMaker } from './rows'
import type { PlannedSection } from './sections'
import { vocabulary } from './vocabulary'

/** Made-up rows, of which the database makes as many copies as are wanted. */
export interface Pool {
  frame: Frame
  rows: { cells: string[]; slug: string; record: EntryRecord }[]
}

export type Pools = Record<PlannedSection['pool'], Pool>

const most = 5_000

/** The rows that a list of so many entries is made of. */
export function makePools(entries: number): Pools {
  const size = Math.min(most, entries)
  const maker = new EntryMaker(7)
  const poolOf = (kind: 'model' | 'dataset', make: (columns: readonly string[]) => string[][]): Pool => {
    const { frame } = vocabulary.frames[kind] as Section
    const rows = make(frame.columns).map((cells) => ({ cells, record: recordOf(kind, frame.columns, cells) }))
    // One row of each name, so that its copies' slugs are theirs alone.
    const named = new Map(rows.map((row) => [slugify(row.record.name), row]))
    return { frame, rows: Array.from(named, ([slug, row]) => ({ ...row, slug })) }
  }
  const made = (kind: 'model' | 'dataset') => poolOf(kind, (columns) => Array.from({ length: size }, () => maker.cells(kind, columns)))
  const named = (columns: readonly string[]) => vocabulary.data.map((name) => printCells(maker.dataset(name), columns))
  return { named: poolOf('dataset', named), model: made('model'), dataset: made('dataset') }
}

/** Puts the pools into temporary tables. */
export async function storePools(client: pg.Client, pools: Pools): Promise<void> {
  await client.query(`
    CREATE TEMPORARY TABLE pool_row (pool text, n int, cells text, name text, name_key text, slug text, PRIMARY KEY (pool, n));
    CREATE TEMPORARY TABLE pool_term (pool text, n int, facet facet, ordinal int, value text, key text);
    CREATE TEMPORARY TABLE pool_identity (pool text, n int, identity text)`)
  for (const [pool, { rows }] of Object.entries(pools)) {
    const of = (n: number) => ({ pool, n })
    await insert(client, 'pool_row', rows.map(({ cells, slug, record }, n) => (
      { ...of(n), cells: cells.join(between), name: record.name, name_key: record.nameKey, slug })))
    await insert(client, 'pool_term', rows.flatMap(({ record }, n) => record.terms.map((term) => ({ ...of(n), ...term }))))
    await insert(client, 'pool_identity', rows.flatMap(({ record }, n) => record.identities.map((identity) => ({ ...of(n), identity }))))
  }
  await client.query('CREATE INDEX ON pool_term (pool, n); CREATE INDEX ON pool_identity (pool, n); ANALYZE pool_row; ANALYZE pool_term; ANALYZE pool_identity')
}

/** What cells are joined with while they are copied: no cell holds one. */
export const between = '\u001f'

/** The frame of a table of so many rows of a pool, the `from`th and those behind it, its columns as wide as these need. */
export function fittedFrame({ frame, rows }: Pool, from: number, size: number): Frame {
  const own = Array.from({ length: Math.min(size, rows.length) }, (_, index) => rows[(from + index) % rows.length] as Pool['rows'][number])
  const bare = { ...frame, widths: frame.widths.map(() => frame.layout.least) }
  const widths = neededWidths(bare, own.map(({ cells }) => ({ cells, verbatim: null })))
  return { ...bare, widths, marks: widths }
}
