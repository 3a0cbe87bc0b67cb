import { sectionName } from '@/lib/catalog/section-name'
import type { Db } from '@/lib/db'

/** What sections are called, by their slugs; a section that is gone has none. */
export async function headingsOf(db: Db, slugs: readonly string[]): Promise<Map<string, string>> {
  const found = await db.section.findMany({ where: { slug: { in: [...new Set(slugs)] } }, select: { slug: true, kind: true, heading: true } })
  return new Map(found.map((section) => [section.slug, sectionName(section)]))
}
