import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { findDuplicates } from './duplicates'
import { submitProposal } from './service'

let db: PrismaClient
let ada: Viewer, bob: Viewer, max: Viewer
let proposal: number

beforeAll(async () => {
  db = await freshCatalog()
  ada = await person(db, 'Ada')
  bob = await person(db, 'Bob')
  max = await person(db, 'Max', 'maintainer')
  const fields = { name: 'Likely', subfield: null, paper: null, code: null, base: [], data: [], starred: false }
  const sent = await submitProposal(db, ada, { changes: [{ op: 'add', section: 'language-models', entry: { kind: 'model', fields } }] })
  if (!sent.ok) throw new Error(sent.message)
  proposal = sent.value.id
})
afterAll(() => db.$disconnect())

const likely = { kind: 'model' as const, name: 'likely', urls: [] }

it('tells everybody signed in of an open proposal, and who can read it', async () => {
  for (const [viewer, readable] of [[ada, true], [max, true], [bob, false]] as const) {
    const found = await findDuplicates(db, viewer, likely)
    expect(found).toMatchObject({ ok: true, value: [{ why: 'same name', entry: null, proposal: { id: proposal, title: 'Add Likely' }, readable }] })
  }
})

it('leaves out the proposal that asks', async () => {
  expect(await findDuplicates(db, ada, likely, { proposal })).toEqual({ ok: true, value: [] })
})

it('finds an entry of the catalog, which anybody can read', async () => {
  const found = await findDuplicates(db, bob, { kind: 'model', name: '', urls: ['https://arxiv.org/pdf/2402.10373v3'] })
  expect(found).toMatchObject({ ok: true, value: [{ why: 'same arXiv id 2402.10373', entry: { slug: 'biomistral' }, proposal: null, readable: true }] })
})

it('leaves out the entry that asks', async () => {
  const like = { kind: 'model' as const, name: 'BioMistral', urls: ['https://arxiv.org/abs/2402.10373'] }
  expect(await findDuplicates(db, bob, like, { entry: 'biomistral' })).toEqual({ ok: true, value: [] })
})
