import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import type { Change } from '@/lib/readme/change'
import { itemsOf } from '@/lib/readme/changes/items'
import type { DiffLine } from '@/lib/readme/line-diff'
import { importReadme } from '@/lib/readme/import'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import { reachOfStep } from '@/lib/readme/past-excerpt'
import { madeUpChange, randomBelow } from '@/lib/readme/testing/made-up-change'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, freshDatabase, maintainers } from '../../scripts/testing/database'
import { decideProposal } from './decide'
import { differenceBy, reachToTell } from './made'
import { proposalView } from './queries'
import { describe } from './told'
import { createProposal } from './write'

let db: PrismaClient
let people: [Viewer, Viewer]

beforeAll(async () => {
  db = await freshCatalog()
  people = await maintainers(db)
})

afterAll(() => db.$disconnect())

interface Made {
  revision: number
  base: number
  changes: Change[]
}

const below = randomBelow(11)

async function accept(changes: readonly Change[], baseRevision: number, at = db, [mia, max] = people): Promise<number | null> {
  const version = { title: 'Made up', rationale: '', changes: changes.map((change) => ({ change, entryId: null })), baseRevision, keepsDate: false }
  const sent = await createProposal(at, mia, version)
  if (!sent.ok) throw new Error(sent.message)
  const decided = await decideProposal(at, max, { proposal: sent.value.id, version: 1, verdict: 'accepted', reason: '' }, new Date())
  return decided.ok ? decided.value.catalogRevision : null
}

/** Has some made-up changes accepted, most of them sent while the list was another. */
async function fillHistory(): Promise<Made[]> {
  const made: Made[] = []
  const waiting: Omit<Made, 'revision'>[] = []
  for (let round = 0; round < 44; round++) {
    const base = await currentRevision(db)
    const now = await loadReadme(db, base)
    waiting.push({ base, changes: round % 11 === 10 ? manyMoves(now) : Array.from({ length: 1 + below(4) }, (_, index) => madeUpChange(now, round * 10 + index, below)).flat() })
    if (waiting.length < 3) continue
    const one = waiting.splice(below(3), 1)[0] as (typeof waiting)[number]
    const revision = one.changes.length > 0 ? await accept(one.changes, one.base) : null
    if (revision !== null) made.push({ ...one, revision })
  }
  return made
}

/** More rows go to the other end of a section than are read of what stands between; fewer than do, else these would pass for those that moved. */
function manyMoves({ parts }: Readme): Change[] {
  const section = sectionsOf(parts).toSorted((a, b) => b.rows.length - a.rows.length)[below(2)]
  const count = Math.floor(((section?.rows.length ?? 0) - 3) / 2)
  return section?.rows.slice(2, 2 + Math.min(10, count)).map(({ key }): Change => ({ op: 'move', section: section.key, entry: key, place: 'end' })) ?? []
}

/** What a difference says but for rows that are padded anew, of which those beside a change alone are shown where not all were read. */
function changesIn(lines: readonly DiffLine[]): DiffLine[] {
  return lines.filter(({ type }) => type === 'added' || type === 'removed')
}

function isPadded(lines: readonly DiffLine[]): boolean {
  return lines.some((line) => line.type === 'padding' || (line.type === 'gap' && line.padding))
}

function countOf(lines: readonly DiffLine[]): number {
  return lines.reduce((sum, line) => sum + (line.type === 'gap' ? line.lines : 1), 0)
}

it('tells what each revision did, and its changes, as reading all of the list tells them, whatever came later', async () => {
  const made = await fillHistory()
  const seen = { exact: 0, padded: 0, many: 0 }
  for (const { revision, base, changes } of made) {
    const step = await reachOfStep(db, revision)
    const reach = await reachToTell(db, changes, base)
    if (!step || !reach) throw new Error(`of revision ${revision} more than rows would be read`)
    const [lines, whole] = [await differenceBy(db, revision, step), await differenceBy(db, revision)]
    if (isPadded(whole)) expect([changesIn(lines), countOf(lines)]).toEqual([changesIn(whole), countOf(whole)])
    else expect(lines).toEqual(whole)
    expect(describe(await loadReadme(db, base, reach), changes)).toEqual(describe(await loadReadme(db, base), changes))
    seen[isPadded(whole) ? 'padded' : 'exact']++
    if (changes.length > 6) seen.many++
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
}, 240_000)

it('reads more than rows where a revision touched many, or other tables stand there since', async () => {
  const above = await acceptNow([{ op: 'text', at: 0, before: [], after: ['Words above all.\n', '\n'] }])
  const step = await reachOfStep(db, above)
  expect(await differenceBy(db, above, step ?? undefined)).toEqual(await differenceBy(db, above))
  expect(step).not.toBeNull()
  const { length } = itemsOf((await loadReadme(db, above)).parts)
  const table = await acceptNow([{ op: 'text', at: length, before: [], after: ['\n', '## Later\n', '\n', '| A | B |\n', '| - | - |\n', '| x | y |\n'] }])
  expect(await reachOfStep(db, table)).toBeNull()
  expect(await reachOfStep(db, 1)).toBeNull()
  expect(await reachToTell(db, [{ op: 'text', at: 0, before: [], after: [] }], table)).toBeNull()
})

async function acceptNow(changes: readonly Change[]): Promise<number> {
  const revision = await accept(changes, await currentRevision(db))
  if (revision === null) throw new Error('it was not accepted')
  return revision
}

it('shows the page of an accepted proposal of a long list as it would of any', async () => {
  const long = connect(await freshDatabase())
  const rows = Array.from({ length: 3_200 }, (_, index) => `| Row ${index} | x |\n`).join('')
  expect((await importReadme(long, Buffer.from(`# List\n\n## Rows\n\n| A | B |\n| - | - |\n${rows}\n## Others\n\n| A | B |\n| - | - |\n| one | two |\n`), null)).ok).toBe(true)
  const two = await maintainers(long)
  const changes: Change[][] = [
    [{ op: 'remove', section: 'rows', entry: 'row-1000' }, { op: 'edit', section: 'rows', entry: 'row-2000', more: { B: { before: 'x', after: 'y' } } }],
    [{ op: 'move', section: 'rows', to: 'others', entry: 'row-7', place: { after: 'one' } }],
    [{ op: 'text', at: 0, before: [], after: ['| C |\n', '| - |\n', '| z |\n', '\n'] }, { op: 'remove', section: 'rows', entry: 'row-3000' }],
  ]
  for (const [base, one] of changes.entries()) expect(await accept(one, base + 1, long, two)).toBe(base + 2)
  for (const [index, one] of changes.entries()) {
    const view = await proposalView(long, two[0], index + 1, new Date())
    if (!view.ok) throw new Error(view.message)
    expect(view.value.readme).toEqual(await differenceBy(long, index + 2))
    expect(view.value.changes).toMatchObject(describe(await loadReadme(long, index + 1), one))
  }
  await long.$disconnect()
}, 120_000)
