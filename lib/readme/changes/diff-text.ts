import { diffArrays } from 'diff'
import type { Item, TextChange } from '../change'
import { isSameItem } from './items'

/** What changes in the text around the tables. `after` names its sections as `before` does; new tables are lines there. */
export function diffText(before: readonly Item[], after: readonly Item[]): TextChange[] {
  const { start, end } = commonEnds(before, after)
  const olds = before.slice(start, before.length - end)
  const news = after.slice(start, after.length - end)
  if (olds.length === 0 && news.length === 0) return []
  const changes: TextChange[] = []
  let at = start
  let open: TextChange | undefined
  for (const { value, added, removed } of diffArrays([...olds], [...news], { comparator: isSameItem })) {
    if (!added && !removed) {
      at += value.length
      open = undefined
      continue
    }
    if (!open) changes.push((open = { op: 'text', at, before: [], after: [] }))
    if (removed) at += value.length
    open[removed ? 'before' : 'after'].push(...value)
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
