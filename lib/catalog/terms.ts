import type { Db } from '@/lib/db'
import type { Facet } from './kinds/kind'

/** The values that entries have by a facet, as they are called, in the order of their keys; of more than `most` the commonest. */
export async function termValues(db: Db, facet: Facet, most: number): Promise<string[]> {
  // By the counts that are kept: grouping would read each of a million terms for a thousand values. As one row: a thousand cost the client more
  // than the database.
  const [found] = await db.$queryRaw<{ values: string[] | null }[]>`
    SELECT array_agg(label ORDER BY key) AS values
    FROM (SELECT key, label FROM facet_count WHERE facet = ${facet} AND entries > 0 ORDER BY entries DESC, key LIMIT ${most}) AS known`
  return found?.values ?? []
}
