import { rowLine } from '../frame'
import type { Section } from '../parse'
import { splitLine } from '../row'
import { rowName } from '../row-name'
import type { AddChange, EditChange, MoveChange } from '../change'
import { mergeTable } from './merge-table'
import { rowOf, type Merging } from './merging'

/**
 * The line of their own that they gave a row, where it can stand: our side left the table's layout and the row's cells alone. Elsewhere
 * the layout writes the row; only its spacing is lost. A line with more cells than the table has columns stays, or clashes: nothing else
 * holds what they say.
 */
export function mergeLine(merging: Merging, change: AddChange | EditChange | MoveChange, at: string): { line?: string | null } {
  const { line } = change
  if (line === undefined || (change.op !== 'add' && line === lineNow(merging, at, change.entry))) return {}
  const left = !merging.ours.layouts.has(at) && !isEdited(merging, change, at)
  if (left) return { line }
  if (line === null || !saysMore(merging, line, at)) return {}
  const { merged } = mergeTable(merging, at)
  const stays = [merged.fromOurs, merged.ofTheirs].every((places) => places.length === merged.columns.length && places.every((place, index) => place === index))
  if (stays && !isEdited(merging, change, at)) return { line }
  const entry = change.op === 'add' ? null : change.entry
  merging.clashes.push({ section: at, entry, field: null, what: 'A row has more cells than its table has columns, and cannot be written where both sides changed it.', theirs: line })
  return {}
}

function isEdited({ ours, base }: Merging, change: AddChange | EditChange | MoveChange, at: string): boolean {
  const section = base.get(at)
  return change.op !== 'add' && section !== undefined && (ours.fates.get(rowName(section.kind, change.entry))?.edits.length ?? 0) > 0
}

function lineNow({ after }: Merging, at: string, key: string): string | undefined {
  const row = rowOf(after, at, key)
  return row && rowLine((after.get(at) as Section).frame, row)
}

/** Whether a line that they wrote has cells that none of their columns holds. */
export function saysMore(merging: Merging, line: string, at: string): boolean {
  const { frame } = merging.after.get(at) as Section
  return splitLine(line, frame.lead.rest).slice(mergeTable(merging, at).theirs.length).some((cell) => cell !== '')
}
