import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import type { Change } from '@/lib/readme/change'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
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

async function accept(changes: readonly Change[], baseRevision: number, at = db, [mia, max] = people): Promise<boolean> {
  const version = { title: 'Made up', rationale: '', changes: changes.map((change) => ({ change, entryId: null })), baseRevision, keepsDate: false }
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
