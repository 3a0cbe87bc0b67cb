import type { Change, Item } from './change'
import { isSame } from './changes/content'
import type { Frame } from './frame'
import { splitLines } from './lines'
import { sectionsOf, type KeyedRow, type Part, type Readme, type Section } from './parse'

/** How much of a catalog is read: the sections, by their slugs, that are read with all their rows. */
export interface Reach {
  sections: ReadonlySet<string>
  /** Whether tables that are not read have their own frames: reading the text around them anew asks what they look like. */
  frames: boolean
  /** Of some of the sections the entries, by their slugs, whose rows alone are read, with what stands beside them; as the list is now. */
  rows?: ReadonlyMap<string, readonly string[]>
  /** Whether nobody asks how many rows stand between those, nor how many tables have that are not read: where no difference is told. */
  uncounted?: boolean
  /** How many rows the sections have, by their ids, where that was counted already. */
  sizes?: ReadonlyMap<string, number>
  /** Of some of the sections rows that were read already, and stand for all of theirs. */
  known?: ReadonlyMap<string, KeyedRow[]>
}

/** Stands for the frame of a table that is not read where nobody asks what it looks like. */
export const unreadFrame: Frame = {
  ...{ columns: ['unread'], header: ['Unread'], align: ['none'], widths: [], marks: [3], lead: { first: '', rest: '' }, eol: '\n' },
  ...{ verbatim: { header: null, delimiter: null }, openEnd: false, newest: 'first' },
  layout: {
    ...{ style: 'compact', cap: null, least: 3, measure: 'units', side: 'end', odd: 'after', open: true, close: true, gap: ' ', gapEnd: null },
    ...{ empty: null, gaps: null, short: false, tail: '', delimiterGap: null, delimiterFill: true, exact: true },
  },
}

/** Stands for the frame of a table from which nothing may be told: not even, as from the other, what becomes of it where the text around it is read anew. */
export const unseenFrame: Frame = { ...unreadFrame }

/** Whether nothing may be told from how a section's table is written. */
export function isUnseen({ frame }: Section): boolean {
  return frame === unseenFrame
}

/**
 * The sections, by their keys, whose tables tell what other text at some places makes of the list, so that no other table has to be looked at: the
 * one above and the two beneath, and all between the places. Places are those of items (lib/readme/change), none of them a section's.
 */
export function sectionsNear({ parts }: Readme, places: readonly number[]): string[] {
  const passages = places.map((at) => passageAt(parts, at))
  return sectionsAround(parts, Math.min(...passages), Math.max(...passages))
}

/** The same of all the text from one passage to another, by the numbers of tables above them. */
export function sectionsAround(parts: readonly Part[], first: number, last = first): string[] {
  return sectionsOf(parts).slice(Math.max(0, first - 1), last + 2).map(({ key }) => key)
}

/** How many tables stand above an item of the text. */
function passageAt(parts: readonly Part[], at: number): number {
  let [items, tables] = [0, 0]
  for (const part of parts) {
    items += 'section' in part ? 1 : splitLines(part.prose).length
    if (items > at) return tables
    if ('section' in part) tables++
  }
  return tables
}

/** The sections that changes name, by the slugs that they had when they were made. */
export function sectionsNamed(changes: readonly Change[]): Set<string> {
  return new Set(changes.flatMap(namedBy))
}

function namedBy(change: Change): string[] {
  if (change.op === 'text') return [...change.before, ...change.after].flatMap(sectionIn)
  return change.op === 'move' && change.to !== undefined ? [change.section, change.to] : [change.section]
}

function sectionIn(item: Item): string[] {
  return typeof item === 'string' ? [] : [item.section]
}

/** Sections with all that rows came from, or went to, by groups of sections that one row stood in after another. */
export function withLinked(sections: Iterable<string>, linked: readonly (readonly string[])[]): Set<string> {
  const reached = new Set(sections)
  for (let size = -1; size !== reached.size; ) {
    size = reached.size
    for (const group of linked) if (group.some((slug) => reached.has(slug))) group.forEach((slug) => reached.add(slug))
  }
  return reached
}

/** Whether tables are written alike but for what follows from the widths of their columns. */
export function isSameButWidths(was: Frame | undefined, is: Frame | undefined): boolean {
  const bare = (frame: Frame | undefined) => ({ ...frame, widths: [], marks: [] })
  return isSame(bare(was), bare(is))
}

/** Whether some of a README was not read. */
export function isPart({ parts }: Readme): boolean {
  return sectionsOf(parts).some(({ unread, rows }) => unread !== undefined || rows.some((row) => row.unread !== undefined))
}

/**
 * Whether what became of a README that was read in part would be the same had all been read: not where its text makes new tables, whose
 * manner is told from all others.
 */
export function isToldByPart(before: Readme, after: Readme): boolean {
  const known = new Set(sectionsOf(before.parts).map(({ key }) => key))
  return !isPart(before) || sectionsOf(after.parts).every(({ key }) => known.has(key))
}
