import type { EntryRef } from '@/lib/catalog/view'
import { entryPath } from './paths'

/** Entries by name, each leading to its page. */
export function EntryList({ entries }: { entries: EntryRef[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {entries.map((entry) => (
        <li key={entryPath(entry)}><a href={entryPath(entry)} className="link">{entry.name}</a></li>
      ))}
    </ul>
  )
}
