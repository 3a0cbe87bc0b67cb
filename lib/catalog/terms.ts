import type { Db } from '@/lib/db'
import type { Facet } from './kinds/kind'

/** The values that entries have by a facet, each spelling of one key once, in the order of their keys; of more than `most` the commonest. */
export async function termValues(db: Db, facet: Facet, most: number): Promise<string[]> {
  // By the counts that are kept: grouping would read each of a million terms for a thousand values. As one row: a thousand cost the client more
  // than the database. In the collation of the index, or every term would be looked through for each key.
  const [found] = await db.$queryRaw<{ values: string[] | null }[]>`
    SELECT array_agg(term.value ORDER BY known.key) AS values
    FROM (SELECT key FROM facet_count WHERE facet = ${facet} AND entries > 0 ORDER BY entries DESC, key LIMIT ${most}) AS known
    CROSS JOIN LATERAL (
      SELECT value FROM entry_term t JOIN entry ON entry.id = t.entry_id AND NOT entry.removed
      WHERE t.facet = ${facet}::facet AND t.key = known.key COLLATE "default" ORDER BY entry_id LIMIT 1
    ) AS term`
  return found?.values ?? []
}
