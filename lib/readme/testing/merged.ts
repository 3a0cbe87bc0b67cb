import type { Change } from '../change'
import { diff } from '../diff'
import { merge, type Merge } from '../merge'
import { parse } from '../parse'
import { patch } from '../patch'
import { render } from '../render'

/** A merge, and the text with our side and what it leaves of theirs. */
export type Merged = Merge & { text: string }

/** What becomes of two lists of changes of one text. */
export function mergedChanges(text: string, ours: readonly Change[], theirs: readonly Change[]): Merged {
  const base = parse(text)
  const found = merge(base, ours, theirs)
  const left = patch(base, ours)
  const both = left.ok ? patch(left.value, found.changes) : left
  if (!both.ok) throw new Error(both.message)
  return { ...found, text: render(both.value.parts) }
}

/** What becomes of two edits of one text. */
export function mergedTexts(text: string, ours: string, theirs: string): Merged {
  const base = parse(text)
  return mergedChanges(text, diff(base, parse(ours)), diff(base, parse(theirs)))
}
