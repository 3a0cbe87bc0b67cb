import type { Db } from '@/lib/db'
import type { Facet } from './kinds/kind'

/** The values that entries have by a facet, each spelling of one key once, in the order of their keys; `most` at most. */
export async function termValues(db: Db, facet: Facet, most: number): Promise<string[]> {
  // Grouped by the database: Prisma's own `distinct` would fetch every entry's term.
  const found = await db.entryTerm.groupBy({
    by: ['key'],
    where: { facet, entry: { removed: false } },
    _min: { value: true },
    orderBy: { key: 'asc' },
    take: most,
  })
  return found.flatMap(({ _min: { value } }) => (value === null ? [] : [value]))
}
