import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import type { Change } from '@/lib/readme/change'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import { longList } from '@/lib/readme/testing/long-list'
import { madeUpChange, randomBelow } from '@/lib/readme/testing/made-up-change'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, freshDatabase, maintainers } from '../../scripts/testing/database'
import { decideProposal } from './decide'
import { dateIn, withDate } from './rebase'
import { rebaseExcerpt } from './rebase-excerpt'
import { rebaseWithin } from './rebase-groups'
import { diffReadmes } from './readme-diff'
import { createProposal } from './write'

let db: PrismaClient

beforeAll(async () => {
  db = await freshCatalog()
})

afterAll(() => db.$disconnect())

const below = randomBelow(7)

async function accept(changes: readonly Change[], baseRevision: number, at = db, [mia, max] = people, keepsDate = false): Promise<boolean> {
  const version = { title: 'Made up', rationale: '', changes: changes.map((change) => ({ change, entryId: null })), baseRevision, keepsDate }
  const sent = await createProposal(at, mia, version)
  if (!sent.ok) throw new Error(sent.message)
  return (await decideProposal(at, max, { proposal: sent.value.id, version: 1, verdict: 'accepted', reason: '' }, new Date())).ok
}

let people: Awaited<ReturnType<typeof maintainers>>

it('leads to the README that reading all of it leads to, and shows the same difference', async () => {
  people = await maintainers(db)
  const waiting: { base: number; changes: Change[] }[] = []
  const seen = { narrow: 0, stale: 0, wide: 0 }
  for (let round = 0; round < 48; round++) {
    const revision = await currentRevision(db)
    const now = await loadReadme(db, revision)
    waiting.push({ base: revision, changes: madeUpChange(now, round, below) })
    // Most wait until the list has moved on.
    if (waiting.length < 4) continue
    const { base, changes } = waiting.splice(below(4), 1)[0] as (typeof waiting)[number]
    if (changes.length === 0) continue
    const groups = [{ base, items: changes.map((change, ordinal) => ({ ordinal, change })) }]
    const [narrow, whole] = [await rebaseExcerpt(db, groups, revision), await rebaseWithin(db, groups, revision)]
    if (narrow) expect(whole.after.ok).toBe(true)
    if (!whole.after.ok) {
      expect(await accept(changes, base)).toBe(false)
      continue
    }
    const isPadded = narrow?.after.ok && diffReadmes(narrow.before, narrow.after.value).some((line) => line.type === 'gap' && line.padding)
    if (narrow?.after.ok && !isPadded) {
      expect(diffReadmes(narrow.before, narrow.after.value)).toEqual(diffReadmes(whole.before, whole.after.value))
    }
    seen[narrow ? (base === revision ? 'narrow' : 'stale') : 'wide']++
    expect(await accept(changes, base)).toBe(true)
    const said = (await exportReadme(db))?.text ?? ''
    expect(said).toBe(render(withDate(whole.after.value, dateIn({ parts: [{ prose: said }], problems: [] })).parts))
    for (const { size, _count } of await db.section.findMany({ select: { size: true, _count: { select: { entries: { where: { removed: false } } } } } })) expect(size).toBe(_count.entries)
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
}, 240_000)

/** A list with one table of sixty rows, read in part wherever that may be. */
async function longTable(): Promise<PrismaClient> {
  const long = connect(await freshDatabase())
  const rows = Array.from({ length: 60 }, (_, index) => `| Row ${index} | x |\n`).join('')
  expect((await importReadme(long, Buffer.from(`# List\n\n## Rows\n\n| Model | Subfield |\n| - | - |\n${rows}`), null)).ok).toBe(true)
  return long
}

const goTo = (place: 'start' | 'end', ...rows: number[]) => rows.map((row): Change => ({ op: 'move', section: 'rows', entry: `row-${row}`, place }))
const removal = (row: number): Change => ({ op: 'remove', section: 'rows', entry: `row-${row}` })
const addition = (name: string, place: 'start' | 'end'): Change => ({ op: 'add', section: 'rows', place, entry: { kind: 'model', fields: { name, subfield: 'x' } } })

it.each<[string, Change[][]]>([
  ['more rows to the other end than are read of what stands between', [goTo('end', 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)]],
  ['as many to both ends', [[...goTo('end', 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), ...goTo('start', 40, 41, 42, 43, 44, 45, 46, 47, 48, 49)]]],
  ['a row that was removed, before another, where others were removed too', [[57, 58, 59].map(removal), [removal(7), addition('Row 57', 'end'), addition('New', 'end')]]],
])('has in their places %s', async (_, steps) => {
  const long = await longTable()
  const two = await maintainers(long)
  for (const [index, changes] of steps.entries()) {
    const whole = patch(await loadReadme(long, index + 1), changes)
    expect(await accept(changes, index + 1, long, two)).toBe(true)
    expect((await exportReadme(long))?.text).toBe(whole.ok ? render(whole.value.parts) : '')
  }
  await long.$disconnect()
}, 60_000)

const added = (name: string, behind: string, more: object = {}): Change => ({ op: 'add', section: 'compact', place: { after: behind }, key: 'added', entry: { kind: 'model', fields: { name, subfield: 'x' } }, ...more })
const edited = (section: string, row: number, subfield: string): Change => ({ op: 'edit', section, entry: `${section}-${row}`, fields: { subfield: { after: subfield } } })
const given = (section: string): Change => ({ op: 'layout', section, before: {}, after: { widths: [12, 30, 5, 4, 9, 17] } })
const dated = (date: string): Change => ({ op: 'text', at: 2, before: ['Last updated: 2024/03/03\n'], after: [`Last updated: ${date}\n`] })
const words: Change = { op: 'text', at: 0, before: [], after: ['Words.\n', '\n'] }

it.each<[string, boolean, Change[], Change[]]>([
  ['an addition behind a row, and one behind that', true, [], [added('New', 'compact-20'), { ...added('Newer', 'added'), key: 'newer' } as Change]],
  ['an addition behind a row, where another was edited since', true, [edited('compact', 5, 'y')], [added('New', 'compact-20')]],
  ['an addition behind a row that was edited since', false, [edited('compact', 20, 'y')], [added('New', 'compact-20')]],
  ['an addition of what was added since', false, [added('New', 'compact-5')], [added('New', 'compact-20')]],
  ['an addition without a name, where another row was edited since', false, [edited('compact', 5, 'y')], [added('', 'compact-20')]],
  ['an addition as a hand wrote it', true, [], [added('New', 'compact-20', { line: '| New |x| - | - |  -  | - |\n' })]],
  ['an addition as a hand wrote it, later', false, [edited('capped', 5, 'y')], [added('New', 'compact-20', { line: '| New |x| - | - |  -  | - |\n' })]],
  ['an edit in a table that a row came to since', true, [added('New', 'compact-5')], [edited('compact', 20, 'z')]],
  ['given widths', true, [], [given('wide'), edited('wide', 20, 'z')]],
  ['widths for rows of a hand', false, [], [given('by-hand')]],
  ['given widths, later', false, [edited('capped', 5, 'y')], [given('wide')]],
  ['a column that becomes narrower', false, [], [edited('wide', 17, 'z')]],
  ['a date', true, [], [dated('2024/02/01'), edited('compact', 20, 'z')]],
  ['a date that is an earlier one by now', true, [edited('capped', 5, 'y')], [dated('2024/02/01'), edited('compact', 20, 'z')]],
  ['a date that is a later one still', true, [edited('capped', 5, 'y')], [dated('2226/02/01'), edited('compact', 20, 'z')]],
  ['a date, where the text was changed since', false, [words], [dated('2024/02/01'), edited('compact', 20, 'z')]],
  ['another text', false, [], [words, edited('compact', 20, 'z')]],
  ['two texts', false, [], [dated('2024/02/01'), { op: 'text', at: 4, before: [], after: ['Words.\n'] }]],
])('takes %s by rows alone: %s', async (_, byRows, since, changes) => {
  const long = connect(await freshDatabase())
  await importReadme(long, Buffer.from(longList()), null)
  const two = await maintainers(long)
  if (since.length > 0) expect(await accept(since, 1, long, two)).toBe(true)
  const revision = await currentRevision(long)
  const groups = [{ base: 1, items: changes.map((change, ordinal) => ({ ordinal, change })) }]
  const [narrow, whole] = [await rebaseExcerpt(long, groups, revision), await rebaseWithin(long, groups, revision)]
  expect(narrow !== null).toBe(byRows)
  expect(await accept(changes, 1, long, two, true)).toBe(whole.after.ok)
  if (whole.after.ok) expect((await exportReadme(long))?.text).toBe(render(whole.after.value.parts))
  await long.$disconnect()
}, 60_000)
