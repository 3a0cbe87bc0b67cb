import { printCells, readCells, type Content } from '@/lib/catalog/entry'
import { homelessOf } from '@/lib/catalog/homeless'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import type { AddChange, EditChange, LayoutChange, MoveChange, Position, RemoveChange } from '../change'
import { fitFrame } from '../fit'
import { newCells, rowLine, rowText, type Frame } from '../frame'
import type { KeyedRow, Section } from '../parse'
import { endOf } from '../place'
import { splitLine } from '../row'
import { arrangeLine } from './arrange-line'
import { Chain } from './chain'
import { reorder } from './columns'
import { afterOf, contentName, contentOf, editCells, isSame, staleIn } from './content'
import type { Keys } from './keys'
import { rowName } from '../row-name'
import { frameProblem, isCell, isLine } from './sound'
import { spliceLine } from './splice-line'
import { writtenLike } from './written-like'

export type RowChange = AddChange | EditChange | RemoveChange | MoveChange

/** A section while changes are applied to it. */
export interface OpenTable {
  section: Section
  frame: Frame
  rows: Chain<KeyedRow>
  /** The rows as they were once the columns had their new order: what the columns' widths are judged by. */
  before: readonly KeyedRow[]
  /** Keys of the rows that were added, edited or moved here. */
  touched: Set<string>
  /** Whether a change says how wide the columns are. */
  widthsGiven: boolean
  /** Whether a change has the table written in another manner. */
  relaid: boolean
}

/** What the changes of one list share while they are applied. */
export interface Patching {
  typed: boolean
  keys: () => Keys
  /** What added rows are called, by their kind and what their changes call them (lib/readme/row-name). */
  names: Map<string, string>
  open(section: string): OpenTable | undefined
}

/** Opens a section for changes. */
export function openTable(section: Section): OpenTable {
  const rows = new Chain(section.rows)
  return { section, frame: section.frame, rows, before: section.rows, touched: new Set(), widthsGiven: false, relaid: false }
}

/** The section with its changes; the frame follows its rows as the layout has it. */
export function closeTable({ section, frame, rows, before, touched, widthsGiven }: OpenTable): Section {
  const after = [...rows]
  const stands = widthsGiven || after.some((row) => row.verbatim !== null && touched.has(row.key))
  const fitted = stands ? frame : fitFrame(frame, before, after)
  return { ...section, frame: settle(fitted, after), rows: after }
}

/** A table with a row that keeps its own bytes is as-is. */
function settle(frame: Frame, rows: readonly KeyedRow[]): Frame {
  if (!frame.layout.exact || rows.every(({ verbatim }) => verbatim === null)) return frame
  return { ...frame, layout: { ...frame.layout, exact: false } }
}

/** Changes the table's frame, its columns' order, and which rows keep their own bytes. */
export function applyLayout(table: OpenTable, change: LayoutChange): Failure | undefined {
  const width = table.frame.columns.length
  const { columns } = change
  const lines = new Map(Object.entries(change.lines ?? {}))
  const frame = { ...table.frame, ...change.after }
  const problem = columns?.some((index) => index !== null && index >= width) ? 'it has no such column' : frameProblem(frame)
  if (problem !== undefined) return fail('conflict', `The layout of the table "${nameOf(table)}" cannot change so: ${problem}.`)
  const missing = [...lines.keys()].find((key) => !table.rows.get(key))
  if (missing !== undefined) return noEntry(missing, table)
  if (![...lines.values()].every((line) => line === null || isLine(line))) return noLine(table)
  table.relaid = isRelaid(table.frame, frame)
  table.frame = frame
  table.widthsGiven = change.after.widths !== undefined
  const rows = table.before.map((row) => {
    const arranged = columns ? arrange(table, row, columns, width) : row
    return withLine(frame, arranged, lines.get(row.key))
  })
  table.before = rows
  table.rows = new Chain(rows)
  return undefined
}

/** Whether rows are written otherwise, or all of them by the layout from now on. Other widths alone are not another manner. */
function isRelaid({ layout: before }: Frame, { layout: after }: Frame): boolean {
  const names = ['style', 'open', 'close', 'gap', 'gapEnd', 'empty', 'gaps', 'tail'] as const
  return (after.exact && !before.exact) || names.some((name) => !isSame(before[name], after[name]))
}

/** A row in another order of columns; a hand's own line stays one where the table's manner stays. */
function arrange({ frame, relaid }: OpenTable, row: KeyedRow, columns: readonly (number | null)[], width: number): KeyedRow {
  const verbatim = row.verbatim === null || relaid ? null : arrangeLine(frame, row.verbatim, columns, width)
  return { ...row, cells: reorder(row.cells, columns, width), verbatim }
}

/** A row with a line of its own (null: none any more; undefined: nothing said), kept only where the layout gives another. */
function withLine(frame: Frame, row: KeyedRow, line: string | null | undefined): KeyedRow {
  const own = line === undefined ? row : { ...row, cells: line === null ? row.cells : splitLine(line, frame.lead.rest), verbatim: line }
  return own.verbatim === rowText(frame, own.cells) + frame.eol ? { ...own, verbatim: null } : own
}

/** Applies a change of one row. */
export function applyRow(patching: Patching, table: OpenTable, change: RowChange): Failure | undefined {
  if (change.op === 'add') return add(patching, table, change)
  const key = nameNow(patching, table, change.entry)
  const row = table.rows.get(key)
  if (!row) return noEntry(change.entry, table)
  if (change.op === 'edit') return edit(patching, table, row, change)
  if (change.op === 'move') return move(patching, table, row, change)
  table.rows.take(key)
  return undefined
}

function add(patching: Patching, table: OpenTable, change: AddChange): Failure | undefined {
  const { kind, heading } = table.section
  if (change.entry.kind !== kind) return fail('conflict', `The section "${heading}" lists no entries of the kind ${change.entry.kind}.`)
  const place = placeOf(patching, table, change.place)
  if (!place.ok) return place
  const { raw, ...typed } = change.entry
  const content = { ...typed, ...(raw && !patching.typed && { raw }) }
  const cells = newCells(table.frame, printCells(content, table.frame.columns))
  const line = patching.typed ? undefined : (change.line ?? undefined)
  const unsound = homeless(content, table) ?? unwritable(table, cells, line)
  if (unsound) return unsound
  const key = patching.keys().take(kind, contentName(change.entry), change.key)
  if (change.key !== undefined) patching.names.set(rowName(table.section.kind, change.key), key)
  const verbatim = writtenLike(table.frame, table.rows.beside(place.value), cells)
  const row = withLine(table.frame, { key, cells, verbatim }, line)
  table.rows.add(row, place.value)
  table.touched.add(key)
  return undefined
}

function edit(patching: Patching, table: OpenTable, row: KeyedRow, change: EditChange): Failure | undefined {
  const { kind } = table.section
  const { columns } = table.frame
  const stale = staleIn(readCells(kind, columns, row.cells), change)
  if (stale !== undefined) return fail('conflict', `"${stale}" of "${row.key}" is no longer what the change says that it was.`)
  const cells = editCells(kind, columns, row.cells, change, patching.typed)
  const line = patching.typed ? undefined : change.line
  const unsound = homeless(afterOf(kind, change), table) ?? unwritable(table, cells, line)
  if (unsound) return unsound
  const hand = patching.typed && table.relaid ? null : row.verbatim
  const verbatim = hand === null ? null : spliceLine(table.frame, hand, row.cells, cells)
  table.rows.replace(withLine(table.frame, { ...row, cells, verbatim }, line))
  table.touched.add(row.key)
  return undefined
}

/** What a table has no column for, as a refusal: it would be lost. */
function homeless(content: Content, table: OpenTable): Failure | undefined {
  const header = homelessOf(content, table.frame.columns)
  return header === undefined ? undefined : fail('conflict', `The table "${nameOf(table)}" has no column for "${header}".`)
}

/** Refuses cells that would end their cell or their line, and lines that are more than one. */
function unwritable(table: OpenTable, cells: readonly string[], line: string | null | undefined): Failure | undefined {
  const cell = cells.find((text) => !isCell(text))
  if (cell !== undefined) return fail('conflict', `A cell of the table "${nameOf(table)}" cannot hold ${JSON.stringify(cell)}.`)
  return line === undefined || line === null || isLine(line) ? undefined : noLine(table)
}

function noLine(table: OpenTable): Failure {
  return fail('conflict', `A row of the table "${nameOf(table)}" is one line, with its line end.`)
}

function move(patching: Patching, from: OpenTable, row: KeyedRow, change: MoveChange): Failure | undefined {
  const to = change.to === undefined ? from : patching.open(change.to)
  if (!to || to.section.kind !== from.section.kind) return fail('conflict', `There is no section "${change.to}" that "${row.key}" could move to.`)
  if (isAfter(change.place, row.key)) return fail('conflict', `"${row.key}" cannot stand behind itself.`)
  const place = placeOf(patching, to, change.place)
  if (!place.ok) return place
  const content = from === to ? undefined : contentOf(from.section.kind, from.frame.columns, row.cells)
  const unsound = (content && homeless(content, to)) ?? unwritable(to, [], change.line)
  if (unsound) return unsound
  from.rows.take(row.key)
  const moved = content ? { key: row.key, cells: newCells(to.frame, printCells(content, to.frame.columns)), verbatim: null } : row
  to.rows.add(withLine(to.frame, moved, patching.typed ? undefined : change.line), place.value)
  to.touched.add(row.key)
  return undefined
}

function isAfter(place: Position, key: string): boolean {
  return typeof place === 'object' && place.after === key
}

function placeOf(patching: Patching, table: OpenTable, place: Position): Result<'start' | 'end' | { after: string }> {
  if (typeof place === 'string') return ok(endOf(place, table.frame))
  const after = nameNow(patching, table, place.after)
  return table.rows.get(after) ? ok({ after }) : noEntry(place.after, table)
}

function nameNow({ names }: Patching, { section }: OpenTable, key: string): string {
  return names.get(rowName(section.kind, key)) ?? key
}

function noEntry(key: string, table: OpenTable): Failure {
  return fail('conflict', `There is no entry "${key}" in the section "${nameOf(table)}".`)
}

function nameOf({ section }: OpenTable): string {
  return section.heading || section.key
}

/** The lines of a section's rows, by key. */
export function linesByKey({ frame, rows }: Section): Map<string, string> {
  return new Map(rows.map((row) => [row.key, rowLine(frame, row)]))
}
