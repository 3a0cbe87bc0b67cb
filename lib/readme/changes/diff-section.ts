import { printCells, readCells } from '@/lib/catalog/entry'
import type { AddChange, Change, LayoutChange, MoveChange, Position } from '../change'
import { tableText, type Frame } from '../frame'
import type { KeyedRow, Section } from '../parse'
import { patch } from '../patch'
import { endOf } from '../place'
import { reorder } from './columns'
import { contentOf, isSame, stepsOf } from './content'
import { longestRise } from './order'
import { linesByKey, type RowChange } from './table'

/** A section before and after, its rows told apart: rows of one key are the same, a key that was nowhere is new. */
export interface Told {
  before: Section
  after: Section
  /** The columns' new order (lib/readme/change). */
  columns: (number | null)[] | undefined
  /** Where rows came from that stood in another section, by key. */
  from: Map<string, { section: Section; row: KeyedRow }>
  /** Keys of the rows that went to another section. */
  gone: Set<string>
}

/** The changes of one section that make its table the other, byte for byte. */
export function diffSection(told: Told): Change[] {
  const rows = rowChanges(told)
  const settled = rows.length === 0 && told.gone.size === 0 && told.columns === undefined && sameTable(told.before, told.after)
  return settled ? [] : reconcile(told, rows)
}

function sameTable(a: Section, b: Section): boolean {
  return tableText(a.frame, a.rows) === tableText(b.frame, b.rows)
}

function rowChanges({ before, after, columns, from, gone }: Told): RowChange[] {
  const places = new Map(before.rows.map((row, index) => [row.key, index]))
  const kept = new Set(after.rows.map(({ key }) => key))
  const changes: RowChange[] = before.rows
    .filter(({ key }) => !kept.has(key) && !gone.has(key))
    .map(({ key, cells }) => ({ op: 'remove', section: before.key, entry: key, content: contentOf(before.kind, before.frame.columns, cells) }))
  const stays = staying(after.rows, places)
  const moves = after.rows.some(({ key }) => places.has(key) && !stays.has(key))
  const lastKept = after.rows.findLastIndex(({ key }) => places.has(key))
  after.rows.forEach((row, index) => {
    const was = before.rows[places.get(row.key) ?? -1]
    const place = placeAt(after, index, !moves && index > lastKept)
    if (!was) changes.push(...arrival({ before, after, from, row, place }))
    else if (!stays.has(row.key)) changes.push({ op: 'move', section: before.key, entry: row.key, place })
    if (was) changes.push(...edits(before.key, after, columns ? reorder(was.cells, columns, before.frame.columns.length) : was.cells, row))
  })
  return changes
}

/** Keys of the rows that keep their order. */
function staying(rows: readonly KeyedRow[], places: ReadonlyMap<string, number>): Set<string> {
  const known = rows.filter(({ key }) => places.has(key))
  const rise = longestRise(known.map(({ key }) => places.get(key) as number))
  return new Set(known.filter((_, position) => rise.has(position)).map(({ key }) => key))
}

/** A place in words where there is one: `manner` is what a form would send. */
function placeAt({ frame, rows }: Section, index: number, isTail: boolean): Position {
  const edge = index === 0 ? 'start' : isTail ? 'end' : undefined
  if (edge) return endOf('manner', frame) === edge ? 'manner' : edge
  return { after: (rows[index - 1] as KeyedRow).key }
}

interface Arrival {
  before: Section
  after: Section
  from: Told['from']
  row: KeyedRow
  place: Position
}

/** A row that was not in the section: a new one, or one that stood in another. */
function arrival({ before, after, from, row, place }: Arrival): RowChange[] {
  const origin = from.get(row.key)
  if (!origin) {
    const entry = contentOf(after.kind, after.frame.columns, row.cells)
    return [{ op: 'add', section: before.key, place, key: row.key, entry } satisfies AddChange]
  }
  const move: MoveChange = { op: 'move', section: origin.section.key, to: before.key, entry: row.key, place }
  const content = contentOf(after.kind, origin.section.frame.columns, origin.row.cells)
  return [move, ...edits(before.key, after, printCells(content, after.frame.columns), row)]
}

/** What changes in a row, told in the section that it is in afterwards; `cells` are its own in that section's columns. */
function edits(section: string, { kind, frame }: Section, cells: readonly string[], row: KeyedRow): RowChange[] {
  if (isSame(cells, row.cells)) return []
  const steps = stepsOf(readCells(kind, frame.columns, cells), readCells(kind, frame.columns, row.cells))
  return steps ? [{ op: 'edit', section, entry: row.key, ...steps }] : []
}

/**
 * Adds what the changes of rows leave over: a line that its layout does not give back stays with the change of its row; where
 * the table itself is written otherwise, a change of its layout says how, and which other lines are a hand's own.
 */
function reconcile(told: Told, rows: readonly RowChange[]): Change[] {
  const plain = told.columns ? undefined : withOwnLines(told, undefined, rows)
  if (plain?.same) return plain.changes
  // Widths are only told where the table's rule would make others of them.
  const bare = withOwnLines(told, layoutChange(told, false), rows)
  return bare.same ? bare.changes : withOwnLines(told, layoutChange(told, true), rows).changes
}

function layoutChange({ before, after, columns }: Told, withWidths: boolean): LayoutChange {
  return { op: 'layout', section: before.key, ...frameSteps(before.frame, after.frame, withWidths), ...(columns && { columns }) }
}

/**
 * The changes with the lines that the layout does not give back, and whether they come to the very table. A new row is written as
 * those beside it (lib/readme/changes/written-like), so that a line that is told may ask for the next.
 */
function withOwnLines(told: Told, layout: LayoutChange | undefined, rows: readonly RowChange[]): { changes: Change[]; same: boolean } {
  const changed = new Set(rows.map(rowOf))
  const own = new Map<string, string>()
  let lined = [...rows]
  for (;;) {
    const head = layout ? [own.size > 0 ? { ...layout, lines: Object.fromEntries(own) } : layout] : []
    const { same, lines } = leftOver(told, [...head, ...lined])
    const next = withLines(lined, lines)
    const others = layout ? [...lines].filter(([key, line]) => !changed.has(key) && own.get(key) !== line) : []
    if (others.length === 0 && next.every((change, index) => change === lined[index])) return { changes: [...head, ...lined], same }
    for (const [key, line] of others) own.set(key, line)
    lined = next
  }
}

/** The key of the row that a change leaves behind. */
function rowOf(change: RowChange): string | undefined {
  if (change.op === 'remove') return undefined
  return change.op === 'add' ? change.key : change.entry
}

/** Gives each row's own line to the last change of the row: it says what all its changes come to. */
function withLines(rows: readonly RowChange[], lines: ReadonlyMap<string, string>): RowChange[] {
  const last = new Map(rows.map((change, index) => [rowOf(change), index]))
  return rows.map((change, index) => {
    const line = last.get(rowOf(change)) === index ? lines.get(rowOf(change) ?? '') : undefined
    return line === undefined || ('line' in change && change.line === line) ? change : { ...change, line }
  })
}

interface LeftOver {
  same: boolean
  lines: Map<string, string>
}

/** How far changes lead: whether to the very table, and which rows would read otherwise, with the lines that they should have. */
function leftOver({ before, after, from, gone }: Told, changes: readonly Change[]): LeftOver {
  const origins = new Set([...from.values()].map(({ section }) => section))
  const leaving = [...gone].map((entry) => ({ op: 'remove' as const, section: before.key, entry }))
  const patched = patch({ parts: [before, ...origins].map((section) => ({ section })), problems: [] }, [...changes, ...leaving])
  if (!patched.ok) throw new Error(`a difference cannot be applied: ${patched.message}`)
  const { section } = patched.value.parts[0] as { section: Section }
  if (sameTable(section, after)) return { same: true, lines: new Map() }
  const found = linesByKey(section)
  const lines = new Map([...linesByKey(after)].filter(([key, line]) => found.get(key) !== line))
  return { same: false, lines }
}

/** What changes of a frame. */
function frameSteps(before: Frame, after: Frame, withWidths: boolean): { before: Partial<Frame>; after: Partial<Frame> } {
  const names = (Object.keys(after) as (keyof Frame)[]).filter((name) => (withWidths && name === 'widths') || !isSame(before[name], after[name]))
  const part = (frame: Frame) => Object.fromEntries(names.map((name) => [name, frame[name]])) as Partial<Frame>
  return { before: part(before), after: part(after) }
}
