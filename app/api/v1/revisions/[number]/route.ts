import { tellRevision } from '@/lib/api/represent'
import { readRevision } from '@/lib/api/revision-list'
import { ok } from '@/lib/errors'
import { answering, OPTIONS } from '../../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** One state of the catalog: who made it, when and why. */
export const GET = answering('revision', async ({ db, path, origin }) => {
  const found = await readRevision(db, path.number)
  return found.ok ? ok(tellRevision(origin, found.value)) : found
})
