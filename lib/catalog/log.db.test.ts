import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from '@/prisma/generated/client'
import { decideProposal } from '@/lib/proposals/decide'
import { submitProposal } from '@/lib/proposals/service'
import { freshCatalog, person } from '@/scripts/testing/database'
import { catalogLog } from './log'

let db: PrismaClient
beforeAll(async () => {
  db = await freshCatalog()
  const [ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer')]
  const changes = Array.from({ length: 25 }, (_, index) => ({
    ...{ op: 'add' as const, section: 'text' },
    entry: { kind: 'dataset' as const, fields: { name: `Set ${index}`, papers: [], description: null, links: [] } },
  }))
  const sent = await submitProposal(db, ada, { rationale: 'All of them.', changes })
  await decideProposal(db, max, { proposal: sent.ok ? sent.value.id : 0, version: 1, verdict: 'accepted', reason: 'Good.' }, new Date())
})
afterAll(() => db.$disconnect())

it('tells who, what and why, and names the first twenty entries in their order', async () => {
  const [item] = (await catalogLog(db, {})).items
  expect(item).toMatchObject({ revision: 2, proposer: 'Ada', decider: 'Max', reason: 'Good.', rationale: 'All of them.' })
  expect(item?.entries.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, index) => `Set ${index}`))
})

it('names no entry of an import', async () => {
  const { items, more } = await catalogLog(db, { before: 2 })
  expect(items).toMatchObject([{ revision: 1, proposal: null, entries: [] }])
  expect(more).toBeNull()
})
