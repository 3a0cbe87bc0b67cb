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
  const after = readCursor(z.tuple([z.int().min(1).max(mostFound)]), query.cursor)
  if (!after.ok) return after
  for (const slug of query.section ?? []) {
    const section = await sectionId(db, slug)
    if (!section.ok) return section
  }
  const skipped = after.value?.[0] ?? 0
  const found = await searchIds(db, readSearch(query))
  const shown = found.slice(skipped, skipped + query.limit)
  const states = new Map((await entryStates(db, shown, revision)).map((state) => [state.id, state]))
  const more = found.length > skipped + query.limit
  return ok({ items: shown.flatMap((id) => states.get(id) ?? []), next: more ? writeCursor([skipped + query.limit]) : null })
}
