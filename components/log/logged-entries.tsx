import { entryPath } from '@/components/entry/paths'
import type { LoggedEntry } from '@/lib/catalog/log'
import { doneWords } from './done-words'

/** The entries of one accepted change, each with what was done to it. */
export function LoggedEntries({ entries }: { entries: readonly LoggedEntry[] }) {
  if (entries.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {entries.map((entry) => (
        <li key={entryPath(entry)} className="wrap-anywhere"><a href={entryPath(entry)} className="link">{entry.name}</a> <span className="text-muted">{doneWords(entry)}</span></li>
      ))}
    </ul>
  )
}
