import type { Change } from '@/lib/readme/change'

/** Changes that were made against one catalog revision; null: they hold against any. */
export interface Group {
  base: number | null
  items: { ordinal: number; change: Change }[]
}

interface Item {
  ordinal: number
  change: Change
  amended: { change: Change; base: number } | null
}

/**
 * The changes of a version that are to be accepted, by the revision that they were made against: as they were sent, against the version's
 * `base`, and after them what maintainers made of others, from old to new. `without` are left out.
 */
export function groupsOf(changes: readonly Item[], base: number | null, without: ReadonlySet<number> = new Set()): Group[] {
  const kept = changes.filter(({ ordinal }) => !without.has(ordinal))
  const sent = kept.filter(({ amended }) => amended === null).map(({ ordinal, change }) => ({ ordinal, change }))
  const bases = [...new Set(kept.flatMap(({ amended }) => amended?.base ?? []))].toSorted((a, b) => a - b)
  const amended = bases.map((one) => ({
    base: one,
    items: kept.flatMap((item) => (item.amended?.base === one ? [{ ordinal: item.ordinal, change: item.amended.change }] : [])),
  }))
  return [...(sent.length > 0 ? [{ base, items: sent }] : []), ...amended]
}
