import type { LineClash } from '@/lib/proposals/merge-lines'
import { carryOver } from './carry-over'
import { sameValues, type Copy, type Draft } from './draft'
import type { Shape } from './shapes'

/** What the portal keeps of a form: the number of its latest saving, and the draft. */
export interface Saved<V extends object> {
  revision: number
  draft: Draft<V>
}

/** What a form begins with where it was typed into before. */
export interface Back<V extends object> {
  values: V
  /** The version of the proposal that it was typed over. */
  version: number | null
  /** Fields that were typed into, and changed otherwise too. */
  both: string[]
  /** Fields that nobody typed into, and that say something else by now. */
  moved: string[]
  /** Lines that were changed in both ways. */
  clashes: LineClash[]
  /** Whether the browser has something that the portal does not. */
  unsaved: boolean
}

/**
 * Brings back what was typed into a form: what the portal keeps, and over it what only this browser has, over what the form says now.
 * Null where nothing was typed.
 */
export function comeBack<V extends object>(shape: Shape<V>, start: V, saved: Saved<V> | null, copy: Copy<V> | null): Back<V> | null {
  if (!saved && !copy) return null
  const draft = copy ?? (saved as Saved<V>).draft
  const merged = saved && copy && copy.over !== saved.revision ? carryOver(shape, copy.values, copy.was ?? copy.start ?? start, saved.draft.values) : null
  const then = (merged && saved ? saved.draft : draft).start ?? start
  const { values, both, moved, clashes } = carryOver(shape, merged?.values ?? draft.values, then, start)
  if (sameValues(shape, values, start)) return null
  return { values, version: draft.version, both: [...new Set([...(merged?.both ?? []), ...both])], moved, clashes: [...(merged?.clashes ?? []), ...clashes], unsaved: copy !== null }
}
