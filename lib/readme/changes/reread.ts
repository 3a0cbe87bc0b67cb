import { fail, ok, type Result } from '@/lib/errors'
import { parse, sectionsOf, type Part, type Readme, type Section } from '../parse'
import { render } from '../render'
import { isUnseen } from '../reach'
import { readAround, sectionLines } from './around'
import { Keys } from './keys'

/**
 * Reads a list whose text was changed around its tables, once more: new tables are found, sections get the headings that now
 * stand above them, and those that were there keep their keys and rows. No key is given twice: `keys` knows those that went. `before` is
 * what the list was. Fails as `conflict` where the new text would make something else of a table, or of one that nobody looked at, perhaps.
 */
export function reread(before: readonly Part[], parts: readonly Part[], keys: Keys): Result<Readme> {
  const closed = closeEnds(parts)
  const around = readAround(before, closed)
  if (around) return ok({ parts: around, problems: [] })
  if (sectionsOf(closed).some(isUnseen)) return fail('conflict', 'What this makes of the tables further away is not known.')
  const expected = sectionLines(closed)
  const found = parse(render(closed))
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

/** Only a table at the document's very end can lack its last line end. */
function closeEnds(parts: readonly Part[]): Part[] {
  return parts.map((part, index) =>
    'section' in part && part.section.frame.openEnd && index < parts.length - 1
      ? { section: { ...part.section, frame: { ...part.section.frame, openEnd: false } } }
      : part,
  )
}

function withFreshKeys(section: Section, keys: Keys): Section {
  return {
    ...section,
    key: keys.take('section', section.heading || `${section.kind}s`, section.key),
    rows: section.rows.map((row) => ({ ...row, key: keys.take(section.kind, '', row.key) })),
  }
}
