import type { Db } from '@/lib/db'
import type { Row } from '@/lib/readme/frame'
import { currentRevision } from '@/lib/readme/load'
import type { SectionFrame } from '@/lib/readme/preview'
import { Prisma, type Section as SectionRow } from '@/prisma/generated/client'
import { entryKinds, readCells, type EntryKind, type ReadEntry } from './entry'
import { sectionName } from './section-name'
import { termValues } from './terms'
import { frameOf } from './view'

/** What the form of a kind knows of the sections that it can add to, in the README's order. */
export function sectionFrames(db: Db, kind: EntryKind): Promise<SectionFrame[]> {
  return framesOf(db, Prisma.sql`kind = ${kind}::entry_kind AND NOT removed`)
}

/** An entry as a form that changes it starts from, with its section. */
export interface ListedEntry {
  section: SectionFrame
  key: string
  name: string
  /** The catalog revision that it is so at. */
  base: number
  entry: ReadEntry
  row: Row
}

/** An entry of the list, for a form that changes it; null where there is none, or none any more. */
export async function listedEntry(db: Db, kind: EntryKind, slug: string): Promise<ListedEntry | null> {
  const base = await currentRevision(db)
  const found = await db.entry.findUnique({
    where: { kind_slug: { kind, slug }, removed: false },
    select: { slug: true, name: true, cells: true, verbatim: true, sectionId: true },
  })
  if (!found) return null
  const { sectionId, cells, verbatim, ...named } = found
  const [section] = (await framesOf(db, Prisma.sql`id = ${sectionId}::uuid`)) as [SectionFrame]
  return { ...{ key: named.slug, name: named.name, base, section }, entry: readCells(kind, section.frame.columns, cells), row: { cells, verbatim } }
}

/** The same of an entry that stands, or stood once, in a section. */
export async function listedEntryIn(db: Db, section: string, slug: string): Promise<ListedEntry | null> {
  const found = await db.section.findUnique({ where: { slug: section }, select: { kind: true } })
  return found && listedEntry(db, found.kind, slug)
}

/** A section that an entry can be moved to, with the entries that it could stand behind; none of a long table, which has its ends. */
export interface Destination {
  slug: string
  heading: string
  entries: { slug: string; name: string }[]
}

const longTable = 500

/** Where an entry of a kind can go, itself left out. */
export async function destinations(db: Db, kind: EntryKind, except: string): Promise<Destination[]> {
  const sections = await db.section.findMany({ where: { kind, removed: false }, orderBy: { ordinal: 'asc' } })
  return Promise.all(
    sections.map(async (section) => {
      const where = { sectionId: section.id, removed: false, slug: { not: except } }
      const query = { where, select: { slug: true, name: true }, orderBy: { rank: 'asc' } } as const
      const entries = section.size > longTable ? [] : await db.entry.findMany(query)
      return { slug: section.slug, heading: sectionName(section), entries }
    }),
  )
}

/** Sections with what stands at both their ends, in one question and as one text: a list may have hundreds. */
async function framesOf(db: Db, which: Prisma.Sql): Promise<SectionFrame[]> {
  const [found] = await db.$queryRaw<{ sections: [section: SectionRow, first: string | null, last: string | null, sample: string[] | null][] | null }[]>`
    SELECT json_agg(json_build_array(to_json(section), first.name, last.name, first.cells) ORDER BY ordinal) AS sections FROM section
    LEFT JOIN LATERAL (SELECT name, cells FROM entry WHERE section_id = section.id AND NOT removed ORDER BY rank LIMIT 1) AS first ON true
    LEFT JOIN LATERAL (SELECT name FROM entry WHERE section_id = section.id AND NOT removed ORDER BY rank DESC LIMIT 1) AS last ON true
    WHERE ${which}`
  return (found?.sections ?? []).map(([section, first, last, sample]) => {
    const { slug, kind, size, criteria } = section
    return { slug, heading: sectionName(section), kind, size, criteria, frame: frameOf(section), first, last, sample: sample ?? [] }
  })
}

/** The kinds that the list has sections for, in their usual order. */
export async function listedKinds(db: Db): Promise<EntryKind[]> {
  const found = await db.section.groupBy({ by: ['kind'], where: { removed: false } })
  return entryKinds.filter((kind) => found.some((section) => section.kind === kind))
}

// Each is an option of a field in the page, of which there are four.
const suggested = 500

/** The catalog's own values, for the form to suggest: subfields, base models, and data (dataset entries among them). */
export async function suggestions(db: Db): Promise<{ subfield: string[]; base: string[]; data: string[] }> {
  const [subfield, base, data, datasets] = await Promise.all([
    termValues(db, 'subfield', suggested),
    termValues(db, 'base', suggested),
    termValues(db, 'data', suggested),
    firstDatasets(db),
  ])
  return { subfield, base, data: [...new Set([...datasets, ...data])] }
}

/** The names of the first datasets in the order of names. */
async function firstDatasets(db: Db): Promise<string[]> {
  const [found] = await db.$queryRaw<{ names: string[] | null }[]>`
    SELECT array_agg(name ORDER BY name_key) AS names FROM (
      SELECT name, name_key FROM entry WHERE kind = 'dataset' AND NOT removed ORDER BY name_key LIMIT ${suggested}
    ) AS first`
  return found?.names ?? []
}
