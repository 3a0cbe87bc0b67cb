import { sectionName } from '@/lib/catalog/section-name'
import type { EntryKind } from '@/lib/catalog/entry'
import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { shownOf, type Matrix, type SectionTally, type SizeAt, type Tally, type YearCounts } from './counts'

/** How many entries of each kind there are of each year: the latest years, as many as a picture has room for. */
export async function yearCounts(db: Db, kinds: readonly EntryKind[]): Promise<YearCounts[]> {
  const found = await db.facetPair.findMany({
    where: { first: { in: kinds.map((kind) => `kind:${kind}`) }, second: { startsWith: 'year:' }, entries: { gt: 0 } },
    orderBy: { second: 'asc' },
  })
  return kinds.map((kind) => {
    const own = found.filter(({ first }) => first === `kind:${kind}`)
    const years = own.filter(({ second }) => second !== 'year:').map(({ second, entries }) => ({ year: Number(second.slice(5)), entries }))
    return { kind, years, unknown: own.find(({ second }) => second === 'year:')?.entries ?? 0 }
  })
}

const mostSubfields = 13
const mostBases = 24
const mostCounted = 1000

/** Models by the commonest subfields and base models. */
export async function subfieldsAndBases(db: Db): Promise<Matrix> {
  const [someSubfields, someBases, allSubfields, allBases] = await Promise.all([
    commonest(db, 'subfield', mostSubfields + 1),
    commonest(db, 'base', mostBases + 1),
    countValues(db, 'subfield'),
    countValues(db, 'base'),
  ])
  const [subfields, bases] = [shownOf(someSubfields, allSubfields, mostSubfields), shownOf(someBases, allBases, mostBases)]
  const pairs = await db.facetPair.findMany({
    where: { first: { in: subfields.map(({ key }) => `subfield:${key}`) }, second: { in: bases.map(({ key }) => `base:${key}`) }, entries: { gt: 0 } },
  })
  return {
    ...{ subfields, bases },
    cells: pairs.map(({ first, second, entries }) => ({ subfield: first.slice('subfield:'.length), base: second.slice('base:'.length), entries })),
    moreSubfields: allSubfields - subfields.length,
    moreBases: allBases - bases.length,
  }
}

function commonest(db: Db, facet: 'subfield' | 'base', most: number): Promise<Tally[]> {
  return db.facetCount.findMany({
    where: { facet, entries: { gt: 0 } },
    select: { key: true, label: true, entries: true },
    orderBy: [{ entries: 'desc' }, { key: 'asc' }],
    take: most,
  })
}

async function countValues(db: Db, facet: 'subfield' | 'base'): Promise<number> {
  return (await db.facetCount.findMany({ where: { facet, entries: { gt: 0 } }, select: { key: true }, orderBy: { entries: 'desc' }, take: mostCounted })).length
}

/** How many entries each section lists, in the README's order. */
export async function sectionTallies(db: Db): Promise<SectionTally[]> {
  const sections = await db.section.findMany({
    where: { removed: false },
    select: { kind: true, slug: true, heading: true, size: true },
    orderBy: { ordinal: 'asc' },
  })
  return sections.map((section) => ({ kind: section.kind, slug: section.slug, heading: sectionName(section), entries: section.size }))
}

const mostPoints = 90

/** How the list grew: its first revision, its latest, and evenly many between them, the oldest first. */
export async function growth(db: Db): Promise<SizeAt[]> {
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: 1 }, select: { revision: true } })
  const points = Math.min(revision, mostPoints)
  const numbers = Array.from({ length: points }, (_, index) => 1 + Math.round((index * (revision - 1)) / Math.max(1, points - 1)))
  const found = await db.$queryRaw<{ revision: number; at: Date; model: number; dataset: number; table: number }[]>`
    SELECT number AS revision, at, ${sizeAt('model')} AS model, ${sizeAt('dataset')} AS dataset, ${sizeAt('table')} AS "table"
    FROM catalog_revision WHERE number = ANY(${numbers}::int[]) ORDER BY number`
  return found.map(({ revision: number, at, ...entries }) => ({ revision: number, at, entries }))
}

/** How many entries of a kind there were at the revision that a row of catalog_revision is of. */
function sizeAt(kind: EntryKind): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT entries FROM catalog_size WHERE kind = ${kind}::entry_kind AND revision <= number ORDER BY revision DESC LIMIT 1), 0)`
}
