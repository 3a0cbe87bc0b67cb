import { kindNames } from '@/components/entry/words'
import { searchPath } from '@/components/search/search-path'
import { entryKinds } from '@/lib/catalog/entry'
import type { Matrix, SizeAt, YearCounts } from '@/lib/pictures/counts'
import { dayOf, logPath } from './paths'

/** What a cell says, and the path that a page leads to from it, if any. */
export type Cell = string | number | readonly [says: string | number, path: string]

/** What a picture says as a table: on its page (./numbers) and in markdown (components/plain/pictures). */
export interface NumbersTable {
  /** Columns; those of numbers are set to the right. */
  head: readonly { label: string; isNumber?: boolean }[]
  rows: readonly (readonly Cell[])[]
}

/** What a cell says, wherever it leads. */
export function saysOf(cell: Cell): string | number {
  return typeof cell === 'object' ? cell[0] : cell
}

const numbers = (label: string) => ({ label, isNumber: true })

/** Entries by the year of their papers, the newest first, those of unknown years last. */
export function yearTable(counts: readonly YearCounts[]): NumbersTable {
  const years = [...new Set(counts.flatMap((count) => count.years.map(({ year }) => year)))].sort((a, b) => b - a)
  const cell = (count: YearCounts, year: number): Cell => {
    const entries = count.years.find((one) => one.year === year)?.entries ?? 0
    return entries === 0 ? 0 : [entries, searchPath({ kind: [count.kind], year: [String(year)] })]
  }
  return {
    head: [{ label: 'Year' }, ...counts.map(({ kind }) => numbers(kindNames[kind].many))],
    rows: [...years.map((year) => [year, ...counts.map((count) => cell(count, year))]), ['Not told', ...counts.map(({ unknown }) => unknown)]],
  }
}

/** Models by base model and subfield. */
export function matrixTable({ subfields, bases, cells }: Matrix): NumbersTable {
  const cell = (subfield: string, base: string): Cell => {
    const entries = cells.find((one) => one.subfield === subfield && one.base === base)?.entries
    return entries === undefined ? '' : [entries, searchPath({ subfield: [subfield], base: [base] })]
  }
  return {
    head: [{ label: 'Base model' }, numbers('All'), ...subfields.map(({ label }) => numbers(label))],
    rows: bases.map((base) => [base.label, base.entries, ...subfields.map(({ key }) => cell(key, base.key))]),
  }
}

/** Entries by revision, the newest first. */
export function sizeTable(sizes: readonly SizeAt[]): NumbersTable {
  const kinds = entryKinds.filter((kind) => sizes.some(({ entries }) => entries[kind] > 0))
  return {
    head: [{ label: 'Revision' }, { label: 'Day' }, ...kinds.map((kind) => numbers(kindNames[kind].many))],
    rows: sizes.toReversed().map((size) => [[size.revision, logPath(size)], dayOf(size), ...kinds.map((kind) => size.entries[kind])]),
  }
}
