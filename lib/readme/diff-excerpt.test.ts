import { expect, it } from 'vitest'
import type { Change } from './change'
import { diff } from './diff'
import { diffExcerpts } from './diff-excerpt'
import { parse, sectionsOf, type KeyedRow, type Readme } from './parse'
import { patch } from './patch'
import { longList } from './testing/long-list'
import { madeUpStep, randomBelow } from './testing/made-up-change'

function after(readme: Readme, changes: readonly Change[]): Readme | undefined {
  const patched = patch(readme, changes)
  return patched.ok ? patched.value : undefined
}

/** Two READMEs with the rows that changes name, three on each side of where these stood in either, and three at the ends; each stretch of others as one. */
function excerpts(a: Readme, b: Readme, changes: readonly Change[]): [Readme, Readme] {
  const known = new Set(sectionsOf(a.parts).flatMap(({ rows }) => rows.map(({ key }) => key)))
  const named = new Set(changes.flatMap((change) => ('entry' in change && typeof change.entry === 'string' ? [change.entry] : [])))
  const isTouched = ({ key }: KeyedRow) => named.has(key) || !known.has(key)
  const kept = new Set<string>()
  for (const { rows } of [...sectionsOf(a.parts), ...sectionsOf(b.parts)]) {
    const others = rows.filter((row) => !isTouched(row))
    const keep = (place: number) => others.slice(Math.max(0, place - 3), place + 3).forEach(({ key }) => kept.add(key))
    let above = 0
    for (const row of rows) {
      if (isTouched(row)) keep(above)
      else above++
    }
    ;[0, others.length].forEach(keep)
  }
  const shorten = (rows: KeyedRow[]) =>
    rows.flatMap((row, index): KeyedRow[] => {
      const isRead = (one: KeyedRow | undefined) => one !== undefined && (isTouched(one) || kept.has(one.key))
      if (isRead(row)) return [row]
      return isRead(rows[index + 1]) ? [{ key: `unread above ${rows[index + 1]?.key}`, cells: [], verbatim: null, unread: 2 }] : []
    })
  const excerpt = ({ parts, problems }: Readme) => ({ parts: parts.map((part) => ('prose' in part ? part : { section: { ...part.section, rows: shorten(part.section.rows) } })), problems })
  return [excerpt(a), excerpt(b)]
}

it('tells what all rows tell, or nothing', () => {
  const below = randomBelow(5)
  const seen = { told: 0, untold: 0 }
  let readme = parse(longList())
  for (let round = 0; round < 400; round++) {
    const changes = madeUpStep(readme, round, below)
    const next = after(readme, changes)
    if (!next) continue
    for (const [from, to] of [[readme, next], [next, readme]] as const) {
      const told = diffExcerpts(...excerpts(from, to, changes))
      if (told) expect(told).toEqual(diff(from, to, { byKey: true }))
      seen[told ? 'told' : 'untold']++
    }
    if (round % 5 === 0) readme = next
  }
  expect(seen.untold).toBeGreaterThan(10)
  expect(seen.told).toBeGreaterThan(400)
})

const edit = (section: string, entry: string, before: string, value: string, line?: string): Change => ({ op: 'edit', section, entry, fields: { subfield: { before, after: value } }, line })
const wide = parse(longList())
const told = (changes: readonly Change[], from = wide) => {
  const next = after(from, changes) as Readme
  return { forth: diffExcerpts(...excerpts(from, next, changes)), back: diffExcerpts(...(excerpts(next, from, changes))) }
}

it('tells nothing where a row that was not read may have a say', () => {
  // The widest of the rows that were read goes; one of the others may be as wide.
  const { forth, back } = told([edit('wide', 'wide-21', 'xxxxxxx', 'y'.repeat(30))])
  expect([forth === null, back]).toEqual([false, null])
  expect(told(Array.from({ length: 7 }, (_, index) => ({ op: 'move', section: 'compact', entry: `compact-${index + 3}`, place: 'end' }))).forth).toBeNull()
  expect(told([{ op: 'layout', section: 'wide', before: {}, after: { widths: [40, 40, 40, 40, 40, 40] } }, edit('wide', 'wide-21', 'xxxxxxx', 'y')]).forth).toBeNull()
  expect(told([{ op: 'text', at: 10, before: [{ section: 'capped' }], after: [] }]).forth).toBeNull()
  // A row that a hand wrote makes its table as-is.
  expect(told([edit('wide', 'wide-21', 'xxxxxxx', 'y', '| Wide 21 | y | - | - | BERT + T5 | Set 0 |\n')]).forth).toBeNull()
})

it('tells the text, and nothing where a row says what the table had no column for', () => {
  const row = edit('compact', 'compact-21', 'x'.repeat(27), 'y')
  const line: Change = { op: 'text', at: 2, before: ['Last updated: 2024/03/03\n'], after: ['Last updated: 2024/03/04\n'] }
  expect(told([line, row]).forth).toEqual([line, JSON.parse(JSON.stringify(row))])
  const short = parse('| a | b |\n| - | - |\n| x | y |\n')
  const text: Change = { op: 'text', at: 0, before: [], after: ['Above.\n', '\n'] }
  expect(diffExcerpts(short, after(short, [text]) as Readme)).toEqual([text])
  expect(diffExcerpts(short, parse('| a | b | c |\n| - | - | - |\n| x | y | z |\n'))).toBeNull()
})
