import fc from 'fast-check'
import { cell, rowName } from './nasty-cells'
import { block, lineEnds, type Block } from './nasty-markdown'
import { manner, row, slip, table, type Manner, type NastyRow, type NastyTable, type Slip } from './nasty-table'
import { around, changed, inserted, moved, without } from './places'

/** What an edit is made with; each takes of it what it needs. Places are counted round, so that any number is one. */
export interface Means {
  at: number
  to: number
  row: NastyRow
  cell: string
  name: string
  table: NastyTable
  block: Block
  manner: Manner
  slip: Slip
  ends: string[]
}

/** Everything that edits are made with, at random. */
export const means: fc.Arbitrary<Means> = fc.record({
  ...{ at: fc.nat(99), to: fc.nat(99), row, cell, name: rowName, table, block, manner, slip, ends: lineEnds },
})

type TableEdit = (one: NastyTable, means: Means) => NastyTable

/** What hands do to a table. */
export const tableEdits: Record<string, TableEdit> = {
  addRow: (one, { to, row: added, cell: text }) => ({
    ...one,
    rows: inserted(one.rows, to, { ...added, cells: one.header.map((_, column) => added.cells[column] ?? text) }),
  }),
  addRaggedRow: (one, { to, row: added }) => ({ ...one, rows: inserted(one.rows, to, added) }),
  removeRow: (one, { to }) => ({ ...one, rows: without(one.rows, to) }),
  removeRows: (one, { to }) => ({ ...one, rows: one.rows.slice(0, around(to, one.rows.length)) }),
  moveRow: (one, { to, at }) => ({ ...one, rows: moved(one.rows, at, to) }),
  sortRows: (one) => ({ ...one, rows: [...one.rows].sort((a, b) => ((a.cells[0] as string) < (b.cells[0] as string) ? -1 : 1)) }),
  duplicateRow: (one, { at, to }) =>
    one.rows.length === 0 ? one : { ...one, rows: inserted(one.rows, to, one.rows[around(at, one.rows.length)] as NastyRow) },
  changeCell: (one, { at, to, cell: text }) => ({
    ...one,
    rows: changed(one.rows, at, (each) => ({ ...each, cells: changed(each.cells, to, () => text) })),
  }),
  renameRow: (one, { at, name }) => ({
    ...one,
    rows: changed(one.rows, at, (each) => ({ ...each, cells: changed(each.cells, 0, () => name) })),
  }),
  slipInRow: (one, { at, slip: way }) => ({
    ...one,
    rows: changed(one.rows, at, (each) => ({ ...each, slip: each.slip === way ? null : way })),
  }),
  writeAnew: (one, { manner: way }) => ({ ...one, manner: way }),
  mendPadding: (one) => ({ ...one, rows: one.rows.map((each) => ({ ...each, slip: null })) }),
  renameColumn: (one, { at, cell: text }) => ({ ...one, header: changed(one.header, at, () => text) }),
  addColumn: (one, { to, cell: text }) => ({
    ...{ ...one, header: inserted(one.header, to, 'Year'), marks: inserted(one.marks, to, '-') },
    rows: one.rows.map((each) => ({
      ...each,
      cells: inserted(each.cells, Math.min(around(to, one.header.length + 1), each.cells.length), text),
    })),
  }),
  removeColumn: (one, { to }) =>
    one.header.length < 2 ? one : eachLine(one, (cells) => without(cells, around(to, one.header.length))),
  moveColumn: (one, { at, to }) =>
    eachLine(one, (cells) => moved(cells, around(at, one.header.length), around(to, one.header.length))),
  alignColumn: (one, { at, to }) => ({
    ...one,
    marks: changed(one.marks, at, () => (['-', ':-', '-:', ':-:'] as const)[to % 4] as '-'),
  }),
}

function eachLine(one: NastyTable, change: <T>(cells: readonly T[]) => T[]): NastyTable {
  return {
    ...one,
    header: change(one.header),
    marks: change(one.marks),
    rows: one.rows.map((each) => ({ ...each, cells: change(each.cells) })),
  }
}
