import { tellSection } from '@/lib/api/represent'
import { listSections } from '@/lib/api/section-list'
import { ok } from '@/lib/errors'
import { answering, OPTIONS } from '../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** All sections, in the README's order. */
export const GET = answering('sections', async ({ db, snapshot, query, origin }) =>
  ok({ sections: (await listSections(db, snapshot)).map((section) => tellSection(origin, section, query.revision)) }),
)
