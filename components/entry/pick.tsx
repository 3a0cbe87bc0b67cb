import type { EntryRef } from '@/lib/catalog/view'
import { writeName } from '@/lib/catalog/named'

/** The box that ticks a row, for the form around its table (components/compare/picking). An entry that is only proposed has none. */
export function Pick({ entry }: { entry: EntryRef }) {
  return entry.slug && <input type="checkbox" name="entry" value={writeName(entry)} data-name={entry.name} aria-label={`Tick ${entry.name}`} className="mr-2 size-4 translate-y-0.5 accent-accent print:hidden" />
}
