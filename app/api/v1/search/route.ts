import { tellEntry } from '@/lib/api/represent'
import { searchEntries } from '@/lib/api/search'
import { pickMembers } from '@/lib/api/sparse'
import type { ApiEntry } from '@/lib/api/schemas'
import { ok } from '@/lib/errors'
import { answering, OPTIONS } from '../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** What a search finds, in its order. */
export const GET = answering('search', async ({ db, snapshot, query, origin }) => {
  const page = await searchEntries(db, snapshot, query)
  return page.ok ? ok({ cursor: page.value.next, entries: page.value.items.map((entry) => pickMembers(tellEntry(origin, entry), query.fields) as ApiEntry) }) : page
})
