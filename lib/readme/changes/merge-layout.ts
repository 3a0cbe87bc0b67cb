import type { LayoutChange } from '../change'
import type { Frame } from '../frame'
import { isSame } from './content'
import type { Merging } from './merging'
import { rowName } from './side'

/** What follows from the rows and the manner, so that nobody is asked about it. */
const derived = new Set<keyof Frame>(['widths', 'verbatim', 'newest', 'openEnd'])

/** Their change of a table's layout, over our side's changes of the table. */
export function mergeLayout(merging: Merging, change: LayoutChange): LayoutChange | undefined {
  const section = merging.after.get(change.section)
  if (!section) {
    merging.clashes.push({ section: change.section, entry: null, field: null, what: `The section "${change.section}" was removed meanwhile.` })
    return undefined
  }
  if (!merging.ours.touched.has(change.section)) return change
  const ours = merging.ours.layouts.get(change.section)
  const names = (Object.keys(change.after) as (keyof Frame)[]).filter((name) => keeps(merging, change, ours, name))
  const lines = Object.entries(change.lines ?? {}).filter(([key, line]) => ours?.lines?.[key] !== line && isUntouched(merging, change.section, key))
  const columns = names.includes('columns') ? change.columns : undefined
  if (names.length === 0 && lines.length === 0) return undefined
  const part = (frame: Partial<Frame>) => Object.fromEntries(names.filter((name) => name in frame).map((name) => [name, frame[name]]))
  return {
    ...{ op: 'layout', section: change.section, before: part(change.before), after: part(change.after) },
    ...(columns && { columns }),
    ...(lines.length > 0 && { lines: Object.fromEntries(lines) }),
  }
}

function keeps({ clashes }: Merging, change: LayoutChange, ours: LayoutChange | undefined, name: keyof Frame): boolean {
  if (derived.has(name)) return false
  if (!ours || !(name in ours.after)) return true
  if (!isSame(ours.after[name], change.after[name])) {
    clashes.push({
      ...{ section: change.section, entry: null, field: name, what: `Both sides changed how the table "${change.section}" is written.` },
      ...{ base: change.before[name], ours: ours.after[name], theirs: change.after[name] },
    })
  }
  return false
}

function isUntouched({ base, ours, where }: Merging, key: string, row: string): boolean {
  const section = base.get(key)
  return section !== undefined && !ours.fates.has(rowName(section, row)) && where.get(rowName(section, row)) === key
}
