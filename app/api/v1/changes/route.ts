import { listChanges } from '@/lib/api/change-list'
import { tellChange } from '@/lib/api/represent'
import { ok } from '@/lib/errors'
import { answering, OPTIONS } from '../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** What changed, entry by entry, oldest first. */
export const GET = answering('changes', async ({ db, snapshot, query, origin }) => {
  const page = await listChanges(db, snapshot, query)
  return page.ok ? ok({ cursor: page.value.next, changes: page.value.items.map((change) => tellChange(origin, change)) }) : page
})
