import { tellSection } from '@/lib/api/represent'
import { readSection } from '@/lib/api/section-list'
import { ok } from '@/lib/errors'
import { answering, OPTIONS } from '../../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** One section. */
export const GET = answering('section', async ({ db, snapshot, query, path, origin }) => {
  const found = await readSection(db, snapshot, path.slug)
  return found.ok ? ok({ section: tellSection(origin, found.value, query.revision) }) : found
})
