import type { LayoutChange } from '../change'
import type { Frame } from '../frame'
import { splitLine } from '../row'
import { rowName } from '../row-name'
import type { Section } from '../parse'
import { isSame } from './content'
import { mergeTable } from './merge-table'
import { mergeValue, type Value } from './merge-values'
import { rowOf, type Merging } from './merging'

type Part = Partial<Frame>

/** What both sides may set for themselves; the columns are merged one by one, the widths follow in the end. */
const single = ['layout', 'lead', 'eol', 'openEnd', 'newest'] as const

/** Their change of a table's layout, over our side's changes of the table; undefined where nothing of it is left to do. */
export function mergeLayout(merging: Merging, change: LayoutChange): LayoutChange | undefined {
  const section = merging.after.get(change.section)
  if (!section) {
    merging.clashes.push({ section: change.section, entry: null, field: null, what: `The section "${change.section}" was removed meanwhile.` })
    return undefined
  }
  if (!merging.ours.touched.has(change.section)) return change
  const columns = columnPart(merging, section)
  const after: Part = { ...singlePart(merging, change), ...columns?.after }
  const lines = keptLines(merging, change, columns !== undefined)
  const verbatim = verbatimPart(merging, change, Object.keys(after).length > 0)
  Object.assign(after, verbatim)
  if (Object.keys(after).length === 0 && lines.length === 0) return undefined
  const before = Object.fromEntries(Object.keys(after).map((name) => [name, section.frame[name as keyof Frame]])) as Part
  return {
    ...{ op: 'layout', section: change.section, before, after },
    ...(columns?.order && { columns: columns.order }),
    ...(lines.length > 0 && { lines: Object.fromEntries(lines) }),
  }
}

/** What becomes of the columns, where that is not what our side has already. */
function columnPart(merging: Merging, { key, frame }: Section): { after: Part; order: (number | null)[] | undefined } | undefined {
  const { merged } = mergeTable(merging, key)
  for (const what of merged.clashes) merging.clashes.push({ section: key, entry: null, field: null, what: `Both sides changed ${what}.` })
  const stays = merged.fromOurs.length === frame.columns.length && merged.fromOurs.every((from, index) => from === index)
  const after: Part = {}
  for (const name of ['columns', 'header', 'align', 'marks'] as const) if (!isSame(merged[name], frame[name])) Object.assign(after, { [name]: merged[name] })
  if (stays && Object.keys(after).length === 0) return undefined
  return { after, order: stays && after.columns === undefined ? undefined : merged.fromOurs }
}

function singlePart({ ours, clashes }: Merging, change: LayoutChange): Part {
  const our = ours.layouts.get(change.section)?.after ?? {}
  const part: Part = {}
  for (const name of single) {
    const theirs = change.after[name] as Value
    if (theirs === undefined) continue
    const base = change.before[name] as Value
    const value = mergeValue(base, name in our ? our[name] : base, theirs)
    if (value !== 'clash') {
      if (!isSame(value.value, our[name])) Object.assign(part, { [name]: value.value })
    } else clashes.push({ section: change.section, entry: null, field: name, what: 'Both sides changed how the table is written.', base, ours: our[name], theirs })
  }
  return part
}

/** Lines of the header and the delimiter that are a hand's own stay where our side left the table's manner alone. */
function verbatimPart({ ours }: Merging, { section, after }: LayoutChange, changes: boolean): Part {
  if (!ours.layouts.has(section)) return after.verbatim ? { verbatim: after.verbatim } : {}
  return changes ? { verbatim: { header: null, delimiter: null } } : {}
}

/** A hand's own lines, of rows that our side left alone, in a table whose manner and columns it left alone. */
function keptLines(merging: Merging, change: LayoutChange, moved: boolean): [string, string | null][] {
  const { ours, base, clashes } = merging
  const section = base.get(change.section) as Section
  const known = ours.layouts.get(change.section)
  return Object.entries(change.lines ?? {}).filter(([key, line]) => {
    if (known?.lines?.[key] === line) return false
    const stays = rowOf(merging.after, change.section, key) !== undefined
    const untouched = !ours.fates.has(rowName(section.kind, key)) && !known
    if (stays && untouched && (!moved || change.columns)) return true
    const was = rowOf(base, change.section, key)
    // Only its spacing is lost with it, unless it says more than its columns hold.
    if (line !== null && was && !isSame(splitLine(line, section.frame.lead.rest), was.cells)) {
      clashes.push({ section: change.section, entry: key, field: null, what: `Both sides wrote the row "${key}" in their own way.`, theirs: line })
    }
    return false
  })
}
