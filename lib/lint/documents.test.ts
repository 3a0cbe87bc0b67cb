import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/readme/parse'
import { lint } from './lint'
import { rules } from './rules'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** The cells of a document's only table. */
function rowsOf(path: string): string[][] {
  const sections = parse(read(path)).parts.flatMap((part) => ('section' in part ? [part.section] : []))
  expect(sections).toHaveLength(1)
  return sections.flatMap((section) => section.rows.map(({ cells }) => cells))
}

describe('docs/seed-findings.md', () => {
  const seed = read('prisma/seed.README.md')
  const rows = rowsOf('docs/seed-findings.md')

  it('lists what the linter says of the seed', () =>
    expect(rows.map((cells) => cells.slice(0, 5))).toEqual(
      lint(parse(seed), seed).map(({ rule, severity, message, place, fix }) => [
        ...[`${place.line}:${place.column}`, severity, message, `\`${rule}\``, fix.length > 0 ? 'yes' : 'no'],
      ]),
    ))
  it('judges each', () => expect(rows.filter(([, , , , , judgement]) => (judgement ?? '').length < 10)).toEqual([]))
})

describe('docs/lint.md', () => {
  it('lists every rule with its severity and reason', () =>
    expect(rowsOf('docs/lint.md')).toEqual(rules.map(({ name, severity, reason }) => [`\`${name}\``, severity, reason])))
})
