import { tellRevision } from '@/lib/api/represent'
import { listRevisions } from '@/lib/api/revision-list'
import { ok } from '@/lib/errors'
import { answering, OPTIONS } from '../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** The states of the catalog, newest first. */
export const GET = answering('revisions', async ({ db, snapshot, query, origin }) => {
  const page = await listRevisions(db, snapshot, query)
  return page.ok ? ok({ cursor: page.value.next, revisions: page.value.items.map((item) => tellRevision(origin, item)) }) : page
})
