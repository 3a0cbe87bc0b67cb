import { diffArrays } from 'diff'
import type { Item, TextChange } from '../change'
import { commonEnds, isSameItem } from './items'

// The time that a difference takes grows with the square of what differs; beyond this it is told as one passage.
const mostEdits = 1_000

/** What changes in the text around the tables. `after` names its sections as `before` does; new tables are lines there. */
export function diffText(before: readonly Item[], after: readonly Item[]): TextChange[] {
  const { start, end } = commonEnds(before, after, isSameItem)
  const olds = before.slice(start, before.length - end)
  const news = after.slice(start, after.length - end)
  if (olds.length === 0 && news.length === 0) return []
  const whole: TextChange = { op: 'text', at: start, before: olds, after: news }
  return passagesOf(whole, isSameItem) ?? [whole]
}

/**
 * The passages of a change in which its sides differ, by a comparison of items; `same` hears of each pair that does not, with
 * its place. Undefined where too much differs to be told apart.
 */
export function passagesOf(
  { at: start, before, after }: TextChange,
  isAlike: (a: Item, b: Item) => boolean,
  same?: (before: Item, after: Item, at: number) => void,
): TextChange[] | undefined {
  const found = diffArrays(before, after, { comparator: isAlike, maxEditLength: mostEdits })
  if (!found) return undefined
  const passages: TextChange[] = []
  let open: TextChange | undefined
  let [at, to] = [0, 0]
  for (const { count, value, added, removed } of found) {
    if (added || removed) {
      if (!open) passages.push((open = { op: 'text', at: start + at, before: [], after: [] }))
      for (const item of value) open[removed ? 'before' : 'after'].push(item)
    } else {
      open = undefined
      if (same) for (let index = 0; index < count; index++) same(before[at + index] as Item, after[to + index] as Item, start + at + index)
    }
    if (!added) at += count
    if (!removed) to += count
  }
  return passages
}
