import { viewSelect, viewsOf, type EntryView } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { idsNamed } from '@/lib/download/selection'
import { writeName } from '@/lib/catalog/named'

/** Entries that are named to be compared. */
export interface Compared {
  /** Those that the catalog lists, in the order in which they are named. */
  entries: EntryView[]
  /** Names that it does not list. */
  missing: string[]
}

/** The entries of a comparison. */
export async function comparedEntries(db: Db, names: readonly string[]): Promise<Compared> {
  const ids = await idsNamed(db, names)
  const rows = ids.length === 0 ? [] : await db.entry.findMany({ where: { id: { in: ids } }, select: viewSelect })
  const views = new Map((await viewsOf(db, rows)).map((view) => [writeName(view), view]))
  return { entries: names.flatMap((name) => views.get(name) ?? []), missing: names.filter((name) => !views.has(name)) }
}
