import type { Change, LayoutChange, RemoveChange, TextChange } from './change'
import { mergeLayout } from './changes/merge-layout'
import { mergeRow } from './changes/merge-rows'
import { mergeTexts, rowsIn } from './changes/merge-text'
import { withMergedWidths } from './changes/merge-widths'
import { beginMerge, rowOf, type Clash, type Merging } from './changes/merging'
import { readSide, sectionsByKey } from './changes/side'
import type { Readme, Section } from './parse'
import { patch } from './patch'

export type { Clash } from './changes/merging'

/** Their changes as they apply after ours, and where the two sides clash; what clashes is not among the changes. */
export interface Merge {
  changes: Change[]
  clashes: Clash[]
}

/**
 * Brings together two lists of changes that were made against the same list, field by field: `patch(patch(base, ours),
 * merge(base, ours, theirs).changes)` has both. What both sides did is done once; lists are sets that keep their order. A
 * clash is what no list can have both of, and nothing else. Ours must fit `base`; theirs that do not are refused by `patch`.
 */
export function merge(base: Readme, ours: readonly Change[], theirs: readonly Change[]): Merge {
  if (ours.length === 0) return { changes: [...theirs], clashes: [] }
  const after = patch(base, ours)
  if (!after.ok) throw new Error(`our side does not fit what it was made against: ${after.message}`)
  const sections = sectionsByKey(base.parts)
  const merging = beginMerge(base, after.value, readSide(ours, sections), readSide(theirs, sections))
  const tables = withWidths(merging, after.value, theirs.flatMap((change) => mergeTable(merging, change)))
  const texts = mergeTexts(merging, after.value)
  return settle(merging, after.value, tables, texts)
}

function mergeTable(merging: Merging, change: Change): Change[] {
  if (change.op === 'text') return []
  const merged = change.op === 'layout' ? mergeLayout(merging, change) : mergeRow(merging, change)
  return merged ? [merged] : []
}

/** Tells the widths of tables whose layout both sides had a hand in, as their rows turn out. */
function withWidths(merging: Merging, after: Readme, changes: Change[]): Change[] {
  const asked = new Map([...merging.theirs.layouts].filter(([key]) => merging.ours.touched.has(key)))
  if (asked.size === 0) return changes
  const fit = (sections: ReadonlyMap<string, Section>) =>
    changes.map((change) => {
      const theirs = change.op === 'layout' && 'layout header columns align'.split(' ').some((name) => name in change.after) ? asked.get(change.section) : undefined
      const before = theirs && merging.after.get(theirs.section)
      return theirs && before ? withMergedWidths(change as LayoutChange, before, (sections.get(theirs.section) as Section).rows, theirs) : change
    })
  // The rows are known once the changes are applied, which asks for some widths first.
  const fitted = fit(merging.after)
  const first = patch(after, fitted)
  return first.ok ? fit(sectionsByKey(first.value.parts)) : fitted
}

/** The changes of the tables and of the text together, where the text of both sides can stand together. */
function settle(merging: Merging, after: Readme, tables: Change[], texts: { kept: TextChange[]; refused: TextChange[] }): Merge {
  const together = [...withoutCarried(merging, tables, texts.refused), ...texts.kept]
  const patched = texts.kept.length === 0 ? undefined : patch(after, together)
  if (!patched || patched.ok) return { changes: together, clashes: merging.clashes }
  // One may open a block of code that swallows the other's table.
  const clashes = texts.kept.map(({ before, after: theirs }) => ({ section: '', entry: null, field: null, what: patched.message, base: before, theirs }))
  return { changes: withoutCarried(merging, tables, [...texts.refused, ...texts.kept]), clashes: [...merging.clashes, ...clashes] }
}

/** Rows that they put into text that is refused stay where they are. */
function withoutCarried(merging: Merging, changes: Change[], refused: readonly TextChange[]): Change[] {
  const carried = new Set(refused.flatMap(rowsIn))
  const isCarried = ({ section, entry }: RemoveChange) => carried.has(JSON.stringify(rowOf(merging.after, section, entry)?.cells))
  return carried.size === 0 ? changes : changes.filter((change) => change.op !== 'remove' || !isCarried(change))
}
