import { entryPath } from '@/components/entry/paths'
import type { EntryRef } from '@/lib/catalog/view'

/** The address of the lineage map around an entry. */
export function lineagePath(entry: Pick<EntryRef, 'kind' | 'slug'>, page = '/stats/lineage'): string {
  return `${page}?of=${entryPath(entry).slice(1)}`
}
