import { readEntry } from '@/lib/api/one-entry'
import { tellEntry } from '@/lib/api/represent'
import { pickMembers } from '@/lib/api/sparse'
import type { ApiEntry } from '@/lib/api/schemas'
import { ok } from '@/lib/errors'
import { answering, OPTIONS } from '../../../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** One entry. */
export const GET = answering('entry', async ({ db, snapshot, query, path, origin }) => {
  const found = await readEntry(db, snapshot, path)
  return found.ok ? ok({ entry: pickMembers(tellEntry(origin, found.value), query.fields) as ApiEntry }) : found
})
