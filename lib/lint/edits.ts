import { readCells, type ReadEntry } from '@/lib/catalog/entry'
import type { Change, EditChange, EntryContent, LayoutChange, RemoveChange, TextChange } from '@/lib/readme/change'
import type { KeyedRow, Section } from '@/lib/readme/parse'
import { scanRow } from '@/lib/readme/row'

/** Characters of a text and what stands in their place. */
export interface Splice {
  from: number
  to: number
  text: string
}

/**
 * The smallest part of a fix: characters of one line of text (`item`: its place as change.ts counts), characters of one
 * cell, a row to be removed, rows to be padded as their table is.
 */
export type Edit =
  | ({ on: 'line'; item: number; line: string } & Splice)
  | ({ on: 'cell'; section: Section; row: KeyedRow; column: number } & Splice)
  | { on: 'row'; section: Section; row: KeyedRow }
  | { on: 'padding'; section: Section; rows: readonly KeyedRow[] }

type EditOn<On extends Edit['on']> = Extract<Edit, { on: On }>

/**
 * Edits as one list of changes against the README that they were made for: the edits of a row or a line come together, of
 * edits that overlap the first is taken, and a row that goes is not edited.
 */
export function changesOf(edits: readonly Edit[]): Change[] {
  const on = <On extends Edit['on']>(wanted: On) => edits.filter((edit): edit is EditOn<On> => edit.on === wanted)
  const removed = new Map(on('row').map((edit) => [edit.row, edit]))
  const cells = groupBy(on('cell').filter(({ row }) => !removed.has(row)), ({ row }) => row)
  const padded = new Set(on('padding').flatMap(({ rows }) => rows))
  const isFree = (row: KeyedRow) => !removed.has(row) && !cells.has(row)
  return [
    ...on('padding').map((edit) => layoutChange(edit, isFree)),
    ...Array.from(cells.values(), (group) => editChange(group, padded)),
    ...Array.from(removed.values(), removeChange),
    ...Array.from(groupBy(on('line'), ({ item }) => item).values(), textChange).sort((a, b) => a.at - b.at),
  ]
}

function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, [Value, ...Value[]]> {
  const groups = new Map<Key, [Value, ...Value[]]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}

/** Applies splices to a text; of those that overlap the first in the text. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = ''
  let done = 0
  let last: Splice | undefined
  for (const splice of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (splice.from < done || (last?.from === splice.from && last.to === splice.to)) continue
    result += text.slice(done, splice.from) + splice.text
    done = splice.to
    last = splice
  }
  return result + text.slice(done)
}

function textChange([first, ...rest]: [EditOn<'line'>, ...EditOn<'line'>[]]): TextChange {
  return { op: 'text', at: first.item, before: [first.line], after: [spliced(first.line, [first, ...rest])] }
}

function removeChange({ section, row }: EditOn<'row'>): RemoveChange {
  return { op: 'remove', section: section.key, entry: row.key, content: readCells(section.kind, section.frame.columns, row.cells) as EntryContent }
}

/** The edits of one row's cells; a row that its table's layout does not give back keeps all its other bytes. */
function editChange(edits: [EditOn<'cell'>, ...EditOn<'cell'>[]], padded: ReadonlySet<KeyedRow>): EditChange {
  const [{ section, row }] = edits
  const columns = groupBy(edits, ({ column }) => column)
  const read = (cells: readonly string[]) => readCells(section.kind, section.frame.columns, cells)
  const after = row.cells.map((cell, column) => spliced(cell, columns.get(column) ?? []))
  const steps = stepsBetween(read(row.cells), read(after))
  const line = padded.has(row) || row.verbatim === null ? {} : { line: splicedLine(row.verbatim, columns) }
  return { op: 'edit', section: section.key, entry: row.key, ...steps, ...line }
}

function splicedLine(line: string, columns: ReadonlyMap<number, readonly EditOn<'cell'>[]>): string {
  const cells = scanRow(line.replace(/[\r\n]+$/, ''))
  const shifted = Array.from(columns).flatMap(([column, edits]) => {
    const at = (cells[column] as { at: number }).at
    return edits.map(({ from, to, text }) => ({ from: at + from, to: at + to, text }))
  })
  return spliced(line, shifted)
}

type Steps = Pick<EditChange, 'fields' | 'raw' | 'more'>

function stepsBetween(before: ReadEntry, after: ReadEntry): Steps {
  const steps: Steps = {}
  for (const part of ['fields', 'raw', 'more'] as const) {
    const [was, is] = [before[part] as Record<string, string>, after[part] as Record<string, string>]
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    if (keys.length === 0) continue
    steps[part] = Object.fromEntries(keys.map((key) => [key, { ...(key in was && { before: was[key] }), ...(key in is && { after: is[key] }) }]))
  }
  return steps
}

function layoutChange({ section, rows }: EditOn<'padding'>, isFree: (row: KeyedRow) => boolean): LayoutChange {
  return { op: 'layout', section: section.key, before: {}, after: {}, lines: Object.fromEntries(rows.filter(isFree).map(({ key }) => [key, null])) }
}
