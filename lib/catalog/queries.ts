import type { Db } from '@/lib/db'
import { readDate } from '@/lib/readme/date-line'
import { loadDocument } from '@/lib/readme/load'
import type { Prisma } from '@/prisma/generated/client'
import type { Columns, EntryKind } from './entry'
import { fold, nameKey } from './fold'
import { sectionName } from './section-name'
import { termValues } from './terms'
import { frameOf, viewSelect, viewsOf, type EntryRow, type EntryView } from './view'

/** What a reader filters by; each field narrows. */
export interface Filter {
  /** Words that an entry must hold, all of them, in any order. */
  q?: string
  /** A section's slug. */
  section?: string
  subfield?: string
  kind?: EntryKind
}

/** A section and some of its entries. */
export interface SectionView {
  slug: string
  heading: string
  kind: EntryKind
  /** The columns of its table, in order. */
  columns: Columns
  /** How many entries it lists altogether. */
  size: number
  entries: EntryView[]
  /** The cursor behind the last entry shown (`?after=`); null where nothing follows. */
  more: string | null
  /** How many entries match a filter, counted to 1,001 at most; null where nothing filters. */
  matched: number | null
}

/** The whole catalog at a glance. */
export interface CatalogHome {
  revision: number
  /** When the list last changed, YYYY/MM/DD, as its README says; "" where it does not say. */
  updated: string
  counts: Record<EntryKind, number>
  /** In the README's order, at most `homeRows` entries each, and none behind the `homeSections`th; filtered: only those with matches. */
  sections: SectionView[]
  index: { slug: string; heading: string; kind: EntryKind; size: number }[]
  subfields: string[]
}

const homeRows = 50
/** Of a list with more sections the others are named alone: nobody scrolls through hundreds of tables. */
const homeSections = 12
const pageRows = 100
const countLimit = 1001

/** The home page's data. */
export async function catalogHome(db: Db, filter: Filter): Promise<CatalogHome> {
  const [document, index, subfields] = await Promise.all([catalogState(db), sectionIndex(db), termValues(db, 'subfield', 500)])
  const shown = index.filter(({ slug, kind }) => (filter.section ?? slug) === slug && (filter.kind ?? kind) === kind)
  const sections = await Promise.all(
    shown.map((section, at) => (at < homeSections || isFiltered(filter) ? sectionView(db, section, filter, homeRows) : named(section))),
  )
  const total = (kind: EntryKind) => index.reduce((sum, section) => sum + (section.kind === kind ? section.size : 0), 0)
  return {
    ...document,
    counts: { model: total('model'), dataset: total('dataset'), table: total('table') },
    sections: sections.filter(({ matched }) => matched !== 0),
    index: index.map((section) => ({ slug: section.slug, heading: sectionName(section), kind: section.kind, size: section.size })),
    subfields,
  }
}

/** One section's page, `after` a cursor of the page before; null where there is no such section. */
export async function sectionPage(db: Db, slug: string, filter: Filter & { after?: string }): Promise<SectionView | null> {
  const section = await db.section.findUnique({ where: { slug, removed: false }, select: sectionSelect })
  return section && sectionView(db, section, filter, pageRows)
}

const sectionSelect = { id: true, slug: true, heading: true, kind: true, size: true, frame: true } satisfies Prisma.SectionSelect
type SectionRow = Prisma.SectionGetPayload<{ select: typeof sectionSelect }>

function sectionIndex(db: Db): Promise<SectionRow[]> {
  return db.section.findMany({ where: { removed: false }, select: sectionSelect, orderBy: { ordinal: 'asc' } })
}

/** A section without its entries, which all follow. */
function named(section: SectionRow): SectionView {
  const { slug, kind, size } = section
  return { ...{ slug, kind, size }, heading: sectionName(section), columns: frameOf(section).columns, entries: [], more: '', matched: null }
}

async function sectionView(db: Db, section: SectionRow, filter: Filter & { after?: string }, take: number): Promise<SectionView> {
  const where = { sectionId: section.id, removed: false, ...matching(filter) }
  const page = filter.after === undefined ? {} : { rank: { gt: filter.after } }
  const found = await db.entry.findMany({ where: { ...where, ...page }, select: viewSelect, orderBy: { rank: 'asc' }, take: take + 1 })
  const rows = found.slice(0, take)
  return {
    ...{ slug: section.slug, heading: sectionName(section), kind: section.kind, columns: frameOf(section).columns, size: section.size },
    entries: await viewsOf(db, rows),
    more: found.length > take ? (rows.at(-1) as EntryRow).rank : null,
    matched: isFiltered(filter) ? await boundedCount(db, where) : null,
  }
}

function isFiltered({ q, subfield }: Filter): boolean {
  return wordsOf(q).length > 0 || Boolean(subfield)
}

/** Counts no further than a reader needs to know. */
async function boundedCount(db: Db, where: Prisma.EntryWhereInput): Promise<number> {
  return (await db.entry.findMany({ where, select: { id: true }, take: countLimit })).length
}

function matching({ q, subfield }: Filter): Prisma.EntryWhereInput {
  const words = wordsOf(q).map((word) => ({ search: { contains: escapeLike(word) } }))
  const terms = subfield ? [{ terms: { some: { facet: 'subfield' as const, key: nameKey(subfield) } } }] : []
  return { AND: [...words, ...terms] }
}

/** The first eight words of a query, folded as entries are. */
function wordsOf(q: string | undefined): string[] {
  return fold(q ?? '').split(' ').filter(Boolean).slice(0, 8)
}

// Prisma hands the text to LIKE as it is.
function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}

/** The catalog's revision and the date that its README tells. */
async function catalogState(db: Db): Promise<{ revision: number; updated: string }> {
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: 1 }, select: { revision: true } })
  const document = await loadDocument(db, revision)
  const told = document?.parts.map((part) => ('prose' in part ? readDate(part.prose) : undefined)).find(Boolean)
  return { revision, updated: document?.updated ?? told ?? '' }
}
