import type { Db } from '@/lib/db'
import { toldDate } from '@/lib/readme/load'
import type { Prisma } from '@/prisma/generated/client'
import type { Columns, EntryKind } from './entry'
import { catalogNews, type News } from './news'
import { sectionName } from './section-name'
import { frameOf, viewSelect, viewsOf, type EntryRow, type EntryView } from './view'

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
}

/** The whole catalog at a glance. */
export interface CatalogHome {
  revision: number
  /** When the list last changed, YYYY/MM/DD, as its README says; "" where it does not say. */
  updated: string
  counts: Record<EntryKind, number>
  news: News
  /** Its sections, in the README's order. */
  index: { slug: string; heading: string; kind: EntryKind; size: number }[]
}

const pageRows = 100

/** The home page's data. */
export async function catalogHome(db: Db): Promise<CatalogHome> {
  const [document, index, news] = await Promise.all([catalogState(db), sectionIndex(db), catalogNews(db)])
  const total = (kind: EntryKind) => index.reduce((sum, section) => sum + (section.kind === kind ? section.size : 0), 0)
  return {
    ...document,
    counts: { model: total('model'), dataset: total('dataset'), table: total('table') },
    news,
    index: index.map((section) => ({ slug: section.slug, heading: sectionName(section), kind: section.kind, size: section.size })),
  }
}

/** One section's page, `after` a cursor of the page before; null where there is no such section. */
export async function sectionPage(db: Db, slug: string, after?: string): Promise<SectionView | null> {
  const section = await db.section.findUnique({ where: { slug, removed: false }, select: sectionSelect })
  return section && sectionView(db, section, after)
}

const sectionSelect = { id: true, slug: true, heading: true, kind: true, size: true, frame: true } satisfies Prisma.SectionSelect
type SectionRow = Prisma.SectionGetPayload<{ select: typeof sectionSelect }>

/** What the list's sections are called, in its order. */
export async function sectionNames(db: Db): Promise<{ slug: string; heading: string }[]> {
  const found = await db.section.findMany({ where: { removed: false }, select: { slug: true, heading: true, kind: true }, orderBy: { ordinal: 'asc' } })
  return found.map((section) => ({ slug: section.slug, heading: sectionName(section) }))
}

function sectionIndex(db: Db): Promise<Pick<SectionRow, 'slug' | 'heading' | 'kind' | 'size'>[]> {
  return db.section.findMany({ where: { removed: false }, select: { slug: true, heading: true, kind: true, size: true }, orderBy: { ordinal: 'asc' } })
}

async function sectionView(db: Db, section: SectionRow, after: string | undefined): Promise<SectionView> {
  const page = after === undefined ? {} : { rank: { gt: after } }
  const where = { sectionId: section.id, removed: false, ...page }
  const found = await db.entry.findMany({ where, select: viewSelect, orderBy: { rank: 'asc' }, take: pageRows + 1 })
  const rows = found.slice(0, pageRows)
  return {
    ...{ slug: section.slug, heading: sectionName(section), kind: section.kind, columns: frameOf(section).columns, size: section.size },
    entries: await viewsOf(db, rows),
    more: found.length > pageRows ? (rows.at(-1) as EntryRow).rank : null,
  }
}

/** The catalog's revision and the date that its README tells. */
async function catalogState(db: Db): Promise<{ revision: number; updated: string }> {
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: 1 }, select: { revision: true } })
  return { revision, updated: (await toldDate(db, revision)) ?? '' }
}
