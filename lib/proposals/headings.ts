import type { Db } from '@/lib/db'

/** The headings of sections by their slugs; a section that is gone has none. */
export async function headingsOf(db: Db, slugs: readonly string[]): Promise<Map<string, string>> {
  const found = await db.section.findMany({ where: { slug: { in: [...new Set(slugs)] } }, select: { slug: true, heading: true } })
  return new Map(found.map(({ slug, heading }) => [slug, heading]))
}
