import { afterAll, beforeAll, expect, it } from 'vitest'
import { printCells, readCells } from '@/lib/catalog/entry'
import type { Change } from '@/lib/readme/change'
import { stepsOf } from '@/lib/readme/changes/content'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { sectionsOf, type Readme, type Section } from '@/lib/readme/parse'
import { render } from '@/lib/readme/render'
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

/** The same numbers in each run. */
function randomBelow(start: number): (count: number) => number {
  let state = start
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

const below = randomBelow(7)

/** A plain change of a list, if one comes to mind. */
function madeUp(readme: Readme, number: number): Change[] {
  const sections = sectionsOf(readme.parts)
  const section = sections[below(sections.length)] as Section
  const row = section.rows[below(section.rows.length)]
  if (!row) return []
  const of = { section: section.key, entry: row.key }
  const place = () => (['start', 'end', 'manner', { after: section.rows[below(section.rows.length)]?.key as string }] as const)[below(4)] ?? 'end'
  const entry = readCells(section.kind, section.frame.columns, row.cells)
  const named = { ...entry, fields: { ...entry.fields, name: `Made up ${number}${'!'.repeat(below(30))}` } } as typeof entry
  switch (below(6)) {
    case 0:
      return [{ op: 'add', section: section.key, place: (['start', 'end', 'manner'] as const)[below(3)] ?? 'end', entry: { kind: section.kind, fields: named.fields } as never }]
    case 1:
      return [{ op: 'remove', ...of }]
    case 2: {
      const to = sections.filter(({ kind }) => kind === section.kind)[below(2)] as Section
      return to.key === section.key ? [] : [{ op: 'move', ...of, to: to.key, place: 'manner' }]
    }
    case 3: {
      const where = place()
      return typeof where === 'object' && where.after === row.key ? [] : [{ op: 'move', ...of, place: where }]
    }
    default: {
      const steps = stepsOf(entry, readCells(section.kind, section.frame.columns, printCells(named, section.frame.columns)))
      return steps ? [{ op: 'edit', ...of, ...steps }] : []
    }
  }
}

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
    waiting.push({ base: revision, changes: madeUp(now, round) })
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
