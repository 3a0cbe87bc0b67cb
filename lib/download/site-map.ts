import { kindOf, type EntryKind } from '@/lib/catalog/entry'
import { listSections } from '@/lib/api/section-list'
import type { Snapshot } from '@/lib/api/snapshot'
import type { Db } from '@/lib/db'
import type { Located } from './xml'

/** No sitemap may name more. */
const most = 50_000
/** So many a part names on average, as ids are random and parts are by how they begin. */
const aimed = 25_000

/** Pages that are there once and show what the catalog is now. `/compare` is not one: by itself it shows nothing. */
const ofTheCatalog = ['/', '/search', '/new', '/log', '/stats', '/stats/lineage', '/cite']

/** The parts of the sitemap: the pages of their own, people's, and the entries by how their ids begin. */
export async function siteMapParts(db: Db, snapshot: Snapshot): Promise<Located[]> {
  const entries = (await listSections(db, snapshot)).reduce((sum, { size }) => sum + (size ?? 0), 0)
  const digits = entries <= aimed ? 0 : Math.ceil(Math.log(entries / aimed) / Math.log(16))
  const beginnings = Array.from({ length: 16 ** digits }, (_, index) => (digits === 0 ? 'all' : index.toString(16).padStart(digits, '0')))
  return ['pages', 'people', ...beginnings].map((part) => ({ path: `/sitemaps/${part}.xml` }))
}

/** The pages of a part; null where there is no such part. */
export async function siteMapPart(db: Db, snapshot: Snapshot, part: string): Promise<Located[] | null> {
  if (part === 'pages') return ownPages(db, snapshot)
  if (part === 'people') return peoplesPages(db)
  if (!/^(all|[0-9a-f]{1,4})$/.test(part)) return null
  const beginning = part === 'all' ? '' : part
  const bound = (digit: string) => beginning.padEnd(32, digit).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const found = await db.$queryRaw<{ kind: EntryKind; slug: string; at: Date }[]>`
    SELECT e.kind::text AS kind, e.slug, c.at FROM entry e
    JOIN entry_revision r ON r.entry_id = e.id AND r.number = e.revision
    JOIN catalog_revision c ON c.number = r.catalog_revision
    WHERE e.id BETWEEN ${bound('0')}::uuid AND ${bound('f')}::uuid AND NOT e.removed ORDER BY e.id LIMIT ${most}`
  return found.map(({ kind, slug, at }) => ({ path: `/${kindOf(kind).words.many}/${slug}`, at }))
}

async function ownPages(db: Db, snapshot: Snapshot): Promise<Located[]> {
  const sections = await listSections(db, snapshot)
  return [...ofTheCatalog.map((path) => ({ path, at: snapshot.at })), { path: '/api' }, ...sections.map(({ slug }) => ({ path: `/sections/${slug}` }))]
}

/** Whoever proposed or accepted something that is in the catalog's history has a page: lib/people/profile. */
async function peoplesPages(db: Db): Promise<Located[]> {
  const found = await db.$queryRaw<{ id: string; at: Date }[]>`
    SELECT person AS id, max(c.at) AS at FROM catalog_revision c
    JOIN decision d ON d.catalog_revision = c.number JOIN proposal p ON p.id = d.proposal_id
    CROSS JOIN LATERAL (VALUES (p.proposer_id), (d.decider_id)) AS who (person)
    GROUP BY person ORDER BY person LIMIT ${most}`
  return found.map(({ id, at }) => ({ path: `/people/${id}`, at }))
}
