import { readCells, type ReadEntry } from '@/lib/catalog/entry'
import type { Change, EditChange, LayoutChange, RemoveChange, TextChange } from '@/lib/readme/change'
import { contentOf, stepsOf } from '@/lib/readme/changes/content'
import type { Layout } from '@/lib/readme/frame'
import type { KeyedRow, Section } from '@/lib/readme/parse'

/** Characters of a text and what stands in their place. */
export interface Splice {
  from: number
  to: number
  text: string
}

/**
 * The smallest part of a fix: characters of one line of text (`item`: its place as change.ts counts), characters of one
 * cell, a row to be removed, or to be padded as its table is.
 */
export type Edit =
  | ({ on: 'line'; item: number; line: string } & Splice)
  | ({ on: 'cell'; section: Section; row: KeyedRow; column: number } & Splice)
  | { on: 'row'; section: Section; row: KeyedRow }
  | { on: 'padding'; section: Section; row: KeyedRow; layout: Layout }

type EditOn<On extends Edit['on']> = Extract<Edit, { on: On }>

/**
 * Edits as one list of changes against the README that they were made for: the edits of a row or a line come together, of
 * edits that overlap the first is taken, and a row that goes is not edited.
 */
export function changesOf(edits: readonly Edit[]): Change[] {
  const on = <On extends Edit['on']>(wanted: On) => edits.filter((edit): edit is EditOn<On> => edit.on === wanted)
  const removed = new Map(on('row').map((edit) => [edit.row, edit]))
  const cells = groupBy(on('cell').filter(({ row }) => !removed.has(row)), ({ row }) => row)
  const padded = new Set(on('padding').map(({ row }) => row))
  const isFree = (row: KeyedRow) => !removed.has(row) && !cells.has(row)
  return [
    ...Array.from(groupBy(on('padding'), ({ section }) => section).values(), (group) => layoutChange(group, isFree)),
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
  return { op: 'remove', section: section.key, entry: row.key, content: contentOf(section.kind, section.frame.columns, row.cells) }
}

function editChange(edits: [EditOn<'cell'>, ...EditOn<'cell'>[]], padded: ReadonlySet<KeyedRow>): EditChange {
  const [{ section, row }] = edits
  const columns = groupBy(edits, ({ column }) => column)
  const after = row.cells.map((cell, column) => spliced(cell, columns.get(column) ?? []))
  const [was, is] = [row.cells, after].map((cells) => readCells(section.kind, section.frame.columns, cells)) as [ReadEntry, ReadEntry]
  return { op: 'edit', section: section.key, entry: row.key, ...stepsOf(was, is), ...(padded.has(row) && { line: null }) }
}

/** The rows are written as the layout has it; those that are edited say so themselves. */
function layoutChange(edits: [EditOn<'padding'>, ...EditOn<'padding'>[]], isFree: (row: KeyedRow) => boolean): LayoutChange {
  const [{ section, layout }] = edits
  const lines = Object.fromEntries(edits.filter(({ row }) => isFree(row)).map(({ row }) => [row.key, null]))
  return { op: 'layout', section: section.key, before: { layout: section.frame.layout }, after: { layout }, lines }
}
