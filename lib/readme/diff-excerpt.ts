import type { Change } from './change'
import { sectionsByKey } from './changes/side'
import { diff } from './diff'
import { follows } from './fit'
import { sectionsOf, type Readme, type Section } from './parse'
import { patch } from './patch'

/**
 * As many rows stand on the two sides of each stretch that was not read. Where no more rows moved, none of all these did: the longest run of
 * rows that stay holds one of them, and so all.
 */
const mostMoves = 6

/**
 * The changes that turn one README of the catalog into another, by excerpts of both that left the same rows out: the very ones that all
 * of their rows would give. Null where a row that was not read may have a say: in how wide a column is, in which rows moved.
 */
export function diffExcerpts(a: Readme, b: Readme): Change[] | null {
  const changes = diff(a, b, { byKey: true })
  // The widths that follow from the rows, before any line that a hand wrote stands against it.
  const patched = patch(a, changes.flatMap((change) => (change.op === 'text' || change.op === 'layout' ? [] : [{ ...change, line: undefined } as Change])))
  if (!patched.ok) return null
  const [followed, after] = [sectionsByKey(patched.value.parts), sectionsByKey(b.parts)]
  const isTold = (section: Section) => {
    const own = changes.filter((change) => comesTo(change) === section.key)
    const is = after.get(section.key)
    return is !== undefined && isToldByRows(section, own) && hasWidths(section, followed.get(section.key) as Section, is)
  }
  return sectionsOf(a.parts).every((section) => section.rows.every(({ unread }) => unread === undefined) || isTold(section)) ? changes : null
}

/** The section that a change is about in the end. */
function comesTo(change: Change): string | undefined {
  if (change.op === 'text') return undefined
  return change.op === 'move' ? (change.to ?? change.section) : change.section
}

/** Whether the rows that were read tell all changes that come to a section. */
function isToldByRows({ frame }: Section, own: readonly Change[]): boolean {
  if (own.some(({ op }) => op === 'layout')) return false
  if (own.filter((change) => change.op === 'move' && change.to === undefined).length > mostMoves) return false
  // A line may be told for want of the widths alone.
  return !follows(frame) || own.every((change) => !('line' in change))
}

/** Whether columns that follow their rows are as wide by those that were read: no other is wider than its column was before and after. */
function hasWidths({ frame }: Section, followed: Section, after: Section): boolean {
  const [found, wanted] = [followed.frame.widths, after.frame.widths]
  return !follows(frame) || frame.widths.every((width, index) => (found[index] as number) >= Math.min(width, wanted[index] as number))
}
