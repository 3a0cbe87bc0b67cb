import { carryOver } from './carry-over'
import { sameValues, type Copy, type Draft } from './draft'
import type { Values } from './values'

/** What the portal keeps of a form: the number of its latest saving, and the draft. */
export interface Saved {
  revision: number
  draft: Draft
}

/** What a form begins with where it was typed into before. */
export interface Back {
  values: Values
  /** The version of the proposal that it was typed over. */
  version: number | null
  /** Fields that were typed into, and changed otherwise too. */
  both: string[]
  /** Fields that nobody typed into, and that say something else by now. */
  moved: string[]
  /** Whether the browser has something that the portal does not. */
  unsaved: boolean
}

/**
 * Brings back what was typed into a form: what the portal keeps, and over it what only this browser has, over what the form says now.
 * Null where nothing was typed.
 */
export function comeBack(start: Values, saved: Saved | null, copy: Copy | null): Back | null {
  if (!saved && !copy) return null
  const draft = copy ?? (saved as Saved).draft
  const merged = saved && copy && copy.over !== saved.revision ? carryOver(copy.values, copy.was ?? copy.start ?? start, saved.draft.values) : null
  const then = (merged && saved ? saved.draft : draft).start ?? start
  const { values, both, moved } = carryOver(merged?.values ?? draft.values, then, start)
  if (sameValues(values, start)) return null
  return { values, version: draft.version, both: [...new Set([...(merged?.both ?? []), ...both])], moved, unsaved: copy !== null }
}
