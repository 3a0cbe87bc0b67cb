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

/** A name that a model says it is made of, with the catalog's own entry of that name where there is one. */
export interface NamedPart {
  name: string
  entry: EntryRef | null
}

/** What a model is made of: its base models, and its pre-training data. Of other kinds nothing. */
export interface MadeOf {
  bases: NamedPart[]
  sources: NamedPart[]
}

/** An entry as pages and the API show it. */
export interface EntryView extends EntryRef, MadeOf {
  id: string
  section: EntrySection
  entry: ReadEntry
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

/** Makes views of rows, with one query for all the entries that they name. */
export async function viewsOf(db: Db, rows: readonly EntryRow[]): Promise<EntryView[]> {
  const frames = new Map<string, Frame>()
  const read = rows.map((row) => {
    const frame = frames.get(row.section.slug) ?? frameOf(row.section)
    frames.set(row.section.slug, frame)
    return { row, columns: frame.columns, entry: readCells(row.kind, frame.columns, row.cells) }
  })
  const known = await entriesNamed(db, read.map(({ entry }) => entry))
  return read.map(({ row, columns, entry }) => ({
    ...{ id: row.id, kind: row.kind, slug: row.slug, name: row.name, entry },
    section: { slug: row.section.slug, heading: sectionName(row.section), columns },
    ...madeOf(entry, known, row),
  }))
}

/** Entries that are only proposed, or gone, as the catalog would show them. They have no page: their ids and slugs are empty. */
export async function viewsOfContent(
  db: Db,
  items: readonly { section: EntrySection; content: ReadEntry }[],
): Promise<EntryView[]> {
  const known = await entriesNamed(db, items.map(({ content }) => content))
  return items.map(({ section, content }) => ({
    ...{ id: '', slug: '', kind: content.kind, name: entryName(content) },
    ...{
      section: { slug: section.slug, heading: section.heading, columns: section.columns },
      entry: content,
      ...madeOf(content, known),
    },
  }))
}

/** An entry that names itself leads nowhere. */
function madeOf(entry: ReadEntry, known: Known, itself?: Pick<EntryRef, 'kind' | 'slug'>): MadeOf {
  const { base = [], data = [] } = termsOf(entry)
  const found = (kind: EntryKind, name: string) => {
    const other = known.get(partKey(kind, nameKey(name)))
    return other && !(other.kind === itself?.kind && other.slug === itself.slug) ? other : null
  }
  return { bases: base.map((name) => ({ name, entry: found('model', name) })), sources: data.map((name) => ({ name, entry: found('dataset', name) })) }
}

type Known = ReadonlyMap<string, EntryRef>

function partKey(kind: EntryKind, key: string): string {
  return `${kind} ${key}`
}

/** The catalog's models and datasets that entries name as their base or their data; of several of one name the first. */
async function entriesNamed(db: Db, entries: readonly ReadEntry[]): Promise<Known> {
  const terms = entries.map(termsOf)
  const keys = (names: readonly string[]) => [...new Set(names.map(nameKey))]
  const bases = keys(terms.flatMap(({ base }) => base ?? []))
  const sources = keys(terms.flatMap(({ data }) => data ?? []))
  if (bases.length + sources.length === 0) return new Map()
  const found = await db.entry.findMany({
    where: { removed: false, OR: [{ kind: 'model', nameKey: { in: bases } }, { kind: 'dataset', nameKey: { in: sources } }] },
    select: { kind: true, slug: true, name: true, nameKey: true },
    orderBy: { id: 'desc' },
  })
  return new Map(found.map(({ nameKey: key, ...ref }) => [partKey(ref.kind, key), ref]))
}
