import type { EntryKind } from '@/lib/catalog/entry'
import { sectionName } from '@/lib/catalog/section-name'
import type { Db } from '@/lib/db'
import { frameSchema, type Frame } from '@/lib/readme/frame'

/** A section's table as it was at a catalog revision. */
export interface SectionAt {
  slug: string
  kind: EntryKind
  /** What it is called on a page. */
  heading: string
  frame: Frame
}

/** Which section, and at which revision. */
export interface Wanted {
  sectionId: string
  revision: number
}

/** Sections at revisions, by `keyOf`: each is read once, by the key of its history. */
export async function sectionsAt(db: Db, wanted: readonly Wanted[]): Promise<Map<string, SectionAt>> {
  const each = [...new Map(wanted.map((one) => [keyOf(one), one])).values()]
  if (each.length === 0) return new Map()
  const found = await db.$queryRaw<(Wanted & { slug: string; kind: EntryKind; heading: string; frame: unknown })[]>`
    SELECT w.section AS "sectionId", w.revision, s.slug, s.kind::text AS kind, r.heading, r.frame
    FROM unnest(${each.map(({ sectionId }) => sectionId)}::uuid[], ${each.map(({ revision }) => revision)}::int[]) AS w(section, revision)
    JOIN section s ON s.id = w.section
    CROSS JOIN LATERAL (
      SELECT heading, frame FROM section_revision
      WHERE section_id = w.section AND catalog_revision <= w.revision ORDER BY catalog_revision DESC LIMIT 1) r`
  return new Map(found.map(({ slug, kind, heading, frame, ...one }) => [keyOf(one), { slug, kind, heading: sectionName({ slug, kind, heading }), frame: frameSchema.parse(frame) }]))
}

/** Names a section at a revision. */
export function keyOf({ sectionId, revision }: Wanted): string {
  return `${sectionId} ${revision}`
}
