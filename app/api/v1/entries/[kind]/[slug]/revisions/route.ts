import { listEntryChanges } from '@/lib/api/change-list'
import { findEntry } from '@/lib/api/one-entry'
import { tellChange } from '@/lib/api/represent'
import { ok } from '@/lib/errors'
import { answering, OPTIONS } from '../../../../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** What became of one entry, oldest first; also of one that was removed. */
export const GET = answering('entryRevisions', async ({ db, snapshot, query, path, origin }) => {
  const found = await findEntry(db, path)
  if (!found.ok) return found
  const page = await listEntryChanges(db, snapshot, found.value.id, query)
  return page.ok ? ok({ cursor: page.value.next, changes: page.value.items.map((change) => tellChange(origin, change)) }) : page
})
