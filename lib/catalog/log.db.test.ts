import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from '@/prisma/generated/client'
import { currentRevision } from '@/lib/readme/load'
import { decideProposal } from '@/lib/proposals/decide'
import { reviseProposal, submitProposal } from '@/lib/proposals/service'
import { freshCatalog, person } from '@/scripts/testing/database'
import { sent as sentAs } from '@/scripts/testing/proposals'
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

it('names of what was proposed what was accepted alone: nothing that was left out, nor what an earlier version held', async () => {
  const [bo, mia] = [await person(db, 'Bo'), await person(db, 'Mia', 'maintainer')]
  const removal = (key: string) => ({ op: 'remove' as const, section: 'text', key, base: 2, reason: 'It is gone.' })
  const sent = await submitProposal(db, bo, { changes: [removal('set-1'), removal('set-2')] })
  const proposal = sent.ok ? sent.value.id : 0
  await reviseProposal(db, bo, { proposal, version: 1, input: { changes: [removal('set-3'), removal('set-4')] } })
  await decideProposal(db, mia, { proposal, version: 2, verdict: 'accepted', without: [{ ordinal: 0, reason: 'It is not.' }] }, new Date())
  const [item] = (await catalogLog(db, {})).items
  expect(item?.entries.map(({ name }) => name)).toEqual(['Set 4'])
})

it('finds people by a part of their names, however its letters are written', async () => {
  const [elodie, zoe] = [await person(db, 'Élodie Ünal'), await person(db, 'Zoë', 'maintainer')]
  const sent = await submitProposal(db, elodie, { changes: [{ op: 'remove', section: 'text', key: 'set-5', base: 3, reason: 'It is gone.' }] })
  await decideProposal(db, zoe, { proposal: sent.ok ? sent.value.id : 0, version: 1, verdict: 'accepted' }, new Date())
  const found = async (text: string) => (await catalogLog(db, { filter: { did: null, section: null, person: text } })).items.map(({ revision }) => revision)
  for (const text of ['Élodie', 'élodie', 'ELODIE ünal', 'ZOË', 'zoe']) expect([text, await found(text)]).toEqual([text, [4]])
  expect(await found('Ünal Zoë')).toEqual([])
  expect(await found('ada')).toEqual([2])
})

it('tells of each entry what was done to it, and of none what was left out', async () => {
  const [ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer')]
  const base = await currentRevision(db)
  const of = (key: string) => ({ section: 'language-models', key, base })
  const proposal = await sentAs(
    db,
    ada,
    { op: 'remove', ...of('pulse'), reason: 'It is gone.' },
    { op: 'edit', ...of('taiyi'), entry: { kind: 'model', fields: { subfield: 'Clinic' } } },
    { op: 'move', ...of('taiyi'), place: 'end' },
    { op: 'remove', ...of('meditron'), reason: 'It is gone too.' },
    { op: 'add', section: 'text', entry: { kind: 'dataset', fields: { name: 'Of this', papers: [], description: null, links: [] } } },
  )
  const decision = { proposal, version: 1, verdict: 'accepted' as const, reason: 'Good.', without: [{ ordinal: 3, reason: 'It is there.' }] }
  expect(await decideProposal(db, max, decision, new Date())).toMatchObject({ ok: true })
  const [item] = (await catalogLog(db, {})).items
  expect(item?.entries.map(({ name, did }) => [name, ...did])).toEqual([['Taiyi', 'edited', 'moved'], ['PULSE', 'removed'], ['Of this', 'added']])
})
