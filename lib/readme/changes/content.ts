import { columnOf, entryName, kindOf, printCells, readCells, type Columns, type Content, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import type { Column } from '@/lib/catalog/kinds/kind'
import type { EditChange, EntryContent } from '../change'
import { own } from './own'

/** A row's cells as a change holds them; empty parts are left out. */
export function contentOf(kind: EntryKind, columns: Columns, cells: readonly string[]): EntryContent {
  const { fields, raw, more } = readCells(kind, columns, cells)
  return { kind, fields, ...filled('raw', raw), ...filled('more', more) } as EntryContent
}

function filled<Name extends string>(name: Name, cells: Record<string, string>): Partial<Record<Name, Record<string, string>>> {
  return Object.keys(cells).length > 0 ? ({ [name]: cells } as Record<Name, Record<string, string>>) : {}
}

/** The name of an entry that a change holds. */
export function contentName(content: EntryContent): string {
  return entryName(readContent(content))
}

/** An entry that a change holds, as if a row had given it. */
export function readContent({ kind, fields, raw = {}, more = {} }: EntryContent): ReadEntry {
  return { kind, fields, raw, more } as ReadEntry
}

type Step = { before?: unknown; after?: unknown }
type Steps = Pick<EditChange, 'fields' | 'raw' | 'more'>

/** What turns one reading of a row into another, field by field; undefined where nothing does. */
export function stepsOf(before: ReadEntry, after: ReadEntry): Steps | undefined {
  const steps = { fields: stepsIn(before.fields, after.fields), raw: stepsIn(before.raw, after.raw), more: stepsIn(before.more, after.more) }
  const told = Object.entries(steps).filter(([, part]) => Object.keys(part).length > 0)
  return told.length > 0 ? (Object.fromEntries(told) as Steps) : undefined
}

function stepsIn(before: object, after: object): Record<string, Step> {
  const steps: Record<string, Step> = {}
  const was = before as Record<string, unknown>
  const is = after as Record<string, unknown>
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const [old, fresh] = [own(was, name), own(is, name)]
    if (!isSame(old, fresh)) steps[name] = { ...(old !== undefined && { before: old }), ...(fresh !== undefined && { after: fresh }) }
  }
  return steps
}

/** Whether two JSON values are the same; the order of an object's keys is none of theirs. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]))
  )
}

/**
 * A row's cells after an edit: only the cells of the columns that it speaks of are written anew. `typed`: cells that fit no
 * field are left as they are, as a form would leave them.
 */
export function editCells(kind: EntryKind, columns: Columns, cells: readonly string[], edit: Steps, typed: boolean): string[] {
  const entry = readCells(kind, columns, cells)
  const steps = typed ? typedSteps(edit) : edit
  const fields = apply(entry.fields, steps.fields)
  const raw = apply(entry.raw, steps.raw)
  const typedColumns = columnsWith(kind, steps.fields)
  for (const key of typedColumns) if (isWhole(kind, key, fields, steps)) delete raw[key]
  const printed = printCells({ kind, fields, raw, more: apply(entry.more, steps.more) }, columns)
  const touched = new Set(columnsTouched(kind, steps))
  const edited = [...cells]
  columns.forEach((key, index) => {
    if (!touched.has(key)) return
    while (edited.length < index) edited.push('')
    edited[index] = printed[index] as string
  })
  return edited
}

/** What an edit gives to a row, as an entry. */
export function afterOf(kind: EntryKind, { fields, raw, more }: Steps): Content {
  const given = (steps: Record<string, Step> = {}) => Object.fromEntries(Object.entries(steps).flatMap(([name, { after }]) => (after === undefined ? [] : [[name, after]])))
  return { kind, fields: given(fields), raw: given(raw) as Record<string, string>, more: given(more) as Record<string, string> }
}

/** A field or column that a row holds otherwise than an edit says; undefined where all is as it says. What is not told is not asked. */
export function staleIn(entry: ReadEntry, edit: Steps): string | undefined {
  for (const part of ['fields', 'raw', 'more'] as const) {
    const now = entry[part] as Record<string, unknown>
    const stale = Object.entries((edit[part] ?? {}) as Record<string, Step>).find(
      ([name, step]) => 'before' in step && !isSame(own(now, name), step.before),
    )
    if (stale) return stale[0]
  }
  return undefined
}

/** What a form could send of an edit: values that it has a field for. */
function typedSteps({ fields, more }: Steps): Steps {
  const given = Object.entries(fields ?? {}).filter(([, { after }]) => after !== undefined)
  return { fields: Object.fromEntries(given), ...(more && { more }) }
}

function apply(values: object, steps: Record<string, Step> | undefined): Record<string, never> {
  const applied: Record<string, unknown> = { ...(values as Record<string, unknown>) }
  for (const [name, step] of Object.entries(steps ?? {})) {
    if (step.after === undefined) delete applied[name]
    else applied[name] = step.after
  }
  return applied as Record<string, never>
}

/** The columns that an edit speaks of. */
export function columnsTouched(kind: EntryKind, { fields, raw, more }: Steps): string[] {
  return [...columnsWith(kind, fields), ...Object.keys(raw ?? {}), ...Object.keys(more ?? {})]
}

function columnsWith(kind: EntryKind, steps: Record<string, Step> | undefined): string[] {
  const names = Object.keys(steps ?? {})
  return kindOf(kind).columns.filter(({ fields }) => fields.some((field) => names.includes(field))).map(({ key }) => key)
}

/** Whether the edit gives a column all that its cell holds, so that no raw cell stands in its place. */
function isWhole(kind: EntryKind, key: string, fields: object, { raw }: Steps): boolean {
  return own(raw, key)?.after === undefined && (columnOf(kind, key) as Column<never>).fields.every((field) => field in fields)
}
