import type { Change, TextChange } from './change'
import { mergeLayout } from './changes/merge-layout'
import { mergeRow } from './changes/merge-rows'
import { mergeTexts } from './changes/merge-text'
import { beginMerge, type Clash } from './changes/merging'
import { readSide, sectionsByKey } from './changes/side'
import type { Readme } from './parse'
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
 * clash is what no list can have both of, and nothing else. Ours must fit `base`.
 */
export function merge(base: Readme, ours: readonly Change[], theirs: readonly Change[]): Merge {
  if (ours.length === 0) return { changes: [...theirs], clashes: [] }
  const after = patch(base, ours)
  if (!after.ok) throw new Error(`our side does not fit what it was made against: ${after.message}`)
  const merging = beginMerge(base, after.value, readSide(ours, sectionsByKey(base.parts)))
  const texts = mergeTexts(merging, after.value, theirs.filter((change) => change.op === 'text'))
  const changes: Change[] = theirs.flatMap((change): Change[] => {
    if (change.op === 'text') return []
    const merged = change.op === 'layout' ? mergeLayout(merging, change) : mergeRow(merging, change)
    return merged ? [merged] : []
  })
  const failed = texts.length === 0 ? undefined : textFailure(after.value, [...changes, ...texts])
  if (failed === undefined) return { changes: [...changes, ...texts], clashes: merging.clashes }
  return { changes, clashes: [...merging.clashes, ...texts.map((change) => clashOf(failed, change))] }
}

/** Why the text of both sides cannot stand together: one may open a code block that swallows the other's table. */
function textFailure(after: Readme, changes: readonly Change[]): string | undefined {
  const patched = patch(after, changes)
  return patched.ok ? undefined : patched.message
}

function clashOf(what: string, { before, after }: TextChange): Clash {
  return { section: '', entry: null, field: null, what, base: before, theirs: after }
}
