import { fail, ok, type Result } from '@/lib/errors'
import { parse, type Part, type Readme, type Section } from '../parse'
import { render } from '../render'
import { joinLines, splitLines } from '../lines'
import { findTables } from '../tables'
import { Keys } from './keys'

/**
 * Reads a list whose text was changed around its tables, once more: new tables are found, sections get the headings that now
 * stand above them, and those that were there keep their keys and rows. No key is given twice: `keys` knows those that went.
 * Fails as `conflict` where the new text would make something else of a table.
 */
export function reread(parts: readonly Part[], keys: Keys): Result<Readme> {
  const closed = closeEnds(parts)
  const expected = sectionLines(closed)
  const text = render(closed)
  const around = readAround(text, expected)
  if (around) return ok({ parts: around, problems: [] })
  const found = parse(text)
  const lines = sectionLines(found.parts)
  const kept = new Map<Section, Section>()
  for (const [line, section] of expected) {
    const again = lines.get(line)
    if (!again || again.rows.length !== section.rows.length) {
      return fail('conflict', `The text around it would make something else of the table of "${section.heading || section.key}".`)
    }
    kept.set(again, { ...section, heading: again.heading })
  }
  return ok({
    ...found,
    parts: found.parts.map((part) => ('prose' in part ? part : { section: kept.get(part.section) ?? withFreshKeys(part.section, keys) })),
  })
}

/**
 * The parts of a text in which no table stands but those expected, and of these no row was read: then it is enough to see where they stand.
 * Null where there is more to read.
 */
function readAround(text: string, expected: ReadonlyMap<number, Section>): Part[] | null {
  if ([...expected.values()].some(({ rows }) => rows.length > 0)) return null
  const tables = findTables(text)
  if (tables.length !== expected.size || tables.some(({ start, end }) => !expected.has(start) || end - start !== 2)) return null
  const lines = splitLines(text)
  const prose = (from: number, to?: number): Part[] => (from < (to ?? lines.length) ? [{ prose: joinLines(lines.slice(from, to)) }] : [])
  const parts = tables.flatMap(({ start, heading }, index): Part[] => {
    const section = expected.get(start) as Section
    return [...prose(tables[index - 1]?.end ?? 0, start), { section: { ...section, heading } }]
  })
  return [...parts, ...prose(tables.at(-1)?.end ?? 0)]
}

/** Only a table at the document's very end can lack its last line end. */
function closeEnds(parts: readonly Part[]): Part[] {
  return parts.map((part, index) =>
    'section' in part && part.section.frame.openEnd && index < parts.length - 1
      ? { section: { ...part.section, frame: { ...part.section.frame, openEnd: false } } }
      : part,
  )
}

/** Sections by the line that they begin at, from 0. */
function sectionLines(parts: readonly Part[]): Map<number, Section> {
  const sections = new Map<number, Section>()
  let line = 0
  for (const part of parts) {
    if ('section' in part) sections.set(line, part.section)
    line += 'section' in part ? part.section.rows.length + 2 : splitLines(part.prose).length
  }
  return sections
}

function withFreshKeys(section: Section, keys: Keys): Section {
  return {
    ...section,
    key: keys.take('section', section.heading || `${section.kind}s`, section.key),
    rows: section.rows.map((row) => ({ ...row, key: keys.take(section.kind, '', row.key) })),
  }
}
