import { nameKey } from '@/lib/catalog/fold'
import { homelessOf } from '@/lib/catalog/homeless'
import { identitiesOf } from '@/lib/catalog/identity'
import type { AddChange, Change, EditChange, EntryContent, MoveChange, RemoveChange } from '../change'
import type { KeyedRow, Section } from '../parse'
import { upToLast } from '../row'
import { rowName } from '../row-name'
import { reorder } from './columns'
import { columnsTouched, contentName, contentOf, isSame, readContent } from './content'
import { mergeEdit } from './merge-edit'
import { mergeLine, saysMore } from './merge-line'
import { mergeTable, translate } from './merge-table'
import { mergeValue, type Value } from './merge-values'
import { originOf, rebasePlace, rowOf, type Merging, type Origin } from './merging'
import type { RowChange } from './table'

/** Their change of a row, to be applied after our side's; undefined where ours did the same, or clashes with it. */
export function mergeRow(merging: Merging, change: RowChange): Change | undefined {
  const section = merging.base.get(change.section)
  if (!section) return gone(merging, change)
  if (change.op === 'add') return mergeAdd(merging, change)
  const origin = originOf(merging, section.kind, change.entry)
  const at = merging.where.get(rowName(section.kind, change.entry))
  if (!origin) return gone(merging, change)
  if (at === undefined) return absent(merging, change, origin)
  if (change.op === 'edit') return mergeEdit(merging, change, origin, at)
  return change.op === 'remove' ? mergeRemove(merging, change, origin, at) : mergeMove(merging, change, section, at)
}

function gone({ clashes }: Merging, change: RowChange): undefined {
  const entry = change.op === 'add' ? null : change.entry
  const what = entry === null ? `The section "${change.section}" was removed meanwhile.` : `"${entry}" was removed meanwhile.`
  clashes.push({ section: change.section, entry, field: null, what })
}

/** What they did to a row that our side removed: a removal is done, a place or what a new column says of it is nobody's any more. */
function absent(merging: Merging, change: Exclude<RowChange, AddChange>, origin: Origin): undefined {
  if (change.op === 'remove') return unsettle(merging, origin)
  const rescued = change.op === 'move' && !merging.after.has(origin.section.key)
  return rescued || (change.op === 'edit' && !fillsNewColumns(merging, change)) ? gone(merging, change) : undefined
}

/** Whether an edit does no more than fill columns that they made. */
function fillsNewColumns({ base, theirs }: Merging, edit: EditChange): boolean {
  const layout = theirs.layouts.get(edit.section)
  const fresh = (layout?.after.columns ?? []).filter((_, index) => layout?.columns?.[index] === null)
  return columnsTouched((base.get(edit.section) as Section).kind, edit).every((key) => fresh.includes(key))
}

/** A row that they took out of its table is not to come back by the text that they put it in. */
function unsettle({ unsettled }: Merging, { row }: Origin): undefined {
  unsettled.add(JSON.stringify(row.cells))
}

function mergeAdd(merging: Merging, change: AddChange): Change | undefined {
  const section = merging.after.get(change.section)
  if (!section) return gone(merging, change)
  const table = mergeTable(merging, change.section)
  const { content, lost } = table.isTheirs ? { content: change.entry, lost: [] } : translate(table, change.entry)
  if (lost.length > 0) {
    const what = `"${contentName(change.entry)}" fills the column "${lost.join('", "')}", which was taken away meanwhile.`
    merging.clashes.push({ section: change.section, entry: null, field: lost[0] as string, what, theirs: change.entry })
    return undefined
  }
  const { line: _, ...written } = change
  const add: AddChange = { ...written, entry: content, place: rebasePlace(merging, section, change.place) }
  const twin = twinOf(merging, add)
  if (!twin) {
    if (change.key !== undefined) merging.where.set(rowName(section.kind, change.key), section.key)
    return { ...add, ...mergeLine(merging, change, section.key) }
  }
  if (change.key !== undefined && twin.key !== undefined) merging.twins.set(rowName(section.kind, change.key), twin.key)
  if (change.line && change.line !== twin.line && saysMore(merging, change.line, section.key)) return differ(merging, twin, change)
  return isSame(twin.entry, content) ? undefined : mergeTwins(merging, twin, add)
}

/** A row that our side added to the same section and that is the same, or is called the same; each is the twin of one. */
function twinOf({ ours, paired }: Merging, { section, entry }: AddChange): AddChange | undefined {
  const near = ours.adds.filter((add) => add.section === section && !paired.has(add))
  const twin = near.find((add) => isSame(add.entry, entry)) ?? near.find((add) => isCalledSame(add.entry, entry))
  if (twin) paired.add(twin)
  return twin
}

/** A row without fields may be called by anything: there a common link must say so too. */
function isCalledSame(a: EntryContent, b: EntryContent): boolean {
  const name = nameKey(contentName(a))
  if (name === '' || name !== nameKey(contentName(b))) return false
  if (a.kind !== 'table') return true
  const links = (content: EntryContent) => identitiesOf(readContent(content)).filter((identity) => !identity.includes('/name:'))
  return links(a).some((link) => links(b).includes(link))
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

function mergeRemove(merging: Merging, change: RemoveChange, origin: Origin, at: string): Change | undefined {
  const { kind, key, frame } = origin.section
  const left = rowOf(merging.after, merging.stood.get(rowName(kind, change.entry)) as string, change.entry) as KeyedRow
  // A hand may have written cells that no column holds, and no edit tells. No row leaves a table whose columns change.
  const columns = merging.ours.layouts.get(key)?.columns
  const stood = columns ? reorder(origin.row.cells, columns, frame.columns.length) : origin.row.cells
  const isChanged = !isSame(upToLast(left.cells), upToLast(stood))
  if (isChanged || (merging.ours.fates.get(rowName(kind, change.entry))?.edits.length ?? 0) > 0) {
    merging.clashes.push({ section: at, entry: change.entry, field: null, what: `"${change.entry}" was changed on one side and removed on the other.` })
    return unsettle(merging, origin)
  }
  merging.where.delete(rowName(kind, change.entry))
  return { ...change, section: at }
}

function mergeMove(merging: Merging, change: MoveChange, { kind }: Section, at: string): Change | undefined {
  const target = merging.after.get(change.to ?? change.section)
  if (!target) return gone(merging, change)
  const ours = merging.ours.fates.get(rowName(kind, change.entry))?.move
  if (ours && isSame([ours.to ?? ours.section, ours.place], [target.key, change.place])) return undefined
  if (ours) {
    merging.clashes.push({ section: at, entry: change.entry, field: null, what: `Both sides moved "${change.entry}", to different places.` })
    return undefined
  }
  const homeless = target.key === at ? undefined : homelessThere(merging, change, at, target)
  if (homeless !== undefined) {
    merging.clashes.push({ section: at, entry: change.entry, field: homeless, what: `"${change.entry}" fills the column "${homeless}", which the section that it moves to lacks now.` })
    return undefined
  }
  const place = rebasePlace(merging, target, change.place, change.entry)
  merging.where.set(rowName(kind, change.entry), target.key)
  const { line: _, to: __, ...written } = change
  return { ...written, section: at, ...(target.key !== at && { to: target.key }), place, ...mergeLine(merging, change, target.key) }
}

function homelessThere(merging: Merging, { entry }: MoveChange, at: string, target: Section): string | undefined {
  const row = rowOf(merging.after, at, entry)
  const from = merging.after.get(at) as Section
  const columns = merging.base.has(target.key) ? mergeTable(merging, target.key).merged.columns : target.frame.columns
  return row && homelessOf(contentOf(from.kind, from.frame.columns, row.cells), columns)
}
