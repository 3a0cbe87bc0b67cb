import { columnOf, kindOf, printCells, readCells, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import type { EditChange } from '../change'
import type { KeyedRow, Section } from '../parse'
import { rowName } from '../row-name'
import { arrange } from './columns'
import { contentOf, editCells, isSame } from './content'
import { mergeLine } from './merge-line'
import { mergeTable } from './merge-table'
import { mergeValue, type Value } from './merge-values'
import { rowOf, type Merging } from './merging'
import { own } from './own'

const parts = ['fields', 'raw', 'more'] as const
type Part = (typeof parts)[number]
type Steps = Record<string, { before?: Value; after?: Value }>

/** A row as it was, as our side has it, and as they have it, all in the columns that its table has in the end. */
type Three = Record<'base' | 'ours' | 'theirs', ReadEntry>

/** Their edit of a row, over what our side made of it, field by field; undefined where nothing of it is left to do. */
export function mergeEdit(merging: Merging, change: EditChange, origin: { section: Section; row: KeyedRow }, at: string): EditChange | undefined {
  const three = threeOf(merging, change, origin, at)
  const clashing = new Set<string>()
  const merged = new Map<Part, Steps>(parts.map((part) => [part, mergePart(merging, change, three, part, clashing)]))
  const told = parts.flatMap((part) => {
    const steps = Object.entries(merged.get(part) as Steps).filter(([name]) => !clashing.has(columnFor(three.base, part, name)))
    return steps.length > 0 ? [[part, Object.fromEntries(steps)] as const] : []
  })
  const line = mergeLine(merging, change, at)
  if (told.length === 0 && line.line === undefined) return undefined
  return { op: 'edit', section: at, entry: change.entry, ...(Object.fromEntries(told) as Pick<EditChange, Part>), ...line }
}

function threeOf(merging: Merging, change: EditChange, { section, row }: { section: Section; row: KeyedRow }, at: string): Three {
  const { kind } = section
  const there = mergeTable(merging, change.section)
  const isHome = section.key === change.section
  // Where they say it of the section that it came to, it came there as it was.
  const before = isHome
    ? columnsOf(merging, section.key, row.cells)
    : printCells(contentOf(kind, section.frame.columns, row.cells), there.theirs)
  const after = editCells(kind, there.theirs, before, change, false)
  for (const [index, key] of there.theirs.entries()) {
    if (there.merged.ofTheirs[index] === undefined && (before[index] ?? '') !== (after[index] ?? '')) {
      say(merging, change, key, { base: before[index], theirs: after[index] })
    }
  }
  const target = mergeTable(merging, at)
  const bring = (cells: readonly string[]) => {
    const arranged = there.fromTheirs(cells)
    return at === change.section ? arranged : printCells(contentOf(kind, there.merged.columns, arranged), target.merged.columns)
  }
  const read = (cells: readonly string[]) => readCells(kind, target.merged.columns, cells)
  return { base: read(bring(before)), ours: read(oursIn(merging, kind, change.entry, at)), theirs: read(bring(after)) }
}

/** A row's cells as our side left them, in the columns of the section that it comes to. */
function oursIn(merging: Merging, kind: EntryKind, key: string, at: string): string[] {
  const target = mergeTable(merging, at)
  const stood = merging.stood.get(rowName(kind, key)) as string
  const { cells } = rowOf(merging.after, stood, key) as KeyedRow
  if (stood === at) return target.fromOurs(cells)
  return printCells(contentOf(kind, (merging.after.get(stood) as Section).frame.columns, cells), target.merged.columns)
}

/** A row's cells in the order that they gave the columns. */
function columnsOf({ theirs }: Merging, section: string, cells: readonly string[]): string[] {
  const order = theirs.layouts.get(section)?.columns
  return order ? arrange(cells, order) : [...cells]
}

function mergePart(merging: Merging, change: EditChange, { base, ours, theirs }: Three, part: Part, clashing: Set<string>): Steps {
  const [was, our, their] = [base, ours, theirs].map((entry) => entry[part] as Record<string, Value>) as [Record<string, Value>, Record<string, Value>, Record<string, Value>]
  const steps: Steps = {}
  for (const name of new Set([...Object.keys(was), ...Object.keys(their)])) {
    const values = { base: own(was, name), ours: own(our, name), theirs: own(their, name) }
    if (isSame(values.base, values.theirs)) continue
    const value = mergeValue(values.base, values.ours, values.theirs)
    if (value === 'clash') {
      clashing.add(columnFor(base, part, name))
      say(merging, change, name, values)
    } else if (!isSame(value.value, values.ours)) {
      steps[name] = { ...(values.ours !== undefined && { before: values.ours }), ...(value.value !== undefined && { after: value.value }) }
    }
  }
  return steps
}

/** The column that a field's cell stands in: what clashes in one of its fields clashes as a whole. */
function columnFor({ kind }: ReadEntry, part: Part, name: string): string {
  const column = part === 'fields' ? kindOf(kind).columns.find(({ fields }) => (fields as string[]).includes(name)) : columnOf(kind, name)
  return column?.key ?? `more ${name}`
}

function say({ clashes }: Merging, { section, entry }: EditChange, field: string, values: { base?: Value; ours?: Value; theirs?: Value }): void {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  clashes.push({ section, entry, field, what: `Both sides changed "${field}" of "${entry}".`, ...Object.fromEntries(given) })
}
