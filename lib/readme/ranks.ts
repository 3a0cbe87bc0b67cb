import { generateNKeysBetween } from 'fractional-indexing'

/**
 * Ranks for a table's rows in the order wanted. `own`: the rank that each row has in this table; undefined: none. `occupied`: all
 * ranks taken there, in order, those of removed rows among them. As many rows as can keep their rank; each other gets a rank
 * that nobody has, between the row above it and the next rank taken.
 */
export function rankRows(own: readonly (string | undefined)[], occupied: readonly string[]): string[] {
  const kept = longestRise(own)
  const ranks: string[] = []
  while (ranks.length < own.length) {
    const start = ranks.length
    if (kept.has(start)) {
      ranks.push(own[start] as string)
      continue
    }
    let end = start
    while (end < own.length && !kept.has(end)) end++
    const above = ranks.at(-1) ?? null
    ranks.push(...generateNKeysBetween(above, nextAbove(occupied, above), end - start))
  }
  return ranks
}

/** The first rank taken that is higher than `rank`; null where none is. */
function nextAbove(occupied: readonly string[], rank: string | null): string | null {
  if (rank === null) return occupied[0] ?? null
  return occupied[firstFrom(occupied.length, (index) => (occupied[index] as string) > rank)] ?? null
}

/** The rows, by index, of a longest rising run of ranks: those that need not move. */
function longestRise(ranks: readonly (string | undefined)[]): Set<number> {
  // Of each length, the row that ends such a run on the lowest rank; and of each row the one before it in its run.
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  ranks.forEach((rank, index) => {
    if (rank === undefined) return
    const length = firstFrom(ends.length, (at) => (ranks[ends[at] as number] as string) >= rank)
    previous[index] = ends[length - 1]
    ends[length] = index
  })
  const kept = new Set<number>()
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) kept.add(index)
  return kept
}

/** The first number below `count` from which on `holds` is true; `count` where there is none. */
function firstFrom(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
