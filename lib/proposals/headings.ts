import { sectionName } from '@/lib/catalog/section-name'
import { frameOf, type EntrySection } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'

/** What sections are called, by their slugs; a section that is gone has none. */
export async function headingsOf(db: Db, slugs: readonly string[]): Promise<Map<string, string>> {
  const found = await db.section.findMany({ where: { slug: { in: [...new Set(slugs)] } }, select: { slug: true, kind: true, heading: true } })
  return new Map(found.map((section) => [section.slug, sectionName(section)]))
}

/** Sections by their slugs, as entries tell of them; a section that is gone is not among them. */
export async function sectionsOf(db: Db, slugs: readonly string[]): Promise<Map<string, EntrySection>> {
  const found = await db.section.findMany({
    where: { slug: { in: [...new Set(slugs)] } },
    select: { slug: true, kind: true, heading: true, frame: true },
  })
  return new Map(found.map((section) => [section.slug, { slug: section.slug, heading: sectionName(section), columns: frameOf(section).columns }]))
}
