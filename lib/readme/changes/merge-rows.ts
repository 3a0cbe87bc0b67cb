import { nameKey } from '@/lib/catalog/fold'
import type { AddChange, Change, MoveChange, RemoveChange } from '../change'
import type { Section } from '../parse'
import { contentName, isSame } from './content'
import { mergeEdit } from './merge-edit'
import { mergeValue, type Value } from './merge-values'
import { rebasePlace, type Merging } from './merging'
import { rowName } from './side'
import type { RowChange } from './table'

/** Their change of a row, to be applied after our side's; undefined where ours did the same, or clashes with it. */
export function mergeRow(merging: Merging, change: RowChange): Change | undefined {
  const section = merging.base.get(change.section)
  if (!section) return gone(merging, change)
  if (change.op === 'add') return mergeAdd(merging, change)
  const at = merging.where.get(rowName(section, change.entry))
  const was = merging.base.get(change.section)?.rows.some((row) => row.key === change.entry)
  if (at === undefined) return change.op === 'edit' || !was ? gone(merging, change) : undefined
  if (change.op === 'edit') return mergeEdit(merging, change, section, at)
  return change.op === 'remove' ? mergeRemove(merging, change, section, at) : mergeMove(merging, change, section, at)
}

function gone({ clashes }: Merging, change: RowChange): undefined {
  const entry = change.op === 'add' ? null : change.entry
  const what = entry === null ? `The section "${change.section}" was removed meanwhile.` : `"${entry}" was removed meanwhile.`
  clashes.push({ section: change.section, entry, field: null, what })
}

function mergeAdd(merging: Merging, change: AddChange): Change | undefined {
  const section = merging.after.get(change.section)
  if (!section) return gone(merging, change)
  const place = rebasePlace(merging, section, change.place)
  const twin = twinOf(merging, change)
  if (!twin) {
    if (change.key !== undefined) merging.where.set(rowName(section, change.key), section.key)
    const { line, ...written } = change
    return { ...written, place, ...(line !== undefined && !merging.ours.touched.has(section.key) && { line }) }
  }
  if (change.key !== undefined && twin.key !== undefined) merging.twins.set(rowName(section, change.key), twin.key)
  return isSame(twin.entry, change.entry) ? undefined : mergeTwins(merging, twin, change)
}

/** A row of the same name that our side added to the same section, the same row before others; each is the twin of one. */
function twinOf({ ours, paired }: Merging, { section, entry }: AddChange): AddChange | undefined {
  const near = ours.adds.filter((add) => add.section === section && !paired.has(add))
  const name = nameKey(contentName(entry))
  const twin = near.find((add) => isSame(add.entry, entry)) ?? near.find((add) => name !== '' && nameKey(contentName(add.entry)) === name)
  if (twin) paired.add(twin)
  return twin
}

/** Two rows of one name become one where they agree in all that both say. */
function mergeTwins(merging: Merging, twin: AddChange, change: AddChange): Change | undefined {
  const before = twin.entry.fields as Record<string, Value>
  const fields: Record<string, { before?: Value; after: Value }> = {}
  for (const [name, theirs] of Object.entries(change.entry.fields as Record<string, Value>)) {
    const value = mergeValue(null, before[name] ?? null, theirs)
    if (value === 'clash') return differ(merging, twin, change)
    if (!isSame(value.value, before[name])) fields[name] = { ...(name in before && { before: before[name] }), after: value.value }
  }
  if (twin.key === undefined || !isSame(twin.entry.raw ?? {}, change.entry.raw ?? {}) || !isSame(twin.entry.more ?? {}, change.entry.more ?? {})) {
    return differ(merging, twin, change)
  }
  return { op: 'edit', section: change.section, entry: twin.key, fields }
}

function differ({ clashes }: Merging, ours: AddChange, theirs: AddChange): undefined {
  clashes.push({
    ...{ section: theirs.section, entry: ours.key ?? null, field: null },
    what: `Both sides added "${contentName(theirs.entry)}", differently.`,
    ...{ ours: ours.entry, theirs: theirs.entry },
  })
}

function mergeRemove(merging: Merging, change: RemoveChange, section: Section, at: string): Change | undefined {
  if ((merging.ours.fates.get(rowName(section, change.entry))?.edits.length ?? 0) > 0) {
    merging.clashes.push({ section: at, entry: change.entry, field: null, what: `"${change.entry}" was changed on one side and removed on the other.` })
    return undefined
  }
  merging.where.delete(rowName(section, change.entry))
  return { ...change, section: at }
}

function mergeMove(merging: Merging, change: MoveChange, section: Section, at: string): Change | undefined {
  const target = merging.after.get(change.to ?? change.section)
  if (!target) return gone(merging, change)
  const ours = merging.ours.fates.get(rowName(section, change.entry))?.move
  if (ours && isSame([ours.to ?? ours.section, ours.place], [target.key, change.place])) return undefined
  if (ours) {
    merging.clashes.push({ section: at, entry: change.entry, field: null, what: `Both sides moved "${change.entry}", to different places.` })
    return undefined
  }
  const place = rebasePlace(merging, target, change.place, change.entry)
  merging.where.set(rowName(target, change.entry), target.key)
  const { line: _, to: __, ...written } = change
  return { ...written, section: at, ...(target.key !== at && { to: target.key }), place, ...(!merging.ours.touched.has(target.key) && change.line !== undefined && { line: change.line }) }
}
