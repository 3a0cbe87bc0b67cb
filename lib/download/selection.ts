import { readName, writeName } from '@/lib/catalog/named'
import type { Db } from '@/lib/db'

/** So many entries a selection names at most; more are a list. */
export const mostNamed = 100

/** The ids of entries named as "model/uni", in the order of their names; what names none is left out. */
export async function idsNamed(db: Db, names: readonly string[]): Promise<string[]> {
  const keys = [...new Set(names)].slice(0, mostNamed).flatMap((name) => readName(name) ?? [])
  if (keys.length === 0) return []
  const found = await db.entry.findMany({ where: { OR: keys, removed: false }, select: { id: true, kind: true, slug: true } })
  const ids = new Map(found.map(({ id, ...entry }) => [writeName(entry), id]))
  return keys.flatMap((key) => ids.get(writeName(key)) ?? [])
}
