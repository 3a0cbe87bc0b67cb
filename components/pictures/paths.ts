import { entryPath, withQuery } from '@/components/entry/paths'
import type { EntryRef } from '@/lib/catalog/view'
import type { SizeAt } from '@/lib/pictures/counts'

/** The address of the lineage map around an entry. */
export function lineagePath(entry: Pick<EntryRef, 'kind' | 'slug'>, page = '/stats/lineage'): string {
  return `${page}?of=${entryPath(entry).slice(1)}`
}

/** The log from a revision down. */
export function logPath({ revision }: Pick<SizeAt, 'revision'>): string {
  return withQuery('/log', { before: String(revision + 1) })
}

/** The day of a revision, in UTC. */
export function dayOf({ at }: Pick<SizeAt, 'at'>): string {
  return at.toISOString().slice(0, 10)
}
