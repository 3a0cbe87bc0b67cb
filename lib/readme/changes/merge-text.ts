import type { Item, TextChange } from '../change'
import { splitLines, withoutEnd } from '../lines'
import type { Readme } from '../parse'
import { readDate, writeDate } from '../date-line'
import { isSame } from './content'
import { splitRow } from '../row'
import type { Merging } from './merging'

/** Their changes of the text, to be applied after our side's, and those that clash with it. */
export function mergeTexts(merging: Merging, after: Readme): { kept: TextChange[]; refused: TextChange[] } {
  const { texts } = merging.ours
  const theirs = merging.theirs.texts
  const items = itemAt(merging, after)
  const fresh = theirs.filter((change) => !texts.some((ours) => isSame(ours, change) || isEarlierDate(ours, change)))
  const clashing = new Set(fresh.filter((change) => isClash(merging, change, items)))
  spreadClashes(fresh, clashing)
  for (const change of clashing) {
    const ours = texts.filter((our) => overlaps(our, change)).flatMap((our) => our.after)
    const what = 'Both sides changed the same passage of the text, or one changed a section that the other took away.'
    merging.clashes.push({ section: '', entry: null, field: null, what, base: change.before, ours, theirs: change.after })
  }
  const kept = fresh.filter((change) => !clashing.has(change)).map((change) => {
    const earlier = texts.find((ours) => isEarlierDate(change, ours))
    return { ...change, at: items(change.at + shift(texts, change)) as number, ...(earlier && { before: earlier.after }) }
  })
  return { kept, refused: [...clashing] }
}

/** The rows that a change's new lines may be, as the JSON of their cells. */
export function rowsIn({ after }: TextChange): string[] {
  return after.flatMap((item) => (typeof item === 'string' && item.includes('|') ? [JSON.stringify(splitRow(withoutEnd(item)))] : []))
}

/** Whether two changes tell another date of one date line, and the second an earlier or the same: the later one stands. */
function isEarlierDate(later: TextChange, earlier: TextChange): boolean {
  const [first, second] = [dateOf(later), dateOf(earlier)]
  return later.at === earlier.at && first !== undefined && second !== undefined && first >= second
}

/** The date that a change gives to a date line, where it changes nothing else. */
function dateOf({ before: [was, ...more], after: [is, ...others] }: TextChange): string | undefined {
  if (typeof was !== 'string' || typeof is !== 'string' || more.length > 0 || others.length > 0) return undefined
  const date = readDate(was)
  return date !== undefined && writeDate(is, date) === was ? readDate(is) : undefined
}

function isClash({ ours, unsettled }: Merging, change: TextChange, items: (line: number) => number | undefined): boolean {
  const at = change.at + shift(ours.texts, change)
  const carried = carriedBy(change)
  return (
    ours.texts.some((our) => (overlaps(our, change) && !isEarlierDate(change, our)) || carriedBy(our).some((key) => carried.includes(key))) ||
    rowsIn(change).some((row) => unsettled.has(row)) ||
    items(at) === undefined ||
    items(at + change.before.length) === undefined ||
    sectionsIn(change.before).some((key) => carried.includes(key) && ours.touched.has(key))
  )
}

/** What carries a section away belongs together with what puts it elsewhere: both are done, or none. */
function spreadClashes(changes: readonly TextChange[], clashing: Set<TextChange>): void {
  for (let size = -1; size !== clashing.size; ) {
    size = clashing.size
    const carried = new Set([...clashing].flatMap(carriedBy))
    for (const change of changes) if (carriedBy(change).some((key) => carried.has(key))) clashing.add(change)
  }
}

/** Sections that a change takes away from a place, or puts there. */
function carriedBy({ before, after }: TextChange): string[] {
  const [from, to] = [sectionsIn(before), sectionsIn(after)]
  return [...from.filter((key) => !to.includes(key)), ...to.filter((key) => !from.includes(key))]
}

function sectionsIn(items: readonly Item[]): string[] {
  return items.flatMap((item) => (typeof item === 'string' ? [] : [item.section]))
}

/** Two changes overlap where they replace a common line, or put lines in at one place; one may begin where another ends. */
function overlaps(ours: TextChange, theirs: TextChange): boolean {
  const [ourEnd, theirEnd] = [ours.at + ours.before.length, theirs.at + theirs.before.length]
  if (runsInto(ours, theirs) || runsInto(theirs, ours)) return true
  if (ours.at === theirs.at && (ourEnd === ours.at) === (theirEnd === theirs.at)) return true
  return ours.at < theirEnd && theirs.at < ourEnd && ourEnd > ours.at && theirEnd > theirs.at
    ? true
    : isInside(ours.at, ourEnd, theirs) || isInside(theirs.at, theirEnd, ours)
}

/** Whether a change leaves a line without its end just where another puts lines in. */
function runsInto({ at, before, after }: TextChange, next: TextChange): boolean {
  const last = after.at(-1)
  return at + before.length === next.at && next.after.length > 0 && typeof last === 'string' && !/[\r\n]$/.test(last)
}

/** Whether a change that only puts lines in stands within what another replaces. */
function isInside(start: number, end: number, insertion: TextChange): boolean {
  return insertion.before.length === 0 && start < insertion.at && insertion.at < end
}

/** By how many lines our side moved what stands at their change. */
function shift(ours: readonly TextChange[], theirs: TextChange): number {
  return ours
    .filter(({ at, before }) => at + before.length <= theirs.at && !(at === theirs.at && before.length === 0 && theirs.before.length === 0))
    .reduce((sum, { before, after }) => sum + after.length - before.length, 0)
}

/** Where a line of the text stands as an item, once new tables among our side's lines became sections; undefined inside of one. */
function itemAt({ base }: Merging, after: Readme): (line: number) => number | undefined {
  const starts = new Map<number, number>()
  let line = 0
  let item = 0
  for (const part of after.parts) {
    if ('section' in part) {
      starts.set(line, item++)
      line += base.has(part.section.key) ? 1 : part.section.rows.length + 2
    } else {
      for (const _ of splitLines(part.prose)) starts.set(line++, item++)
    }
  }
  starts.set(line, item)
  return (at) => starts.get(at)
}
