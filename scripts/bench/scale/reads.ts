import { entryPage } from '@/lib/catalog/entry-page'
import { listedEntry, sectionFrames, suggestions } from '@/lib/catalog/form-data'
import { catalogLog } from '@/lib/catalog/log'
import { catalogHome, sectionPage } from '@/lib/catalog/queries'
import { findDuplicates } from '@/lib/proposals/duplicates'
import { proposalView } from '@/lib/proposals/queries'
import { queue } from '@/lib/proposals/queue'
import { resolveChanges } from '@/lib/proposals/resolve'
import { readmePassages } from '@/lib/proposals/text-preview'
import type { Catalog, Picked } from './catalog'
import { vocabulary } from './vocabulary'

/** Something that a catalog is asked, of an entry that is another one each time. */
export interface Read {
  name: string
  run: (catalog: Catalog, entry: Picked) => Promise<unknown>
}

const popular = vocabulary.data[0] as string

/** What pages and forms ask the services for, but for searches. */
export const reads: readonly Read[] = [
  { name: 'home page', run: ({ db }) => catalogHome(db) },
  { name: 'a section’s page', run: ({ db }, { section }) => sectionPage(db, section.slug) },
  { name: 'a section’s page, deep in it', run: ({ db }, { section, rank }) => sectionPage(db, section.slug, rank) },
  { name: 'an entry’s page', run: ({ db }, { kind, slug }) => entryPage(db, kind, slug) },
  { name: 'the page of a dataset that many use', run: async ({ db }) => entryPage(db, 'dataset', await slugOf(db)) },
  { name: 'the log', run: ({ db }) => catalogLog(db, {}) },
  { name: 'the log, deep in it', run: ({ db, revisions }) => catalogLog(db, { before: revisions >> 1 }) },
  { name: 'the queue', run: ({ db, maintainer }) => queue(db, maintainer) },
  { name: 'the form for a new model', run: ({ db }) => Promise.all([sectionFrames(db, 'model'), suggestions(db)]) },
  { name: 'the form that changes an entry', run: ({ db }, { kind, slug }) => Promise.all([listedEntry(db, kind, slug), suggestions(db)]) },
  { name: 'the passages of the text', run: ({ db }) => readmePassages(db) },
  { name: 'duplicates of what is typed', run: ({ db, maintainer }, { kind, name }) => findDuplicates(db, maintainer, { kind, name, urls: [] }) },
  {
    name: 'checking a form’s change',
    run: ({ db, revisions }, { section, slug }) => resolveChanges(db, [{ op: 'remove', section: section.slug, key: slug, base: revisions, reason: 'It is gone.' }]),
  },
  { name: 'the page of a proposal that adds', run: ({ db, maintainer, revisions }, _) => proposalView(db, maintainer, revisions + 1, new Date()) },
  { name: 'the page of one that was accepted', run: ({ db, maintainer, revisions }, _) => proposalView(db, maintainer, revisions >> 1, new Date()) },
]

const slugs = new WeakMap<Catalog['db'], string>()

async function slugOf(db: Catalog['db']): Promise<string> {
  const known = slugs.get(db)
  if (known !== undefined) return known
  const { slug } = await db.entry.findFirstOrThrow({ where: { kind: 'dataset', name: popular }, select: { slug: true } })
  slugs.set(db, slug)
  return slug
}
