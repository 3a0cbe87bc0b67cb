import type { KeyedRow, Section } from '../parse'
import { matchColumns, reorder, type RowPair } from './columns'
import { matchRows, type Matches } from './match-rows'
import type { Pair } from './match-sections'

/** A section before and after with its rows and columns told apart. */
export interface MatchedTable extends Pair {
  columns: (number | null)[] | undefined
  matches: Matches
  /** Rows that stood in another section, by their place afterwards. */
  arrivals: Map<number, { section: Section; row: KeyedRow }>
}

/** Tells the columns and rows of a section apart: which became which. */
export function matchTable(pair: Pair, byKey: boolean): MatchedTable {
  const [was, is] = [pair.before.frame.columns, pair.after.frame.columns]
  const known = matchColumns(was, is, [])
  const rough = matchUnder(pair, known, byKey)
  const columns = known && matchColumns(was, is, rowPairs(pair, rough))
  return { ...pair, columns, matches: columns ? matchUnder(pair, columns, byKey) : rough, arrivals: new Map() }
}

function matchUnder({ before, after }: Pair, columns: (number | null)[] | undefined, byKey: boolean): Matches {
  const width = before.frame.columns.length
  const rows = columns ? before.rows.map((row) => ({ ...row, cells: reorder(row.cells, columns, width) })) : before.rows
  return matchRows({ kind: after.kind, columns: after.frame.columns, before: rows, after: after.rows }, byKey)
}

function rowPairs({ before, after }: Pair, matches: Matches): RowPair[] {
  return [...matches].map(([is, was]) => ({ before: before.rows[was] as KeyedRow, after: after.rows[is] as KeyedRow }))
}
