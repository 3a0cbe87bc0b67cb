import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import type { ProposalInput } from './change'
import { decideProposal } from './decide'
import { keepDraft, readDraft } from './drafts'
import { submitProposal } from './service'
import { putInTray, sendTray, takeFromTray, trayOf } from './tray'
import { previewTray } from './tray-preview'

type FormChange = ProposalInput['changes'][number]

const now = new Date('2026-11-25T12:00:00Z')
let db: PrismaClient
let max: Viewer, ada: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  max = await person(db, 'Max', 'maintainer')
})
beforeEach(async () => {
  ada = await person(db, 'Ada')
})
afterAll(() => db.$disconnect())

const add = (name: string): FormChange => ({ op: 'add', section: 'drug', entry: { kind: 'dataset', fields: { name, papers: [], description: null, links: [] } } })
const edit = async (subfield: string): Promise<FormChange> => ({
  ...{ op: 'edit', section: 'language-models', key: 'biomistral', base: await currentRevision(db) },
  entry: { kind: 'model', fields: { subfield } },
})
const remove = async (): Promise<FormChange> => ({ op: 'remove', section: 'language-models', key: 'biomistral', base: await currentRevision(db), reason: 'Gone.' })

async function put(change: FormChange, rationale = ''): Promise<number> {
  const done = await putInTray(db, ada, { item: null, input: { rationale, changes: [change] }, from: null })
  if (!done.ok) throw new Error(done.message)
  return done.value.id
}

it('collects changes and sends them as one proposal', async () => {
  await keepDraft(db, ada, { form: 'dataset', over: null, title: 'Add One', content: {} })
  await putInTray(db, ada, { item: null, input: { rationale: 'First.', changes: [add('One')] }, from: { form: 'dataset', revision: 1 } })
  expect(await readDraft(db, ada, 'dataset')).toBeNull()
  await put(await edit('Clinic'), 'Second.')
  const preview = await previewTray(db, ada)
  expect(preview).toMatchObject({ title: 'Add One and 1 more', items: [{ problem: null, rationale: 'First.' }, { problem: null, name: 'BioMistral', views: [{ op: 'edit', name: 'BioMistral' }] }] })
  expect(preview.readme?.added).toBe(2)
  const sent = await sendTray(db, ada, { items: preview.items.map(({ id }) => id), rationale: 'Both.' })
  expect(sent).toMatchObject({ ok: true })
  expect(await trayOf(db, ada)).toEqual([])
  const stored = await db.proposal.findUniqueOrThrow({ where: { id: sent.ok ? sent.value.id : 0 }, include: { versions: { include: { changes: true } } } })
  expect(stored).toMatchObject({ state: 'submitted', versions: [{ rationale: 'Both.', changes: [{}, {}] }] })
  expect(await decideProposal(db, max, { proposal: stored.id, version: 1, verdict: 'accepted' }, now)).toMatchObject({ ok: true })
})

it('takes many at once, or none of them', async () => {
  expect(await putInTray(db, ada, { item: null, input: { changes: [add('A'), add('')] }, from: null })).toMatchObject({ code: 'invalid' })
  expect(await trayOf(db, ada)).toEqual([])
  expect(await putInTray(db, ada, { item: null, input: { changes: [add('A'), add('B')] }, from: null })).toMatchObject({ ok: true })
  expect((await previewTray(db, ada)).items.map(({ name }) => name)).toEqual(['A', 'B'])
})

it('holds changes of the text beside those of entries, and tells which clash by now', async () => {
  const end: FormChange = { op: 'text', base: await currentRevision(db), above: null, text: 'The end.\n\nOf it all.' }
  const heading: FormChange = { op: 'text', base: end.base, above: 'drug', text: '### Drug\n\nOf drugs.' }
  const [text, other, entry] = [await put(end, 'A last word.'), await put(heading), await put(add('Beside'))]
  const preview = await previewTray(db, ada)
  expect(preview).toMatchObject({ title: 'Edit the text behind the last table and 2 more', items: [{ name: 'the text behind the last table', views: [{ op: 'text' }] }, { name: 'the text above Drug' }, { name: 'Beside' }] })
  expect(preview.readme?.lines.map((line) => ('text' in line ? line.text : ''))).toEqual(expect.arrayContaining(['The end.', 'Of drugs.']))
  const sent = await submitProposal(db, max, { changes: [{ ...heading, text: '### Drug\n\nOf pills.' }] })
  const decider = await person(db, 'Other', 'maintainer')
  expect(await decideProposal(db, decider, { proposal: sent.ok ? sent.value.id : 0, version: 1, verdict: 'accepted' }, now)).toMatchObject({ ok: true })
  expect((await previewTray(db, ada)).items).toMatchObject([{ problem: null }, { problem: expect.stringContaining('Open the form again'), name: 'the text above Drug' }, { problem: null }])
  expect(await sendTray(db, ada, { items: [text, other, entry], rationale: '' })).toMatchObject({ code: 'conflict' })
  const mended: FormChange = { ...heading, base: await currentRevision(db), text: '### Drug\n\nOf drugs and pills.' }
  expect(await putInTray(db, ada, { item: other, input: { changes: [mended] }, from: null })).toMatchObject({ ok: true })
  const id = await sendTray(db, ada, { items: [text, other, entry], rationale: '' })
  expect(await decideProposal(db, max, { proposal: id.ok ? id.value.id : 0, version: 1, verdict: 'accepted' }, now)).toMatchObject({ ok: true })
})

it('tells no more of the README where somebody looks too often', async () => {
  await put(add('Often'))
  await db.$executeRaw`INSERT INTO bucket (key, full_at) VALUES (${`previews ${ada.id}`}, clock_timestamp() + interval '10 minutes')`
  expect(await previewTray(db, ada)).toMatchObject({ items: [{ name: 'Often', problem: null, views: [] }], readme: null, findings: [], limited: expect.stringContaining('Look again') })
})

it('is each person’s own', async () => {
  const id = await put(add('Own'))
  const bo = await person(db, 'Bo')
  expect(await trayOf(db, bo)).toEqual([])
  await takeFromTray(db, bo, id)
  expect(await putInTray(db, bo, { item: id, input: { changes: [add('Stolen')] }, from: null })).toMatchObject({ code: 'conflict' })
  expect(await sendTray(db, bo, { items: [id], rationale: '' })).toMatchObject({ code: 'conflict', message: expect.stringContaining('empty') })
  expect(await trayOf(db, ada)).toMatchObject([{ id, change: { entry: { fields: { name: 'Own' } } } }])
})

it('changes a thing in it in its place, and takes it out', async () => {
  const id = await put(add('Before'))
  expect(await putInTray(db, ada, { item: id, input: { changes: [add('After')] }, from: null })).toEqual({ ok: true, value: { id } })
  expect((await previewTray(db, ada)).title).toBe('Add After')
  await takeFromTray(db, ada, id)
  expect(await previewTray(db, ada)).toEqual({ items: [], title: 'Nothing', readme: null, findings: [], limited: null })
})

it('takes nothing that could not be sent', async () => {
  expect(await putInTray(db, ada, { item: null, input: { changes: [add('')] }, from: null })).toMatchObject({ code: 'invalid', fields: { 'changes.0.entry.fields.name': expect.any(String) } })
  expect(await putInTray(db, ada, { item: null, input: { changes: [{ ...add('X'), section: 'nowhere' } as FormChange] }, from: null })).toMatchObject({ code: 'invalid' })
  const id = await put(add('One'))
  expect(await putInTray(db, ada, { item: id, input: { changes: [add('A'), add('B')] }, from: null })).toMatchObject({ code: 'invalid' })
  expect((await trayOf(db, ada)).map((item) => item.id)).toEqual([id])
})

it('tells which change does not fit any more, and sends nothing until that is settled', async () => {
  const [first, second] = [await put(add('Fits')), await put(await edit('Surgery'))]
  const sent = await submitProposal(db, max, { changes: [await edit('Radiology')] })
  const other = await person(db, 'Other', 'maintainer')
  expect(await decideProposal(db, other, { proposal: sent.ok ? sent.value.id : 0, version: 1, verdict: 'accepted' }, now)).toMatchObject({ ok: true })
  const { items } = await previewTray(db, ada)
  expect(items).toMatchObject([{ problem: null }, { problem: expect.stringContaining('was changed meanwhile'), views: [] }])
  expect(await sendTray(db, ada, { items: [first, second], rationale: '' })).toMatchObject({ code: 'conflict' })
  expect(await trayOf(db, ada)).toHaveLength(2)
  await takeFromTray(db, ada, second)
  expect(await sendTray(db, ada, { items: [first, second], rationale: '' })).toMatchObject({ code: 'conflict', message: expect.stringContaining('another tab') })
  expect(await sendTray(db, ada, { items: [first], rationale: 'x'.repeat(2001) })).toMatchObject({ code: 'invalid', fields: { rationale: expect.any(String) } })
  expect(await sendTray(db, ada, { items: [first], rationale: '' })).toMatchObject({ ok: true })
})

it('says of which change it is that it says something twice', async () => {
  const [first, second] = [await put(await edit('Dental')), await put(await remove())]
  expect((await previewTray(db, ada)).items).toMatchObject([{ problem: null }, { problem: expect.stringContaining('already') }])
  const sent = await sendTray(db, ada, { items: [first, second], rationale: '' })
  expect(sent).toMatchObject({ code: 'invalid', fields: { [`items.${second}`]: expect.stringContaining('already') } })
})

it('is sent once, however often that is asked at once', async () => {
  const items = [await put(add('Once'))]
  const all = await Promise.all(Array.from({ length: 6 }, () => sendTray(db, ada, { items, rationale: '' })))
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.proposal.count({ where: { proposerId: ada.id } })).toBe(1)
})

it('leaves there what comes while it is sent', async () => {
  const items = await Promise.all(Array.from({ length: 5 }, (_, index) => put(add(`Sent ${index}`))))
  const [sent, late] = await Promise.all([sendTray(db, ada, { items, rationale: '' }), put(add('Late'))])
  const left = (await trayOf(db, ada)).map(({ id }) => id)
  // Whichever came first: nothing that was not sent is gone.
  expect(sent.ok ? left : left.filter((id) => id === late)).toEqual([late])
})

it('takes what was typed into the form of a change along when that goes', async () => {
  const [kept, gone] = [await put(add('Kept')), await put(add('Gone'))]
  for (const id of [kept, gone]) await keepDraft(db, ada, { form: `tray:${id}`, over: null, title: 'Add it', content: {} })
  await takeFromTray(db, ada, gone)
  expect([await readDraft(db, ada, `tray:${gone}`), (await readDraft(db, ada, `tray:${kept}`))?.revision]).toEqual([null, 1])
  expect(await sendTray(db, ada, { items: [kept], rationale: '' })).toMatchObject({ ok: true })
  expect(await readDraft(db, ada, `tray:${kept}`)).toBeNull()
})

it('holds as many changes as a proposal, and no more', async () => {
  const change = add('Many')
  await db.trayItem.createMany({ data: Array.from({ length: 199 }, () => ({ userId: ada.id, change })) })
  const both = await Promise.all([put(add('A')), put(add('B'))].map((one) => one.then(() => true, () => false)))
  expect(both.filter(Boolean)).toHaveLength(1)
})
