import type { Db } from '@/lib/db'
import type { SectionFrame } from '@/lib/readme/preview'
import type { EntryKind } from './entry'
import { termValues } from './terms'
import { frameOf } from './view'

/** What the form of a kind knows of the sections that it can add to, in the README's order. */
export async function sectionFrames(db: Db, kind: EntryKind): Promise<SectionFrame[]> {
  const sections = await db.section.findMany({ where: { kind, removed: false }, orderBy: { ordinal: 'asc' } })
  return Promise.all(
    sections.map(async (section) => ({
      ...{ slug: section.slug, heading: section.heading, kind, size: section.size, frame: frameOf(section) },
      first: await nameAtEdge(db, section.id, 'asc'),
      last: await nameAtEdge(db, section.id, 'desc'),
    })),
  )
}

async function nameAtEdge(db: Db, sectionId: string, order: 'asc' | 'desc'): Promise<string | null> {
  const row = await db.entry.findFirst({ where: { sectionId, removed: false }, orderBy: { rank: order }, select: { name: true } })
  return row?.name ?? null
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
