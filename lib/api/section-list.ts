import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import { loadDocument } from '@/lib/readme/load'
import { keyOf, sectionsAt, type SectionAt } from './frames'
import type { SizedSection } from './represent'
import type { Snapshot } from './snapshot'

/** A section at a state, with its id. */
export type SectionListed = SizedSection & { id: string }

/** All sections of the README at a state, in its order. */
export async function listSections(db: Db, { revision, current }: Snapshot): Promise<SectionListed[]> {
  const document = await loadDocument(db, revision)
  const ids = (document?.parts ?? []).flatMap((part) => ('section' in part ? [part.section] : []))
  const sections = await sectionsAt(db, ids.map((sectionId) => ({ sectionId, revision })))
  const sizes = current ? await db.section.findMany({ where: { id: { in: ids } }, select: { id: true, size: true } }) : []
  const sizeOf = new Map(sizes.map(({ id, size }) => [id, size]))
  return ids.map((sectionId) => ({ id: sectionId, ...(sections.get(keyOf({ sectionId, revision })) as SectionAt), size: sizeOf.get(sectionId) ?? null }))
}

/** One section at a state. Fails as `not-found`. */
export async function readSection(db: Db, snapshot: Snapshot, slug: string): Promise<Result<SectionListed>> {
  const found = (await listSections(db, snapshot)).find((section) => section.slug === slug)
  return found ? ok(found) : fail('not-found', `The README of revision ${snapshot.revision} has no such section.`)
}
