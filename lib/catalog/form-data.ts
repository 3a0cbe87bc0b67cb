import type { Db } from '@/lib/db'
import type { SectionFrame } from '@/lib/readme/preview'
import { entryKinds, type EntryKind } from './entry'
import { sectionName } from './section-name'
import { termValues } from './terms'
import { frameOf } from './view'

/** What the form of a kind knows of the sections that it can add to, in the README's order. */
export async function sectionFrames(db: Db, kind: EntryKind): Promise<SectionFrame[]> {
  const sections = await db.section.findMany({ where: { kind, removed: false }, orderBy: { ordinal: 'asc' } })
  return Promise.all(
    sections.map(async (section) => ({
      ...{ slug: section.slug, heading: sectionName(section), kind, size: section.size, frame: frameOf(section) },
      ...(await edgesOf(db, section.id)),
    })),
  )
}

async function edgesOf(db: Db, sectionId: string): Promise<Pick<SectionFrame, 'first' | 'last' | 'sample'>> {
  const [first, last] = await Promise.all([entryAtEdge(db, sectionId, 'asc'), entryAtEdge(db, sectionId, 'desc')])
  return { first: first?.name ?? null, last: last?.name ?? null, sample: first?.cells ?? [] }
}

/** The kinds that the list has sections for, in their usual order. */
export async function listedKinds(db: Db): Promise<EntryKind[]> {
  const found = await db.section.groupBy({ by: ['kind'], where: { removed: false } })
  return entryKinds.filter((kind) => found.some((section) => section.kind === kind))
}

function entryAtEdge(db: Db, sectionId: string, order: 'asc' | 'desc') {
  return db.entry.findFirst({ where: { sectionId, removed: false }, orderBy: { rank: order }, select: { name: true, cells: true } })
}

const suggested = 1000

/** The catalog's own values, for the form to suggest: subfields, base models, and data (dataset entries among them). */
export async function suggestions(db: Db): Promise<{ subfield: string[]; base: string[]; data: string[] }> {
  const [subfield, base, data, datasets] = await Promise.all([
    termValues(db, 'subfield', suggested),
    termValues(db, 'base', suggested),
    termValues(db, 'data', suggested),
    db.entry.findMany({ where: { kind: 'dataset', removed: false }, select: { name: true }, orderBy: { nameKey: 'asc' }, take: suggested }),
  ])
  return { subfield, base, data: [...new Set([...datasets.map(({ name }) => name), ...data])] }
}
