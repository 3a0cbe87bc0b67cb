import { operations } from '@/lib/api/operations'
import { ok } from '@/lib/errors'
import { answering, named, OPTIONS } from './answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** What the catalog is, and where the rest stands. */
export const GET = answering('root', async ({ snapshot, origin }) => {
  const lists = ['entries', 'sections', 'revisions', 'changes', 'search'] as const
  const links = Object.fromEntries(lists.map((name) => [name, origin + operations[name].path]))
  const others = { openapi: `${origin}/api/v1/openapi.json`, documentation: `${origin}/api`, dumps: `${origin}/r/${snapshot.revision}/manifest.json`, readme: `${origin}/README.md` }
  return ok({ ...named, at: snapshot.at.toISOString(), links: { ...links, ...others } })
})
