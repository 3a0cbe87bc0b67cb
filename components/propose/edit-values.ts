import { columnOf, entryName, type EntryEditInput, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import type { FormEdit, ProposalInput } from '@/lib/proposals/change'
import { extraColumns, fieldName, type SectionColumns } from './column-fields'
import { entryOf, onOneLine, valuesOf, type Held, type Values } from './values'

/** An entry of the list that a form changes, as it was at the catalog revision `base`. */
export interface Edited {
  section: string
  key: string
  name: string
  base: number
  entry: ReadEntry
  /** Its cells in the README, and its own line where the table's layout does not give that back. */
  row: { cells: string[]; verbatim: string | null }
}

/** The form that says what the list says. A field whose cell does not fit it is empty, but for a name, which is never. */
export function listedValues({ section, entry }: Edited, sections: readonly SectionColumns[]): Values {
  const values = valuesOf({ section, entry }, '', sections)
  if (entry.kind !== 'table' && entry.raw.name !== undefined) values[entry.kind].name = entryName(entry)
  return values
}

/** The columns of an entry whose cells fit no field, with those cells; what the form shows in the fields' place. */
export function unfitCells({ entry }: Edited, { rewritten }: Pick<Values, 'rewritten'>): Record<string, string> {
  return Object.fromEntries(Object.entries(entry.raw).filter(([column]) => !rewritten.includes(column)))
}

/** What the form's values change of the entry, not yet checked: only what is not as the list has it. */
export function entryEditOf(values: Values, edited: Edited, section: SectionColumns): EntryEditInput {
  const { kind } = edited.entry
  const was = listedValues(edited, [section])
  const more = extraColumns(section).flatMap((column) => changedCell(was, values, column))
  const given = { ...(more.length > 0 && { more: Object.fromEntries(more) }) }
  if (kind === 'table') return { kind, fields: {}, ...given }
  return { kind, fields: changedFields(kind, values, was, edited, section), ...given }
}

function changedCell(was: Values, is: Values, column: string): [string, string][] {
  const cell = (values: Values) => onOneLine(values.more[fieldName(column)] ?? '').trim()
  return cell(was) === cell(is) ? [] : [[column, cell(is)]]
}

function changedFields(kind: EntryKind, values: Values, was: Values, edited: Edited, section: SectionColumns): object {
  const [before, after] = [entryOf(kind, was, section).fields, entryOf(kind, values, section).fields]
  const unfit = unfitCells(edited, values)
  const isChanged = ([name, value]: [string, unknown]) => {
    const column = section.frame.columns.find((key) => columnOf(kind, key)?.fields.includes(name as never))
    if (column === undefined || column in unfit) return false
    return column in edited.entry.raw || JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[name])
  }
  return Object.fromEntries(Object.entries(after).filter(isChanged))
}

/** The form that a proposal's edit gives back: what the list says now, with what is proposed in its place. */
export function proposedValues(edited: Edited, { entry }: FormEdit, rationale: string, sections: readonly SectionColumns[]): Values {
  const listed = listedValues(edited, sections)
  const fields = { ...edited.entry.fields, ...entry.fields }
  const held = { section: edited.section, entry: { kind: entry.kind, fields, more: { ...edited.entry.more, ...entry.more } } as Held['entry'] }
  const rewritten = Object.keys(edited.entry.raw).filter((column) => columnOf(entry.kind, column)?.fields.every((field) => field in fields))
  const values = valuesOf(held, rationale, sections)
  // A cell that nobody wrote anew leaves its fields as they are shown.
  return entry.kind === 'table' || 'name' in fields ? { ...values, rewritten } : { ...values, rewritten, [entry.kind]: { ...values[entry.kind], name: listed[entry.kind].name } }
}

/** What makes a proposal to change an entry, not yet checked, of a form's values. */
export function editInput(edited: Edited) {
  return (kind: EntryKind, values: Values, section: SectionColumns | undefined): ProposalInput => {
    const { key, base } = edited
    const entry = section ? entryEditOf(values, edited, section) : { kind, fields: {} }
    return { rationale: values.rationale, changes: [{ op: 'edit', section: edited.section, key, base, entry }] }
  }
}
