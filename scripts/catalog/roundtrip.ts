import { fail, ok } from '@/lib/errors'
import { sectionsOf } from '@/lib/readme/parse'
import { render } from '@/lib/readme/render'
import type { Command } from './command'
import { readList, type ListFile } from './read-list'

/** What came of one file. */
type Outcome = { file: string; sections: number; entries: number; raw: number } & ({ same: true } | { same: false; offset: number; line: number })

export const roundtripCommand: Command = {
  summary: 'take lists apart and write them again: are the bytes the same?',
  usage: `catalog roundtrip FILE… [--json]

  FILE     a README; - reads standard input
  --json   the outcome of each file, as JSON

Tells of each file whether it comes back to the byte, or where it differs first; and its sections, entries, and cells that
fit no field. Ends with 1 if any differs or can't be read.`,
  options: { json: { type: 'boolean' } },
  positionals: { least: 1, most: Infinity },
  database: false,
  async run({ print, warn }, { json }, files) {
    const outcomes: Outcome[] = []
    for (const file of files) {
      const list = await readList(file)
      if (!list.ok) warn(`${list.message}\n`)
      else outcomes.push(outcomeOf(list.value))
    }
    print(json ? `${JSON.stringify(outcomes, null, 2)}\n` : outcomes.map(sayOutcome).join(''))
    const good = outcomes.filter(({ same }) => same).length
    return good === files.length ? ok(undefined) : fail('conflict', `${files.length - good} of ${files.length} did not come back the same.`)
  },
}

function outcomeOf({ file, bytes, readme }: ListFile): Outcome {
  const sections = sectionsOf(readme.parts)
  const told = { file, sections: sections.length, entries: sections.reduce((sum, { rows }) => sum + rows.length, 0), raw: readme.problems.length }
  // A copy, as a database would give it back: it does not know its own bytes.
  const again = Buffer.from(render(structuredClone(readme.parts)), 'utf8')
  if (again.equals(bytes)) return { ...told, same: true }
  const differs = bytes.findIndex((byte, index) => byte !== again[index])
  const offset = differs === -1 ? bytes.length : differs
  return { ...told, same: false, offset, line: Buffer.from(bytes.subarray(0, offset)).toString('latin1').split('\n').length }
}

function sayOutcome(outcome: Outcome): string {
  const { file, sections, entries, raw } = outcome
  const bytes = outcome.same ? 'the same bytes' : `differs first at offset ${outcome.offset}, line ${outcome.line}`
  return `${file}: ${bytes}; ${count(sections, 'section')}, ${count(entries, 'entry')}, ${count(raw, 'raw cell')}\n`
}

function count(number: number, what: string): string {
  const many = what.endsWith('y') ? `${what.slice(0, -1)}ies` : `${what}s`
  return `${number} ${number === 1 ? what : many}`
}
