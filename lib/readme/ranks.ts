import { generateNKeysBetween } from 'fractional-indexing'
import { longestRise } from './changes/order'

/**
 * Ranks for a table's rows in the order wanted. `own`: the rank that each row has in this table; undefined: none. `occupied`: all
 * ranks taken there, in order, those of removed rows among them. As many rows as can keep their rank; each other gets a rank
 * that nobody has, between the row above it and the next rank taken.
 */
export function rankRows(own: readonly (string | undefined)[], occupied: readonly string[]): string[] {
  const kept = keptRows(own, occupied)
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
    for (const rank of generateNKeysBetween(above, nextAbove(occupied, above), end - start)) ranks.push(rank)
  }
  return ranks
}

/**
 * The same for the rows of a table that were read, in stretches, between which others stand that were not. These keep their ranks, so the rows
 * beside them must: they stand where they stood. A rank from beyond them is none that a row could keep.
 */
export function rankStretches(stretches: readonly (readonly (string | undefined)[])[], occupied: readonly string[]): string[] {
  return stretches.flatMap((own, index) => {
    const least = index > 0 ? own[0] : undefined
    const most = index < stretches.length - 1 ? own.at(-1) : undefined
    const isBeyond = (rank: string) => (least !== undefined && rank < least) || (most !== undefined && rank > most)
    return rankRows(own.map((rank) => (rank === undefined || isBeyond(rank) ? undefined : rank)), occupied)
  })
}

/** The first rank taken that is higher than `rank`; null where none is. */
function nextAbove(occupied: readonly string[], rank: string | null): string | null {
  if (rank === null) return occupied[0] ?? null
  return occupied[firstFrom(occupied.length, (index) => (occupied[index] as string) > rank)] ?? null
}

/** The rows, by index, of a longest rising run of ranks: those that need not move. */
function keptRows(own: readonly (string | undefined)[], occupied: readonly string[]): Set<number> {
  const places = new Map(occupied.map((rank, place) => [rank, place]))
  const known = own.flatMap((rank, index) => (rank === undefined ? [] : [{ index, place: places.get(rank) as number }]))
  const rise = longestRise(known.map(({ place }) => place))
  return new Set(known.filter((_, position) => rise.has(position)).map(({ index }) => index))
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
