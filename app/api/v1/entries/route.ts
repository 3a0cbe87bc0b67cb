import { listEntries } from '@/lib/api/entry-list'
import { tellEntry } from '@/lib/api/represent'
import { pickMembers } from '@/lib/api/sparse'
import type { ApiEntry } from '@/lib/api/schemas'
import { ok } from '@/lib/errors'
import { answering, OPTIONS } from '../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** Entries, filtered, page by page. */
export const GET = answering('entries', async ({ db, snapshot, query, origin }) => {
  const page = await listEntries(db, snapshot, query)
  return page.ok ? ok({ cursor: page.value.next, entries: page.value.items.map((entry) => pickMembers(tellEntry(origin, entry), query.fields) as ApiEntry) }) : page
})
