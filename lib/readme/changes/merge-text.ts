import type { Item, TextChange } from '../change'
import { splitLines, withoutEnd } from '../lines'
import type { Readme } from '../parse'
import { readDate, writeDate } from '../date-line'
import { isSame } from './content'
import { splitRow } from '../row'
import { splitEnds, turned, turnOf, type TextSide } from './line-ends'
import type { Merging } from './merging'

/** Their changes of the text, to be applied after our side's, and those that clash with it. */
export function mergeTexts(merging: Merging, after: Readme): { kept: TextChange[]; refused: TextChange[] } {
  const [ours, theirs] = [splitEnds(merging.ours.texts), splitEnds(merging.theirs.texts)]
  const items = itemAt(merging, after)
  // Sections that a side puts somewhere: what it takes from a place only moves.
  const [placed, returning] = [sectionsPut(ours), sectionsPut(theirs)]
  const isDone = (our: TextChange, change: TextChange) => isSame(our, change) && carriedBy(change).every((key) => placed.has(key) === returning.has(key))
  const loose = looseEnds(ours, theirs)
  const fresh = [...theirs.texts.filter((change) => !ours.texts.some((our) => isDone(our, change) || isEarlierDate(our, change))), ...loose]
  const removes = (change: TextChange) => sectionsIn(change.before).some((key) => !returning.has(key) && merging.ours.touched.has(key))
  const clashing = new Set([
    ...fresh.filter((change) => isClash(merging, ours.texts, change, items) || removes(change)),
    // Lines whose ends each side turned another way.
    ...loose.filter(({ at }) => ours.ends.has(at)),
  ])
  spreadClashes(fresh, clashing)
  for (const change of clashing) {
    const our = ours.texts.filter((text) => overlaps(text, change)).flatMap((text) => text.after).concat(ours.ends.get(change.at)?.after ?? [])
    const what = 'Both sides changed the same passage of the text, or one changed a section that the other took away.'
    merging.clashes.push({ section: '', entry: null, field: null, what, base: change.before, ours: our, theirs: change.after })
  }
  const kept = fresh.filter((change) => !clashing.has(change)).map((change) => {
    const earlier = ours.texts.find((our) => isEarlierDate(change, our))
    const before = earlier?.after ?? change.before.map((item, index) => ours.ends.get(change.at + index)?.after ?? item)
    return { ...change, at: items(change.at + shift(ours.texts, change)) as number, before, after: turned(change.after, turnOf(theirs, ours, change)) }
  })
  return { kept: joined([...kept, ...turnedLines(ours, theirs, items)]), refused: [...clashing] }
}

/** The rows that a change's new lines may be, as the JSON of their cells. */
export function rowsIn({ after }: TextChange): string[] {
  return after.flatMap((item) => (typeof item === 'string' && item.includes('|') ? [JSON.stringify(splitRow(withoutEnd(item)))] : []))
}

/** Whether two changes tell another date of one date line, and the second an earlier or the same: the later one stands. */
function isEarlierDate(later: TextChange, earlier: TextChange): boolean {
  const [first, second] = [dateGiven(later), dateGiven(earlier)]
  return later.at === earlier.at && first !== undefined && second !== undefined && first >= second
}

/** The date that a change gives to a date line, where it changes nothing else. */
export function dateGiven({ before: [was, ...more], after: [is, ...others] }: TextChange): string | undefined {
  if (typeof was !== 'string' || typeof is !== 'string' || more.length > 0 || others.length > 0) return undefined
  const date = readDate(was)
  return date !== undefined && writeDate(is, date) === was ? readDate(is) : undefined
}

/** Lines of which they only turned the end, where our side did not do the same; not those that ours replaced as a whole. */
function looseEnds(ours: TextSide, theirs: TextSide): TextChange[] {
  const replaced = new Set(ours.texts.filter((our) => turnOf(ours, theirs, our)).flatMap(({ at, before }) => before.map((_, index) => at + index)))
  return [...theirs.ends].flatMap(([at, { before, after }]): TextChange[] =>
    replaced.has(at) || ours.ends.get(at)?.after === after ? [] : [{ op: 'text', at, before: [before], after: [after] }],
  )
}

/** Our side's own lines, with the ends that they gave to the lines that stood there. */
function turnedLines(ours: TextSide, theirs: TextSide, items: (line: number) => number | undefined): TextChange[] {
  let moved = 0
  return ours.texts.flatMap((our): TextChange[] => {
    const at = items(our.at + moved)
    moved += our.after.length - our.before.length
    const after = turned(our.after, turnOf(ours, theirs, our))
    return at === undefined || isSame(after, our.after) ? [] : [{ op: 'text', at, before: our.after, after }]
  })
}

/** Changes that stand directly behind each other as one. */
function joined(changes: readonly TextChange[]): TextChange[] {
  const whole: TextChange[] = []
  for (const change of changes.toSorted((a, b) => a.at - b.at)) {
    const last = whole.at(-1)
    if (!last || last.at + last.before.length !== change.at) whole.push(change)
    else whole[whole.length - 1] = { ...last, before: [...last.before, ...change.before], after: [...last.after, ...change.after] }
  }
  return whole
}

function isClash({ unsettled }: Merging, ours: readonly TextChange[], change: TextChange, items: (line: number) => number | undefined): boolean {
  const at = change.at + shift(ours, change)
  const carried = carriedBy(change)
  return (
    ours.some((our) => (overlaps(our, change) && !isEarlierDate(change, our)) || carriedBy(our).some((key) => carried.includes(key))) ||
    rowsIn(change).some((row) => unsettled.has(row)) ||
    items(at) === undefined ||
    items(at + change.before.length) === undefined
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

function sectionsPut({ texts }: TextSide): Set<string> {
  return new Set(texts.flatMap(({ after }) => sectionsIn(after)))
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
