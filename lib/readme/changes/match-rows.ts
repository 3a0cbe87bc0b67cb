import { entryName, readCells, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import { identitiesOf } from '@/lib/catalog/identity'
import type { KeyedRow } from '../parse'

/** The rows of a table before and after, read in the same columns. */
export interface Sides {
  kind: EntryKind
  columns: readonly string[]
  before: readonly KeyedRow[]
  after: readonly KeyedRow[]
}

/** For each row afterwards the row that it was: indexes of `after` to indexes of `before`. */
export type Matches = Map<number, number>

/**
 * Tells which row became which: rows of the same key where keys are the catalog's own; else rows that are the same, then those
 * of one name, then those that share a link, then those that stand in the same gap and have most in common.
 */
export function matchRows(sides: Sides, byKey: boolean): Matches {
  const matches: Matches = new Map()
  if (byKey) {
    pairUp(sides, matches, (row) => row.key)
    return matches
  }
  matchEnds(sides, matches)
  pairUp(sides, matches, (row) => JSON.stringify(row.cells))
  if (matches.size < sides.after.length && matches.size < sides.before.length) matchByMeaning(sides, matches)
  return matches
}

/** Most changes leave most of a table as it is: equal rows from both ends are matched without a look at the others. */
function matchEnds({ before, after }: Sides, matches: Matches): void {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && hasSameCells(before[start], after[start])) matches.set(start, start++)
  for (let back = 1; back <= least - start && hasSameCells(before.at(-back), after.at(-back)); back++) {
    matches.set(after.length - back, before.length - back)
  }
}

function hasSameCells(a: KeyedRow | undefined, b: KeyedRow | undefined): boolean {
  return a !== undefined && b !== undefined && a.cells.length === b.cells.length && a.cells.every((cell, index) => cell === b.cells[index])
}

/** Matches what is left by a key, in order where several rows have one; rows without a key stay alone. */
function pairUp({ before, after }: Sides, matches: Matches, keyOf: (row: KeyedRow) => string | undefined): void {
  const taken = new Set(matches.values())
  const waiting = new Map<string, number[]>()
  before.forEach((row, index) => {
    const key = taken.has(index) ? undefined : keyOf(row)
    if (key === undefined) return
    const list = waiting.get(key)
    if (list) list.push(index)
    else waiting.set(key, [index])
  })
  for (const list of waiting.values()) list.reverse()
  after.forEach((row, index) => {
    if (matches.has(index)) return
    const found = waiting.get(keyOf(row) ?? '')?.pop()
    if (found !== undefined) matches.set(index, found)
  })
}

function matchByMeaning(sides: Sides, matches: Matches): void {
  const read = new Map<KeyedRow, ReadEntry>()
  const entryOf = (row: KeyedRow) => {
    const known = read.get(row) ?? readCells(sides.kind, sides.columns, row.cells)
    read.set(row, known)
    return known
  }
  pairUp(sides, matches, (row) => nameKey(entryName(entryOf(row))) || undefined)
  matchByLinks(sides, matches, entryOf)
  matchByPlace(sides, matches, (row) => entryName(entryOf(row)))
}

/** Each row that is left takes the one that shares most links with it. */
function matchByLinks({ before, after }: Sides, matches: Matches, entryOf: (row: KeyedRow) => ReadEntry): void {
  const taken = new Set(matches.values())
  const byLink = new Map<string, number[]>()
  const linksOf = (row: KeyedRow) => identitiesOf(entryOf(row)).filter((identity) => !identity.includes('/name:'))
  before.forEach((row, index) => {
    if (taken.has(index)) return
    for (const link of linksOf(row)) byLink.set(link, [...(byLink.get(link) ?? []), index])
  })
  if (byLink.size === 0) return
  after.forEach((row, index) => {
    if (matches.has(index)) return
    const shared = new Map<number, number>()
    for (const link of linksOf(row)) {
      for (const other of (byLink.get(link) ?? []).slice(0, 20)) if (!taken.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const best = [...shared].reduce<[number, number]>((most, next) => (next[1] > most[1] ? next : most), [-1, 0])
    if (best[1] === 0) return
    matches.set(index, best[0])
    taken.add(best[0])
  })
}

// A row is looked for among so many that stand where it stands.
const nearest = 40

/**
 * In each gap between matched rows, rows in their order that have half of their cells, or most of their name, in common. Where
 * a gap has one row on each side, any cell that says the same will do.
 */
function matchByPlace({ before, after }: Sides, matches: Matches, nameOf: (row: KeyedRow) => string): void {
  const taken = new Set(matches.values())
  const pairs = new Map<KeyedRow, Pairs>()
  const pairsOf = (row: KeyedRow) => {
    const known = pairs.get(row) ?? pairsIn(nameOf(row))
    pairs.set(row, known)
    return known
  }
  let next = 0
  after.forEach((row, index) => {
    const known = matches.get(index)
    if (known !== undefined) {
      next = known + 1
      return
    }
    const isLone = (index === 0 || matches.has(index - 1)) && (index + 1 === after.length || matches.has(index + 1))
    const alone = isLone && isAlone(taken, next, before.length)
    const end = Math.min(before.length, next + nearest)
    for (let at = next; at < end && !taken.has(at); at++) {
      const was = before[at] as KeyedRow
      const same = sameCells(was, row)
      const isAlike = same.count > 0 && (alone || same.count * 2 >= same.of)
      if (!isAlike && likeness(pairsOf(was), pairsOf(row)) < 0.6) continue
      matches.set(index, at)
      taken.add(at)
      next = at + 1
      return
    }
  })
}

/** Whether the gap that begins at a place holds one row. */
function isAlone(taken: ReadonlySet<number>, at: number, length: number): boolean {
  return at < length && !taken.has(at) && (at + 1 === length || taken.has(at + 1))
}

const says = /[\p{L}\p{N}]/u

/** How many of the cells that say anything say the same. */
function sameCells(a: KeyedRow, b: KeyedRow): { count: number; of: number } {
  const telling = b.cells.filter((cell, index) => says.test(cell) || says.test(a.cells[index] ?? ''))
  return { count: telling.filter((cell) => says.test(cell) && a.cells.includes(cell)).length, of: telling.length }
}

/** A text's pairs of letters, counted. */
type Pairs = { counts: ReadonlyMap<string, number>; size: number }

function pairsIn(text: string): Pairs {
  const folded = text.slice(0, 200).toLowerCase()
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < folded.length; at++) {
    const pair = folded.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return { counts, size: Math.max(0, folded.length - 1) }
}

/** How much two texts have in common, from 0 to 1, as Dice's coefficient counts their pairs of letters. */
function likeness(a: Pairs, b: Pairs): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const [pair, count] of a.counts) shared += Math.min(count, b.counts.get(pair) ?? 0)
  return (2 * shared) / (a.size + b.size)
}
