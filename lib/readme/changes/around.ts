import { frameLines, type Frame } from '../frame'
import { splitLines } from '../lines'
import { sectionsOf, type Part, type Section } from '../parse'
import { isUnseen } from '../reach'
import { render } from '../render'
import { findTables, noHeadings, unknownHeading, type FoundTable, type Headings } from '../tables'
import { isSame } from './content'
import { commonEnds } from './items'

/**
 * The parts of a changed text in which no table stands but those that it was put together of, and of these no row was read: then it is enough to see
 * where they stand, and between the tables around what changed since `before`, where those are what they were. Null where there is more to read.
 */
export function readAround(before: readonly Part[], parts: readonly Part[]): Part[] | null {
  if (sectionsOf(parts).some(({ rows }) => rows.length > 0)) return null
  return readBetween(before, parts) ?? withHeadings(parts, tablesIn(parts, noHeadings))
}

/**
 * The same by nothing but the text from the table above what changed to the second one beneath. Outside of quotes and lists a table is a block of its
 * own: how markdown goes on behind it, and how it begins there, follows from nothing above but the headings. The second one is there to tell
 * that these are what they were, as the first one beneath has another where its heading was changed.
 */
function readBetween(before: readonly Part[], parts: readonly Part[]): Part[] | null {
  const { start, end } = commonEnds(before, parts, isSamePart)
  const above = parts.findLastIndex((part, index) => index < start && 'section' in part)
  const [, second] = parts.flatMap((part, index) => (index >= parts.length - end && 'section' in part ? [index] : []))
  const [from, to] = [Math.max(0, above), second === undefined ? parts.length : second + 1]
  const [was, is] = [before.slice(from, before.length - (parts.length - to)), parts.slice(from, to)]
  const [old, sections] = [sectionsOf(was), sectionsOf(is)]
  if (!sections.every(({ frame }) => isOutermost(frame))) return null
  const headings = above === -1 ? noHeadings : { outer: (sections[0] as Section).heading, any: unknownHeading }
  const [then, now] = [tablesIn(was, headings), tablesIn(is, headings)]
  // Where it is not what it is told to be, nothing follows from what it was.
  if (!then || !now || old.some(({ heading }, index) => heading !== then[index]?.heading)) return null
  if (second !== undefined && !isSame(then.at(-1)?.under, now.at(-1)?.under)) return null
  return [...parts.slice(0, from), ...(withHeadings(is, now) as Part[]), ...parts.slice(to)]
}

function isSamePart(a: Part, b: Part): boolean {
  return 'prose' in a ? 'prose' in b && a.prose === b.prose : 'section' in b && a.section === b.section
}

/** Whether a table stands in no quote and no list: there every line of it but the first begins with a mark or a blank. */
function isOutermost(frame: Frame): boolean {
  return /^[|:-]/.test(frameLines(frame)[1])
}

/** The tables of a text, where they are those that it was put together of, and somebody looked at each. */
function tablesIn(parts: readonly Part[], above: Headings): FoundTable[] | null {
  if (sectionsOf(parts).some(isUnseen)) return null
  const expected = sectionLines(parts)
  const tables = findTables(render(parts), above)
  return tables.length === expected.size && tables.every(({ start, end }) => expected.has(start) && end - start === 2) ? tables : null
}

/** Parts whose sections have the headings that their tables stand under. */
function withHeadings(parts: readonly Part[], tables: readonly FoundTable[] | null): Part[] | null {
  let next = 0
  return tables && parts.map((part) => ('prose' in part ? part : { section: { ...part.section, heading: (tables[next++] as FoundTable).heading } }))
}

/** Sections by the line that they begin at, from 0. */
export function sectionLines(parts: readonly Part[]): Map<number, Section> {
  const sections = new Map<number, Section>()
  let line = 0
  for (const part of parts) {
    if ('section' in part) sections.set(line, part.section)
    line += 'section' in part ? part.section.rows.length + 2 : splitLines(part.prose).length
  }
  return sections
}
