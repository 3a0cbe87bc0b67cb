import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import type { Change } from '@/lib/readme/change'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import { render } from '@/lib/readme/render'
import { longList } from '@/lib/readme/testing/long-list'
import { madeUpStep, randomBelow } from '@/lib/readme/testing/made-up-change'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase, maintainers, seedBytes } from '../../scripts/testing/database'
import { decideProposal } from './decide'
import { rebaseExcerpt } from './rebase-excerpt'
import { rebaseWithin } from './rebase-groups'
import { excerptBack, stepBackWithin } from './step-back'
import { createProposal } from './write'

const catalogs: { db: PrismaClient; people: [Viewer, Viewer] }[] = []

beforeAll(async () => {
  for (const bytes of [Buffer.from(longList()), await seedBytes()]) {
    const db = connect(await freshDatabase())
    await importReadme(db, bytes, null)
    catalogs.push({ db, people: await maintainers(db) })
  }
})

afterAll(() => Promise.all(catalogs.map(({ db }) => db.$disconnect())))

/** Has changes accepted, some days after the last ones were; answers whether they were. */
async function accept(at: number, changes: readonly Change[], baseRevision: number, isUndo: boolean): Promise<boolean> {
  const { db, people } = catalogs[at] as (typeof catalogs)[number]
  const [mia, max] = people
  const version = { title: 'Made up', rationale: '', changes: changes.map((change) => ({ change, entryId: null })), baseRevision, keepsDate: isUndo }
  const sent = await createProposal(db, mia, version)
  if (!sent.ok) throw new Error(sent.message)
  const day = new Date(Date.UTC(2026, 10, 1 + Math.floor((await currentRevision(db)) / 3)))
  return (await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted', reason: '' }, day)).ok
}

/** What tables look like and hold, apart from what their rows are called. */
function tablesOf({ parts }: Readme) {
  return sectionsOf(parts).map(({ key, heading, frame, rows }) => ({ key, heading, frame, rows: rows.map(({ cells, verbatim }) => ({ cells, verbatim })) }))
}

async function expectWhole(db: PrismaClient): Promise<void> {
  for (const { size, _count } of await db.section.findMany({ select: { size: true, _count: { select: { entries: { where: { removed: false } } } } } })) expect(size).toBe(_count.entries)
  const stray = await db.$queryRaw`
    SELECT e.id FROM entry e JOIN LATERAL (SELECT * FROM entry_revision r WHERE r.entry_id = e.id ORDER BY number DESC LIMIT 1) r ON true
    WHERE (e.revision, e.section_id, e.rank, e.name, e.cells, e.verbatim, e.removed) IS DISTINCT FROM (r.number, r.section_id, r.rank, r.name, r.cells, r.verbatim, r.removed)`
  expect(stray).toEqual([])
}

it.each([
  ['a long list', 0, 60],
  ['the seed', 1, 30],
])('of %s leads back as reading all of it does, sooner or later, and from there again', async (_, at, rounds) => {
  const { db } = catalogs[at] as (typeof catalogs)[number]
  const below = randomBelow(23 + at)
  const seen = { told: 0, untold: 0, atOnce: 0, later: 0, wide: 0, refused: 0 }
  for (let round = 0; round < rounds; round++) {
    const base = await currentRevision(db)
    if (round % 2 === 0) await accept(at, madeUpStep(await loadReadme(db, base), round, below), base, false)
    const revision = await currentRevision(db)
    // What was made last, or a while ago: an undo, or another change.
    const made = Math.max(2, revision - (below(2) === 0 ? 0 : below(6)))
    if (revision < made) continue
    const [excerpt, changes] = [await excerptBack(db, made), await stepBackWithin(db, made)]
    if (excerpt) expect(excerpt).toEqual(changes)
    seen[excerpt ? 'told' : 'untold']++
    if (changes.length === 0) continue
    const groups = [{ base: made, items: changes.map((change, ordinal) => ({ ordinal, change })) }]
    const [narrow, whole] = [await rebaseExcerpt(db, groups, revision), await rebaseWithin(db, groups, revision)]
    if (narrow) expect(whole.after.ok).toBe(true)
    seen[whole.after.ok ? (narrow ? (made === revision ? 'atOnce' : 'later') : 'wide') : 'refused']++
    expect(await accept(at, changes, made, true)).toBe(whole.after.ok)
    if (!whole.after.ok) continue
    expect((await exportReadme(db))?.text).toBe(render(whole.after.value.parts))
    expect(tablesOf(await loadReadme(db, revision + 1))).toEqual(tablesOf(whole.after.value))
    await expectWhole(db)
  }
  expect(Math.min(seen.told, seen.untold, seen.atOnce, seen.later, seen.wide)).toBeGreaterThan(0)
}, 240_000)
