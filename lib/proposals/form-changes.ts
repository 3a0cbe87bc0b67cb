import { columnOf, entryName, readDraft, type Columns, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import type { Change, EditChange } from '@/lib/readme/change'
import { isSame, stepsOf } from '@/lib/readme/changes/content'
import { own } from '@/lib/readme/changes/own'
import type { Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { formChangeSchema, type FormChange, type FormEdit } from './change'
import { changedPassages } from './passages'

/**
 * What a form's edit does to an entry as it was, step by step; undefined where it says nothing new. A cell that fits no field is
 * written anew once all its column's fields are told. `columns` are those of the entry's table.
 */
export function editOf({ section, key, entry }: FormEdit, columns: Columns, before: ReadEntry): EditChange | undefined {
  const fields = { ...before.fields, ...entry.fields }
  const isTold = (column: string) => columnOf(entry.kind, column)?.fields.every((field) => field in fields) === true
  const raw = Object.fromEntries(Object.entries(before.raw).filter(([column]) => !isTold(column)))
  const more = Object.fromEntries(columns.flatMap((column) => cellIn(column, entry.more ?? {}, before.more)))
  const steps = stepsOf(before, { ...before, fields, raw, more } as ReadEntry)
  return steps && { op: 'edit', section, entry: key, ...steps }
}

/** What of an edit an entry does not say yet; undefined where it says all of it. */
export function undone(edit: EditChange, now: ReadEntry): EditChange | undefined {
  const open = (part: 'fields' | 'raw' | 'more') => {
    const says = now[part] as Record<string, unknown>
    const steps = Object.entries<{ after?: unknown }>(edit[part] ?? {}).filter(([name, { after }]) => !isSame(own(says, name), after))
    return steps.length > 0 ? { [part]: Object.fromEntries(steps) } : {}
  }
  const { op, section, entry } = edit
  const steps = { ...open('fields'), ...open('raw'), ...open('more') }
  return Object.keys(steps).length > 0 ? { op, section, entry, ...steps } : undefined
}

function cellIn(column: string, given: Record<string, string>, before: Record<string, string>): [string, string][] {
  const cell = own(given, column) ?? own(before, column)
  return cell === undefined ? [] : [[column, cell]]
}

/** What every change of an entry names, as a form has it. */
interface Where {
  /** The catalog revision that the changes were made against. */
  base: number | null
  /** The kind that a section lists. */
  kindIn: (section: string) => EntryKind | undefined
  /** The README of that revision, with or without its rows; null where it is not known: then no text is a form's. */
  known: Readme | null
}

/** Stored changes as a form sends them, those of the text last, passage by passage; null where a form could not have sent them all. */
export function draftOf(stored: readonly Change[], { base, kindIn, known }: Where): FormChange[] | null {
  const entries = stored.filter(({ op }) => op !== 'text').map((change) => asForm(change, base ?? 0, kindIn))
  const drafts = [...entries, ...textsOf(stored, base ?? 0, known)].map((change) => {
    const parsed = formChangeSchema.safeParse(change)
    return parsed.success ? parsed.data : null
  })
  return drafts.every((draft) => draft !== null) ? drafts : null
}

/** The passages that changes of the text come to; one that is no form's where they come to anything else. */
function textsOf(stored: readonly Change[], base: number, known: Readme | null): unknown[] {
  const texts = stored.filter(({ op }) => op === 'text')
  if (texts.length === 0) return []
  const after = known && patch(known, texts)
  const changed = known && after?.ok ? changedPassages(known, after.value) : null
  return changed?.map((passage) => ({ op: 'text', base, ...passage })) ?? [null]
}

function asForm(change: Change, base: number, kindIn: Where['kindIn']): unknown {
  if (change.op === 'add' || change.op === 'text' || change.op === 'layout') return change
  const { entry: key, ...rest } = change
  if (change.op === 'edit') return { op: change.op, section: change.section, key, base, entry: editIn(change, kindIn(change.section)) }
  if (change.op === 'move') return { ...rest, key, base }
  const into = change.into === undefined ? {} : { into: change.into }
  return { op: change.op, section: change.section, key, base, reason: change.reason, ...into }
}

/** The values that an edit leaves; undefined where it leaves a cell that is no field's, or bytes of its own. */
function editIn({ fields, raw = {}, more, line }: EditChange, kind: EntryKind | undefined): unknown {
  const isPlain = (line ?? null) === null && Object.values(raw).every(({ after }) => after === undefined)
  return isPlain ? { kind, fields: valuesAfter(fields), more: valuesAfter(more) } : undefined
}

function valuesAfter(steps: Record<string, { after?: unknown }> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(steps).flatMap(([name, { after }]) => (after === undefined ? [] : [[name, after]])))
}

/** What a form's addition is called. */
export function nameOfAdd({ entry }: Extract<FormChange, { op: 'add' }>): string {
  return entryName(readDraft(entry))
}
