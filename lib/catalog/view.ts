import type { Db } from '@/lib/db'
import { frameSchema, type Frame } from '@/lib/readme/frame'
import type { Prisma } from '@/prisma/generated/client'
import { entryName, readCells, termsOf, type Columns, type EntryKind, type ReadEntry } from './entry'
import { nameKey } from './fold'
import { sectionName } from './section-name'

/** Enough of an entry to name it and lead to it. */
export interface EntryRef {
  kind: EntryKind
  slug: string
  name: string
}

/** What an entry tells of the section that it stands in. */
export interface EntrySection {
  slug: string
  /** What it is called on a page: lib/catalog/section-name. */
  heading: string
  /** The columns of its table, in order: what an entry's cells are shown by. */
  columns: Columns
}

/** An entry as pages and the API show it. */
export interface EntryView extends EntryRef {
  id: string
  section: EntrySection
  entry: ReadEntry
  /** A model's pre-training data, each with the catalog's own dataset entry where there is one. */
  sources: { name: string; dataset: EntryRef | null }[]
}

/** The columns that a view is made of. */
export const viewSelect = {
  id: true,
  kind: true,
  slug: true,
  name: true,
  rank: true,
  cells: true,
  verbatim: true,
  removed: true,
  section: { select: { slug: true, kind: true, heading: true, frame: true } },
} satisfies Prisma.EntrySelect

/** An entry's row as `viewSelect` gives it. */
export type EntryRow = Prisma.EntryGetPayload<{ select: typeof viewSelect }>

/** The frame of a section's table as the database keeps it. */
export function frameOf(section: { frame: unknown }): Frame {
  return frameSchema.parse(section.frame)
}

/** Makes views of rows, with one query for all the datasets that their sources name. */
export async function viewsOf(db: Db, rows: readonly EntryRow[]): Promise<EntryView[]> {
  const frames = new Map<string, Frame>()
  const read = rows.map((row) => {
    const frame = frames.get(row.section.slug) ?? frameOf(row.section)
    frames.set(row.section.slug, frame)
    return { row, columns: frame.columns, entry: readCells(row.kind, frame.columns, row.cells) }
  })
  const datasets = await datasetsNamed(
    db,
    read.flatMap(({ entry }) => termsOf(entry).data ?? []),
  )
  return read.map(({ row, columns, entry }) => ({
    ...{ id: row.id, kind: row.kind, slug: row.slug, name: row.name, entry },
    section: { slug: row.section.slug, heading: sectionName(row.section), columns },
    sources: sourcesOf(entry, datasets),
  }))
}

/** Entries that are only proposed, or gone, as the catalog would show them. They have no page: their ids and slugs are empty. */
export async function viewsOfContent(
  db: Db,
  items: readonly { section: EntrySection; content: ReadEntry }[],
): Promise<EntryView[]> {
  const datasets = await datasetsNamed(
    db,
    items.flatMap(({ content }) => termsOf(content).data ?? []),
  )
  return items.map(({ section, content }) => ({
    ...{ id: '', slug: '', kind: content.kind, name: entryName(content) },
    ...{
      section: { slug: section.slug, heading: section.heading, columns: section.columns },
      entry: content,
      sources: sourcesOf(content, datasets),
    },
  }))
}

function sourcesOf(entry: ReadEntry, datasets: ReadonlyMap<string, EntryRef>): EntryView['sources'] {
  return (termsOf(entry).data ?? []).map((name) => ({ name, dataset: datasets.get(nameKey(name)) ?? null }))
}

/** The catalog's dataset entries by folded name, for names that a model lists as its data. */
async function datasetsNamed(db: Db, names: readonly string[]): Promise<Map<string, EntryRef>> {
  if (names.length === 0) return new Map()
  const found = await db.entry.findMany({
    where: { kind: 'dataset', removed: false, nameKey: { in: [...new Set(names.map(nameKey))] } },
    select: { kind: true, slug: true, name: true, nameKey: true },
    orderBy: { id: 'desc' },
  })
  return new Map(found.map(({ nameKey: key, ...ref }) => [key, ref]))
}
