import type { Db } from '@/lib/db'
import type { Facet } from './kinds/kind'

/** The values that entries have by a facet, each spelling of one key once, in the order of their keys; `most` at most. */
export async function termValues(db: Db, facet: Facet, most: number): Promise<string[]> {
  // From key to key through the index: grouping would read each of a million terms for a thousand values.
  const found = await db.$queryRaw<{ value: string }[]>`
    WITH RECURSIVE term AS (
      (SELECT key, value FROM entry_term t JOIN entry ON entry.id = t.entry_id AND NOT entry.removed
       WHERE facet = ${facet}::facet ORDER BY key, entry_id LIMIT 1)
      UNION ALL
      SELECT next.key, next.value FROM term CROSS JOIN LATERAL (
        SELECT key, value FROM entry_term t JOIN entry ON entry.id = t.entry_id AND NOT entry.removed
        WHERE facet = ${facet}::facet AND key > term.key ORDER BY key, entry_id LIMIT 1
      ) AS next
    )
    SELECT value FROM term LIMIT ${most}`
  return found.map(({ value }) => value)
}
