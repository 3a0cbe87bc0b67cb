import { kindOf, namingColumn, type ReadEntry } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import { identityOfUrl } from '@/lib/catalog/identity'
import { yearsOf } from '@/lib/catalog/search/facets'
import { labelOf } from '@/lib/proposals/field-steps'
import { shownValue, type Shown } from '@/lib/proposals/shown-value'

/** A part of what an entry says, beside what the others say. */
export interface ComparedValue extends Shown {
  /** Whether all say it that have the field. */
  shared: boolean
  /** Whether `text` is a cell's markdown, not plain text. */
  markdown: boolean
}

/** One field of all that are compared. */
export interface ComparedRow {
  label: string
  /** What each says, in their order; null: its table has no such column. */
  cells: (ComparedValue[] | null)[]
  /** Whether all that have it say the same; null where only one has it. */
  verdict: 'same' | 'differs' | null
}

type Value = Omit<ComparedValue, 'shared'>

/** Entries field by field: a kind's own fields in their order, then other columns, each row once however many kinds there are. */
export function compareEntries(entries: readonly ReadEntry[]): ComparedRow[] {
  const said = entries.map(valuesOf)
  const all = new Set(said.flatMap((values) => [...values.keys()]))
  const ordered = [...[...all].filter((key) => key.startsWith(ofField)), ...[...all].filter((key) => key.startsWith(ofColumn))]
  return ordered.map((key) => rowOf(key.slice(key.indexOf(' ') + 1), said.map((values) => values.get(key) ?? null)))
}

function rowOf(label: string, values: readonly (Value[] | null)[]): ComparedRow {
  const keys = values.flatMap((said) => (said === null ? [] : [new Set(said.map(keyOf))]))
  const isShared = (key: string) => keys.every((own) => own.has(key))
  const cells = values.map((said) => said && said.map((value) => ({ ...value, shared: isShared(keyOf(value)) })))
  const [first] = keys as [Set<string>]
  const same = keys.every((own) => own.size === first.size && [...own].every(isShared))
  return { label, cells, verdict: keys.length < 2 ? null : same ? 'same' : 'differs' }
}

/** The same name in other letters, and another view of the same paper, say the same. */
function keyOf({ text, url }: Value): string {
  return url === undefined ? nameKey(text) : identityOfUrl(url)
}

/** What an entry says, but for its name, which stands above: by label, set apart by whether a field or a column of the list's own is called so. */
function valuesOf(entry: ReadEntry): Map<string, Value[]> {
  const fields = entry.fields as Record<string, unknown>
  const said = new Map<string, Value[]>()
  for (const { key, fields: names } of kindOf(entry.kind).columns) {
    const raw = entry.raw[key]
    if (raw !== undefined) said.set(fieldKey(key), plain(raw))
    else for (const name of names) if (name !== 'name' && name in fields) said.set(fieldKey(name), plain(fields[name]))
  }
  // A table's own column says it, where one does.
  if (entry.kind !== 'table') said.set(fieldKey('Year'), plain(yearsOf(entry).map(String)))
  const naming = entry.kind === 'table' ? namingColumn(entry) : undefined
  for (const [key, cell] of Object.entries(entry.more)) if (key !== naming) said.set(ofColumn + key, cellOf(cell))
  return said
}

const ofField = 'field '
const ofColumn = 'column '

function fieldKey(name: string): string {
  return ofField + labelOf(name)
}

function plain(value: unknown): Value[] {
  return shownValue(value).map((shown) => ({ ...shown, markdown: false }))
}

function cellOf(cell: string): Value[] {
  return cell === '' || cell === '-' ? [] : [{ text: cell, markdown: true }]
}
