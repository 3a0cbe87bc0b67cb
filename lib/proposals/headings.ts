import { frameOf, type EntrySection } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'

/** The headings of sections by their slugs; a section that is gone has none. */
export async function headingsOf(db: Db, slugs: readonly string[]): Promise<Map<string, string>> {
  const found = await db.section.findMany({ where: { slug: { in: [...new Set(slugs)] } }, select: { slug: true, heading: true } })
  return new Map(found.map(({ slug, heading }) => [slug, heading]))
}

/** Sections by their slugs, as entries tell of them; a section that is gone is not among them. */
export async function sectionsOf(db: Db, slugs: readonly string[]): Promise<Map<string, EntrySection>> {
  const found = await db.section.findMany({
    where: { slug: { in: [...new Set(slugs)] } },
    select: { slug: true, heading: true, frame: true },
  })
  return new Map(found.map(({ slug, heading, ...section }) => [slug, { slug, heading, columns: frameOf(section).columns }]))
}
