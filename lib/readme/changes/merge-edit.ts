import { kindOf } from '@/lib/catalog/entry'
import type { EditChange } from '../change'
import type { Section } from '../parse'
import { mergeValue, type Value } from './merge-values'
import type { Merging } from './merging'
import { rowName } from './side'

type Part = 'fields' | 'raw' | 'more'
type Steps = Record<string, { before?: Value; after?: Value }>

/** Their edit of a row, over what our side made of it, field by field; undefined where nothing of it is left to do. */
export function mergeEdit(merging: Merging, change: EditChange, section: Section, at: string): EditChange | undefined {
  const ours = merging.ours.fates.get(rowName(section, change.entry))?.edits ?? []
  const clashing = clashingColumns(section, ours, change)
  const told = (['fields', 'raw', 'more'] as const).flatMap((part) => {
    const steps = mergeSteps(merging, { change, part, section, ours, clashing })
    return Object.keys(steps).length > 0 ? [[part, steps] as const] : []
  })
  for (const field of clashing) say(merging, change, field, {})
  if (told.length === 0) return undefined
  const untouched = !merging.ours.touched.has(at) && change.line !== undefined
  return { op: 'edit', section: at, entry: change.entry, ...(Object.fromEntries(told) as Pick<EditChange, Part>), ...(untouched && { line: change.line }) }
}

/** Columns that one side fills with typed fields and the other with a cell that fits none. */
function clashingColumns({ kind }: Section, ours: readonly EditChange[], theirs: EditChange): Set<string> {
  const columns = kindOf(kind).columns.filter(({ key, fields }) => {
    const typed = (edit: EditChange) => fields.some((field) => edit.fields?.[field]?.after !== undefined)
    const raw = (edit: EditChange) => edit.raw?.[key]?.after !== undefined
    return (typed(theirs) && ours.some(raw)) || (raw(theirs) && ours.some(typed))
  })
  return new Set(columns.flatMap(({ key, fields }) => [key, ...fields]))
}

interface Edit {
  change: EditChange
  part: Part
  section: Section
  ours: readonly EditChange[]
  clashing: ReadonlySet<string>
}

function mergeSteps(merging: Merging, { change, part, section, ours, clashing }: Edit): Steps {
  const merged: Steps = {}
  for (const [name, theirs] of Object.entries((change[part] ?? {}) as Steps)) {
    if (clashing.has(name)) continue
    const key = part === 'more' ? columnNow(merging, section, name) : name
    const our = ours.map((edit) => edit[part]?.[key ?? name]).findLast((found) => found !== undefined)
    const value = our ? mergeValue(theirs.before, our.after, theirs.after) : { value: theirs.after }
    if (value === 'clash' || key === undefined) say(merging, change, name, { base: theirs.before, ours: our?.after, theirs: theirs.after })
    else if (!our) merged[key] = theirs
    else if (value.value !== our.after) merged[key] = step(our.after, value.value)
  }
  return merged
}

function step(before: Value, after: Value): { before?: Value; after?: Value } {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}

/** What a column of a table is called after our side's change of its columns; undefined where it is gone. */
function columnNow({ ours }: Merging, { key, frame }: Section, name: string): string | undefined {
  const { after, columns } = ours.layouts.get(key) ?? {}
  if (!columns || !frame.columns.includes(name)) return name
  return after?.columns?.[columns.indexOf(frame.columns.indexOf(name))]
}

function say(merging: Merging, { section, entry }: EditChange, field: string, values: { base?: Value; ours?: Value; theirs?: Value }): void {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  merging.clashes.push({ section, entry, field, what: `Both sides changed "${field}" of "${entry}".`, ...Object.fromEntries(given) })
}
