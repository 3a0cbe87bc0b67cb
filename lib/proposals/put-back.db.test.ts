import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { sent as sentBy } from '@/scripts/testing/proposals'
import type { ProposalInput } from './change'
import { decideProposal } from './decide'
import { proposeReadme } from './import'
import { putBack } from './put-back'
import { sendTray, takeFromTray, trayOf } from './tray'

let db: PrismaClient
let ada: Viewer, max: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ;[ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer')]
})
afterAll(() => db.$disconnect())

type FormChange = ProposalInput['changes'][number]
const add = (name: string): FormChange => ({ op: 'add', section: 'drug', entry: { kind: 'dataset', fields: { name, papers: [], description: null, links: [] } } })
const edit = async (): Promise<FormChange> => ({ op: 'edit', section: 'language-models', key: 'biomistral', base: await currentRevision(db), entry: { kind: 'model', fields: { subfield: 'Clinic' } } })

const sent = (...changes: FormChange[]) => sentBy(db, ada, ...changes)

it('takes a proposal back into the tray, from where it is sent anew', async () => {
  const proposal = await sent(add('One'), await edit())
  expect(await putBack(db, ada, { proposal, version: 1 })).toEqual({ ok: true, value: { id: proposal } })
  expect(await db.proposal.findUnique({ where: { id: proposal }, select: { state: true } })).toEqual({ state: 'withdrawn' })
  const items = await trayOf(db, ada)
  expect(items).toMatchObject([{ change: { op: 'edit' }, rationale: 'Because it is so.' }, { change: { op: 'add', entry: { fields: { name: 'One' } } } }])
  expect(await putBack(db, ada, { proposal, version: 1 })).toMatchObject({ code: 'conflict' })
  expect(await sendTray(db, ada, { items: items.map(({ id }) => id), rationale: '' })).toMatchObject({ ok: true })
  expect(await db.event.count({ where: { proposalId: proposal, kind: 'withdrawn' } })).toBe(1)
})

it('takes back removals and moves, too', async () => {
  const base = await currentRevision(db)
  const proposal = await sent(
    { op: 'remove', section: 'text', key: 'mimic-iii', base, reason: 'Superseded.' },
    { op: 'remove', section: 'text', key: 'blue', base, reason: 'Twice.', into: 'mimic-iii' },
    { op: 'move', section: 'drug', key: 'drugbank', base, place: 'end' },
  )
  expect(await putBack(db, ada, { proposal, version: 1 })).toMatchObject({ ok: true })
  const items = await trayOf(db, ada)
  expect(items.map(({ change }) => change.op)).toEqual(['remove', 'remove', 'move'])
  for (const { id } of items) await takeFromTray(db, ada, id)
})

it('takes back changes of the text, passage by passage, with those of entries', async () => {
  const text: FormChange = { op: 'text', base: await currentRevision(db), above: null, text: 'The end.' }
  const proposal = await sent(text, add('With a text'))
  expect(await putBack(db, ada, { proposal, version: 1 })).toMatchObject({ ok: true })
  const items = await trayOf(db, ada)
  expect(items.map(({ change }) => change)).toMatchObject([{ op: 'add' }, text])
  for (const { id } of items) await takeFromTray(db, ada, id)
})

it('takes back only what is one’s own, open, and in a form’s shape', async () => {
  const proposal = await sent(add('Two'))
  expect(await putBack(db, max, { proposal, version: 1 })).toMatchObject({ code: 'forbidden' })
  expect(await putBack(db, null, { proposal, version: 1 })).toMatchObject({ code: 'signed-out' })
  expect(await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, new Date())).toMatchObject({ ok: true })
  expect(await putBack(db, ada, { proposal, version: 1 })).toMatchObject({ code: 'conflict' })
  const imported = await proposeReadme(db, max, { bytes: Buffer.from(`${(await exportReadme(db))?.text}\nMore.\n`), rationale: '' })
  expect(await putBack(db, max, { proposal: imported.ok ? imported.value.id : 0, version: 1 })).toMatchObject({ code: 'conflict', message: expect.stringContaining('no form does') })
  expect(await trayOf(db, ada)).toEqual([])
})

it('leaves a proposal as it is where the tray has no room for it', async () => {
  const proposal = await sent(add('Three'), add('Four'))
  await db.trayItem.createMany({ data: Array.from({ length: 199 }, () => ({ userId: ada.id, change: add('Full') })) })
  expect(await putBack(db, ada, { proposal, version: 1 })).toMatchObject({ code: 'invalid' })
  expect(await db.proposal.findUnique({ where: { id: proposal }, select: { state: true } })).toEqual({ state: 'submitted' })
})
