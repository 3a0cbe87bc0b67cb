import { none } from '@/lib/catalog/cell'
import { printCells } from '@/lib/catalog/entry'
import type { EntryContent } from '../change'
import type { Section } from '../parse'
import { arrange } from './columns'
import { columnsTouched, contentOf } from './content'
import { mergeColumns, type MergedColumns } from './merge-columns'
import type { Merging } from './merging'

/** A table whose columns both sides may have changed, and the way of a row's cells into the columns that it has in the end. */
export interface MergedTable {
  merged: MergedColumns
  /** What they call the columns. */
  theirs: string[]
  fromOurs(cells: readonly string[]): string[]
  fromTheirs(cells: readonly string[]): string[]
  /** Whether every column is theirs and where they have it, so that what they say of a row needs no translation. */
  isTheirs: boolean
}

/** The table of a section that both sides know, as it will be. */
export function mergeTable(merging: Merging, key: string): MergedTable {
  const known = merging.tables.get(key)
  if (known) return known
  const section = merging.base.get(key) as Section
  const their = merging.theirs.layouts.get(key)
  const used = usedColumns(merging, section)
  const merged = mergeColumns(section.frame, merging.ours.layouts.get(key), their, (column) => used.has(column))
  const theirs = their?.after.columns ?? section.frame.columns
  const table: MergedTable = {
    ...{ merged, theirs },
    fromOurs: (cells) => arrange(cells, merged.fromOurs),
    fromTheirs: (cells) => merged.columns.map((_, at) => cells[merged.ofTheirs.indexOf(at)] ?? ''),
    isTheirs: theirs.length === merged.columns.length && merged.ofTheirs.every((at, index) => at === index) && theirs.every((column, index) => column === merged.columns[index]),
  }
  merging.tables.set(key, table)
  return table
}

/** Columns of a table in which our side changed or added anything, as our side calls them. */
function usedColumns({ ours }: Merging, { key, kind, frame }: Section): Set<string> {
  const columns = ours.layouts.get(key)?.after.columns ?? frame.columns
  const used = new Set<string>()
  for (const edit of [...ours.fates.values()].flatMap(({ edits }) => edits)) {
    if (edit.section !== key) continue
    for (const name of columnsTouched(kind, edit)) used.add(name)
  }
  for (const add of ours.adds) {
    if (add.section !== key) continue
    printCells(add.entry, columns).forEach((cell, index) => {
      if (cell !== '' && cell !== none) used.add(columns[index] as string)
    })
  }
  return used
}

/** What they say of a row, in the columns that its table has in the end; and the headers of what has no column there. */
export function translate({ merged, theirs, fromTheirs }: MergedTable, content: EntryContent): { content: EntryContent; lost: string[] } {
  const cells = printCells(content, theirs)
  const lost = theirs.filter((_, index) => merged.ofTheirs[index] === undefined && cells[index] !== '' && cells[index] !== none)
  return { content: contentOf(content.kind, merged.columns, fromTheirs(cells)), lost }
}
