import type { Db } from '@/lib/db'
import type { EntryKind } from './entry'
import { nameKey } from './fold'
import { writeName } from './named'
import { compare } from './search/order'
import type { EntryRef } from './view'

/** What an entry and others are made of: a base model, or data. */
export interface SharedPart {
  facet: 'base' | 'data'
  /** As addresses have it. */
  key: string
  label: string
  /** How many others of the list are made of it. */
  others: number
  /** Some of these. */
  entries: EntryRef[]
}

/** Entries that have to do with one. */
export interface Related {
  /** Models that name it as their base or as their data: some of them, by name, and how many there are. Ids are random, so these are not the latest. */
  usedBy: EntryRef[]
  usedByCount: number
  shared: SharedPart[]
  /** Those that lead to a paper, a repository or a page that it leads to as well. */
  sameWork: EntryRef[]
}

/** However common what they share is, no more is looked at or shown. */
const mostUsers = 60
const mostParts = 8
const mostOfPart = 8
const mostOfWork = 12

/** What is related to an entry: by key, and bounded, however large the catalog is. */
export async function relatedOf(db: Db, { id, kind, name }: { id: string; kind: EntryKind; name: string }): Promise<Related> {
  const facet = kind === 'dataset' ? 'data' : 'base'
  const [users, shared, sameWork] = await Promise.all([kind === 'table' ? { usedBy: [], usedByCount: 0 } : usersOf(db, id, facet, nameKey(name)), sharedParts(db, id), ofTheSameWork(db, id)])
  return { ...users, shared, sameWork }
}

async function usersOf(db: Db, id: string, facet: 'base' | 'data', key: string): Promise<Pick<Related, 'usedBy' | 'usedByCount'>> {
  const [found, counts, itself] = await Promise.all([
    db.$queryRaw<EntryRef[]>`
      SELECT entry.kind::text AS kind, entry.slug, entry.name FROM entry_term AS term JOIN entry ON entry.id = term.entry_id AND NOT entry.removed
      WHERE term.facet = ${facet}::facet AND term.key = ${key} AND term.entry_id <> ${id}::uuid ORDER BY term.entry_id DESC LIMIT ${mostUsers}`,
    countsOf(db, [{ facet, key }]),
    db.entryTerm.count({ where: { entryId: id, facet, key } }),
  ])
  const usedBy = each(found).sort((a, b) => compare(nameKey(a.name), nameKey(b.name)) || compare(a.slug, b.slug))
  return { usedBy, usedByCount: Math.max(usedBy.length, (counts.get(`${facet} ${key}`) ?? 0) - Math.min(itself, 1)) }
}

async function sharedParts(db: Db, id: string): Promise<SharedPart[]> {
  const found = await db.$queryRaw<(EntryRef & { facet: 'base' | 'data'; key: string; label: string })[]>`
    SELECT own.facet::text AS facet, own.key, own.value AS label, other.kind, other.slug, other.name
    FROM (SELECT facet, key, value, ordinal FROM entry_term WHERE entry_id = ${id}::uuid AND facet IN ('base', 'data') ORDER BY facet, ordinal LIMIT ${mostParts}) AS own
    CROSS JOIN LATERAL (
      SELECT entry.kind::text AS kind, entry.slug, entry.name, term.entry_id FROM entry_term AS term JOIN entry ON entry.id = term.entry_id AND NOT entry.removed
      WHERE term.facet = own.facet AND term.key = own.key AND term.entry_id <> ${id}::uuid ORDER BY term.entry_id DESC LIMIT ${mostOfPart}) AS other
    ORDER BY own.facet, own.ordinal, other.entry_id DESC`
  const parts = new Map<string, SharedPart>()
  for (const { facet, key, label, ...entry } of found) {
    const part = parts.get(`${facet} ${key}`) ?? { facet, key, label, others: 0, entries: [] }
    parts.set(`${facet} ${key}`, { ...part, entries: each([...part.entries, entry]) })
  }
  const counts = await countsOf(db, [...parts.values()])
  return [...parts].map(([at, part]) => ({ ...part, others: Math.max(part.entries.length, (counts.get(at) ?? 0) - 1) }))
}

async function countsOf(db: Db, parts: readonly Pick<SharedPart, 'facet' | 'key'>[]): Promise<Map<string, number>> {
  if (parts.length === 0) return new Map()
  const found = await db.facetCount.findMany({ where: { OR: parts.map(({ facet, key }) => ({ facet, key })) }, select: { facet: true, key: true, entries: true } })
  return new Map(found.map(({ facet, key, entries }) => [`${facet} ${key}`, entries]))
}

/** Of any kind: a model and its dataset rightly share a paper. Names alone relate nothing. */
async function ofTheSameWork(db: Db, id: string): Promise<EntryRef[]> {
  const own = await db.entryIdentity.findMany({ where: { entryId: id }, select: { identity: true }, orderBy: { identity: 'asc' }, take: 20 })
  const works = own.map(({ identity }) => identity.slice(identity.indexOf('/') + 1)).filter((work) => !work.startsWith('name:'))
  if (works.length === 0) return []
  const identities = works.flatMap((work) => ['model', 'dataset', 'table'].map((kind) => `${kind}/${work}`))
  const found = await db.entryIdentity.findMany({
    where: { identity: { in: identities }, entryId: { not: id }, entry: { removed: false } },
    select: { entry: { select: { kind: true, slug: true, name: true } } },
    orderBy: [{ entryId: 'desc' }, { identity: 'asc' }],
    take: mostOfWork,
  })
  return each(found.map(({ entry }) => entry))
}

/** Each once: an entry may name the same twice. */
function each(entries: readonly EntryRef[]): EntryRef[] {
  return [...new Map(entries.map((entry) => [writeName(entry), entry])).values()]
}
