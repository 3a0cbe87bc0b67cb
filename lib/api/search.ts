import { z } from 'zod'
import { mostFound, readSearch } from '@/lib/catalog/search/address'
import { searchIds } from '@/lib/catalog/search/search'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { readCursor, writeCursor } from './cursor'
import { sectionId, type Page } from './entry-list'
import { entryStates } from './entry-states'
import type { Queries } from './parameters'
import type { EntryAt } from './represent'
import type { Snapshot } from './snapshot'

/** A page of what a search finds now, in the order of the page `/search`. Fails as `invalid` or `not-found`, naming the parameter. */
export async function searchEntries(db: Db, { revision }: Snapshot, query: Queries['search']): Promise<Result<Page<EntryAt>>> {
  const after = readCursor(z.tuple([z.int().min(1).max(mostFound), z.uuid()]), query.cursor)
  if (!after.ok) return after
  for (const slug of query.section ?? []) {
    const section = await sectionId(db, slug)
    if (!section.ok) return section
  }
  const found = await searchIds(db, readSearch(query))
  const skipped = after.value ? placeBehind(found, ...after.value) : 0
  const shown = found.slice(skipped, skipped + query.limit)
  const states = new Map((await entryStates(db, shown, revision)).map((state) => [state.id, state]))
  const last = found.length > skipped + query.limit ? shown.at(-1) : undefined
  return ok({ items: shown.flatMap((id) => states.get(id) ?? []), next: last === undefined ? null : writeCursor([skipped + query.limit, last]) })
}

/** Where a page begins: behind the last entry that was seen, wherever that stands by now; where it is found no more, others have moved up by one. */
function placeBehind(found: readonly string[], seen: number, last: string): number {
  const at = found.indexOf(last)
  return at < 0 ? seen - 1 : at + 1
}
