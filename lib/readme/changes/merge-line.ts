import { rowLine } from '../frame'
import type { Section } from '../parse'
import { splitLine } from '../row'
import { rowName } from '../row-name'
import type { AddChange, EditChange, MoveChange } from '../change'
import { isSame } from './content'
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
  const entry = change.op === 'add' ? null : change.entry
  if (stays && !isEdited(merging, change, at)) {
    const theirs = beyond(merging, line, at)
    const [was, now] = [merging.base, merging.after].map((sections) => cellsBeyond(sections, at, entry))
    if (isSame(was, now) || isSame(theirs, now)) return { line }
    // What our side wrote there stays, with what they made of the rest.
    if (isSame(was, theirs)) return {}
  }
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
  return beyond(merging, line, at).some((cell) => cell !== '')
}

/** The cells of a line that they wrote which none of their columns holds. */
function beyond(merging: Merging, line: string, at: string): string[] {
  const { frame } = merging.after.get(at) as Section
  return splitLine(line, frame.lead.rest).slice(mergeTable(merging, at).theirs.length)
}

/** The same of a row of a list; of one that is not there none. */
function cellsBeyond(sections: ReadonlyMap<string, Section>, at: string, key: string | null): string[] {
  const row = key === null ? undefined : rowOf(sections, at, key)
  return row ? row.cells.slice((sections.get(at) as Section).frame.columns.length) : []
}
