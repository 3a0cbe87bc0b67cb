import { columnOf, readCells, type ReadEntry } from '@/lib/catalog/entry'
import { fail, ok, type Result } from '@/lib/errors'
import type { EditChange } from '@/lib/readme/change'
import { stepsOf } from '@/lib/readme/changes/content'
import { own } from '@/lib/readme/changes/own'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import { rebase } from './rebase'

/** Which side's value a clashing field gets: what the catalog says by now, or what is proposed. */
const sides: readonly string[] = ['ours', 'theirs']

/**
 * The edit that settles a clash, made against the list as it is: of the fields that clash the sides picked, and of all others what
 * a merge gives. Fails as `invalid` where a field has no pick or nothing of the edit is left, and as `conflict` where it is not fields
 * that clash.
 */
export function settleEdit(base: Readme, now: Readme, change: EditChange, picks: Readonly<Record<string, string>>): Result<EditChange> {
  const { clashes } = rebase(base, now, [change])
  const fields = clashes.map(({ field }) => field)
  if (!fields.every((field) => field !== null)) return fail('conflict', 'The whole entry clashes: leave the change out, or ask for changes.')
  if (fields.length === 0) return fail('conflict', 'Nothing clashes any more.')
  const open = fields.find((field) => !sides.includes(own(picks, field) ?? ''))
  if (open !== undefined) return fail('invalid', 'Pick one for each field.', { [open]: 'Pick one.' })
  const rest = without(change, fields)
  const { after } = hasSteps(rest) ? rebase(base, now, [rest]) : { after: ok(now) }
  const merged = after.ok && entryIn(after.value, change)
  const current = entryIn(now, change)
  if (!merged || !current) return fail('conflict', 'The entry is no longer where it was: leave the change out, or ask for changes.')
  const steps = stepsOf(current, withPicks(merged, change, fields.filter((field) => own(picks, field) === 'theirs')))
  if (!steps) return fail('invalid', 'Nothing of this change is left so: leave it out instead.')
  return ok({ op: 'edit', section: change.section, entry: change.entry, ...steps })
}

const parts = ['fields', 'raw', 'more'] as const

/** The edit without what it says of some fields. */
function without(change: EditChange, fields: readonly string[]): EditChange {
  const { op, section, entry } = change
  const kept = parts.map((part) => [part, Object.fromEntries(Object.entries(change[part] ?? {}).filter(([name]) => !fields.includes(name)))] as const)
  return { op, section, entry, ...Object.fromEntries(kept.filter(([, steps]) => Object.keys(steps).length > 0)) }
}

function hasSteps(change: EditChange): boolean {
  return parts.some((part) => change[part] !== undefined)
}

function entryIn({ parts: all }: Readme, { section, entry }: EditChange): ReadEntry | undefined {
  const found = sectionsOf(all).find(({ key }) => key === section)
  const row = found?.rows.find(({ key }) => key === entry)
  return found && row && readCells(found.kind, found.frame.columns, row.cells)
}

/** An entry with what an edit says of some fields; a cell that fits no field gives way to fields that say all of it. */
function withPicks(entry: ReadEntry, change: EditChange, fields: readonly string[]): ReadEntry {
  const picked = (part: (typeof parts)[number]) =>
    Object.fromEntries(Object.entries<{ after?: unknown }>(change[part] ?? {}).flatMap(([name, { after }]) => (fields.includes(name) && after !== undefined ? [[name, after]] : [])))
  const values = { ...entry.fields, ...picked('fields') }
  const isTold = (column: string) => columnOf(entry.kind, column)?.fields.every((field) => field in values) === true
  const raw = Object.fromEntries(Object.entries(entry.raw).filter(([column]) => !isTold(column)))
  return { ...entry, fields: values, raw: { ...raw, ...picked('raw') }, more: { ...entry.more, ...picked('more') } } as ReadEntry
}
