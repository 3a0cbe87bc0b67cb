import type { Change, Position } from '@/lib/readme/change'
import { isSame } from '@/lib/readme/changes/content'
import { labelOf, type FieldStep } from './field-steps'
import { shownValue } from './shown-value'

/** What became of one change from one version of a proposal to the next. */
export interface VersionStep {
  /** `kept` under another value; `new`; or `dropped`. */
  sort: 'kept' | 'new' | 'dropped'
  /** The change as it is in the later version, or was where it was dropped. */
  change: Change
  /** What it says otherwise; nothing of one that is new or was dropped. */
  steps: FieldStep[]
}

/**
 * What differs between the changes of two versions: a change is the same one where it is the same sort of thing about the same entry, or,
 * of additions, where it says the same or comes at the same place among them.
 */
export function versionSteps(before: readonly Change[], after: readonly Change[]): VersionStep[] {
  const waiting = new Map<string, Change[]>()
  // What stayed as it is takes nobody else's place.
  const [old, fresh] = [before.filter((change) => !isIn(change, after)), after.filter((change) => !isIn(change, before))]
  for (const change of old) waiting.set(subjectOf(change), [...(waiting.get(subjectOf(change)) ?? []), change])
  const told = fresh.map((change): VersionStep => {
    const was = waiting.get(subjectOf(change))?.shift()
    return was ? { sort: 'kept', change, steps: stepsBetween(was, change) } : { sort: 'new', change, steps: [] }
  })
  const dropped = [...waiting.values()].flat().map((change): VersionStep => ({ sort: 'dropped', change, steps: [] }))
  return [...told, ...dropped]
}

function isIn(change: Change, others: readonly Change[]): boolean {
  return others.some((other) => isSame(change, other))
}

function subjectOf(change: Change): string {
  if (change.op === 'add') return `add ${change.entry.kind}`
  if (change.op === 'text') return `text ${change.at}`
  return change.op === 'layout' ? `layout ${change.section}` : `${change.op} ${change.section}/${change.entry}`
}

function stepsBetween(before: Change, after: Change): FieldStep[] {
  const [was, is] = [valuesOf(before), valuesOf(after)]
  const labels = [...new Set([...was.keys(), ...is.keys()])]
  return labels
    .filter((label) => !isSame(was.get(label), is.get(label)))
    .map((label) => ({ label, before: shownValue(was.get(label)), after: shownValue(is.get(label)) }))
}

/** What a change says, by what each part is called. */
function valuesOf(change: Change): Map<string, unknown> {
  switch (change.op) {
    case 'add':
      return new Map([
        ...Object.entries({ ...change.entry.fields, ...change.entry.raw }).map(([name, value]) => [labelOf(name), value] as const),
        ...Object.entries(change.entry.more ?? {}),
        ...[['Section', change.section] as const, ['Place', placeWords(change.place)] as const],
      ])
    case 'edit':
      return new Map(
        Object.entries({ ...change.fields, ...change.raw, ...change.more }).map(([name, step]) => [labelOf(name), step.after === undefined ? 'as it was' : step.after]),
      )
    case 'remove':
      return new Map([['Reason', change.reason], ['It repeats', change.into]])
    case 'move':
      return new Map([['Section', change.to ?? change.section], ['Place', placeWords(change.place)]])
    case 'text':
      return new Map([['Text', change.after.map((item) => (typeof item === 'string' ? item : `the table ${item.section}\n`)).join('')]])
    case 'layout':
      return new Map([['Layout', JSON.stringify(change.after)]])
  }
}

function placeWords(place: Position): string {
  return typeof place === 'string' ? place : `behind ${place.after}`
}
