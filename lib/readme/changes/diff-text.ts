import { diffArrays } from 'diff'
import type { Item, TextChange } from '../change'
import { isSameItem } from './items'

// The time that a difference takes grows with the square of what differs; beyond this it is told as one passage.
const mostEdits = 1_000

/** What changes in the text around the tables. `after` names its sections as `before` does; new tables are lines there. */
export function diffText(before: readonly Item[], after: readonly Item[]): TextChange[] {
  const { start, end } = commonEnds(before, after)
  const olds = before.slice(start, before.length - end)
  const news = after.slice(start, after.length - end)
  if (olds.length === 0 && news.length === 0) return []
  const changes: TextChange[] = []
  let at = start
  let open: TextChange | undefined
  const found = diffArrays([...olds], [...news], { comparator: isSameItem, maxEditLength: mostEdits })
  if (!found) return [{ op: 'text', at: start, before: olds, after: news }]
  for (const { value, added, removed } of found) {
    if (!added && !removed) {
      at += value.length
      open = undefined
      continue
    }
    if (!open) changes.push((open = { op: 'text', at, before: [], after: [] }))
    if (removed) at += value.length
    for (const item of value) open[removed ? 'before' : 'after'].push(item)
  }
  return changes
}

/** How many items are the same at the start and at the end. */
function commonEnds(a: readonly Item[], b: readonly Item[]): { start: number; end: number } {
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start < least && isSameItem(a[start], b[start])) start++
  let end = 0
  while (end < least - start && isSameItem(a.at(-1 - end), b.at(-1 - end))) end++
  return { start, end }
}
