import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Change } from '@/lib/readme/change'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { render } from '@/lib/readme/render'
import { madeUpChange, randomBelow } from '@/lib/readme/testing/made-up-change'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, maintainers } from '../../scripts/testing/database'
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

async function accept(changes: readonly Change[], baseRevision: number): Promise<boolean> {
  const [mia, max] = people
  const version = { title: 'Made up', rationale: '', changes: changes.map((change) => ({ change, entryId: null })), baseRevision, keepsDate: false }
  const sent = await createProposal(db, mia, version)
  if (!sent.ok) throw new Error(sent.message)
  return (await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted', reason: '' }, new Date())).ok
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
