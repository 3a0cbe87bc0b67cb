import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { inbox } from '@/lib/notices/inbox'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { decided, sent as sentBy } from '@/scripts/testing/proposals'
import type { ProposalInput } from './change'
import { decideProposal } from './decide'
import { proposeReadme } from './import'
import { proposalView } from './queries'
import { submitProposal } from './service'
import { undoPerson, undoProposal } from './undo'

type FormChange = ProposalInput['changes'][number]

const now = new Date('2026-11-25T12:00:00Z')
let db: PrismaClient
let ada: Viewer, max: Viewer, mia: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ;[ada, max, mia] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer'), await person(db, 'Mia', 'maintainer')]
})
afterAll(() => db.$disconnect())

const readme = async () => (await exportReadme(db))?.text ?? ''
const edit = async (key: string, fields: object): Promise<FormChange> => ({ op: 'edit', section: 'language-models', key, base: await currentRevision(db), entry: { kind: 'model', fields } })
const add = (name: string): FormChange => ({ op: 'add', section: 'text', entry: { kind: 'dataset', fields: { name, papers: [], description: 'A set.', links: [] } } })

const accept = (proposal: number) => decided(db, max, proposal, 'accepted', '', now)

async function accepted(by: Viewer, ...changes: FormChange[]): Promise<number> {
  const proposal = await sentBy(db, by, ...changes)
  await accept(proposal)
  return proposal
}

async function undone(proposal: number): Promise<number> {
  const sent = await undoProposal(db, mia, { proposal, rationale: 'A mistake.' })
  if (!sent.ok) throw new Error(sent.message)
  return sent.value.id
}

it('of many who undo one proposal at the same moment, one does', async () => {
  const proposal = await accepted(ada, add('Undone by many'))
  const all = await Promise.all([ada, max, mia, ada, max, mia].map((one) => undoProposal(db, one, { proposal, rationale: '' })))
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  for (const one of all.filter(({ ok }) => !ok)) expect(one).toMatchObject({ code: 'conflict', message: expect.stringContaining('undoes it already') })
})

describe('undoing at once', () => {
  it.each<[string, () => Promise<FormChange[]>]>([
    ['an addition', async () => [add('Undone')]],
    ['an edit that widens its column', async () => [await edit('biomistral', { subfield: 'A subfield that is wider than all others' })]],
    ['a removal', async () => [{ op: 'remove', section: 'text', key: 'mmedc', base: await currentRevision(db), reason: 'Gone.' }]],
    ['a removal for another entry', async () => [{ op: 'remove', section: 'text', key: 'mmedc', base: await currentRevision(db), reason: 'Twice.', into: 'mimic-iii' }]],
    ['a move to another table', async () => [{ op: 'move', section: 'language-models', key: 'biomistral', base: await currentRevision(db), to: 'vision-models', place: 'end' }]],
    ['several at once', async () => [add('Also undone'), await edit('biomistral', { starred: true, base: [] })]],
  ])('%s gives README.md its former bytes', async (_, changes) => {
    const before = await readme()
    const proposal = await accepted(ada, ...(await changes()))
    expect(await readme()).not.toBe(before)
    await accept(await undone(proposal))
    expect(await readme()).toBe(before)
  })

  it('an import gives README.md its former bytes', async () => {
    const before = await readme()
    const edited = before.replace('### Mulit-Modal', '### Multi-Modal').replace('| BioMistral ', '| BioMistral2').replace(/^\| PULSE .*\n/m, '')
    const sent = await proposeReadme(db, mia, { bytes: Buffer.from(edited), rationale: '' })
    await accept(sent.ok ? sent.value.id : 0)
    expect(await readme()).toBe(edited)
    const undo = await undoProposal(db, max, { proposal: sent.ok ? sent.value.id : 0, rationale: '' })
    await decideProposal(db, mia, { proposal: undo.ok ? undo.value.id : 0, version: 1, verdict: 'accepted' }, now)
    expect(await readme()).toBe(before)
  })
})

it('brings the entry itself back, with its address and its history', async () => {
  const entry = () => db.entry.findFirst({ where: { kind: 'dataset', slug: 'mmedc' }, select: { id: true, removed: true, mergedIntoId: true } })
  const was = await entry()
  await accept(await undone(await accepted(ada, { op: 'remove', section: 'text', key: 'mmedc', base: await currentRevision(db), reason: 'Gone.', into: 'mimic-iii' })))
  expect(await entry()).toEqual(was)
})

it('leaves what was changed since, in the same row too', async () => {
  const before = await readme()
  const proposal = await accepted(ada, await edit('biomistral', { subfield: 'Wrong' }))
  await accepted(ada, await edit('biomistral', { starred: true }))
  await accept(await undone(proposal))
  const row = (text: string) => text.split('\n').find((line) => line.startsWith('| BioMistral '))?.split('|').map((cell) => cell.trim())
  expect(row(await readme())).toEqual(row(before)?.map((cell, index) => (index === 6 ? `${cell}*` : cell)))
})

it('clashes with a later change of the same, which a maintainer settles', async () => {
  const proposal = await accepted(ada, await edit('mmedlm-2', { subfield: 'Wrong' }))
  await accepted(ada, await edit('mmedlm-2', { subfield: 'Right' }))
  const undo = await undone(proposal)
  expect(await proposalView(db, max, undo, now)).toMatchObject({ value: { title: 'Undo “Edit MMedLM 2”', clashes: [{ field: 'Subfield' }] } })
  expect(await decideProposal(db, max, { proposal: undo, version: 1, verdict: 'accepted' }, now)).toMatchObject({ code: 'conflict' })
})

it('is done once, and only to what was accepted', async () => {
  const proposal = await accepted(ada, add('Once'))
  const undo = await undone(proposal)
  expect(await undoProposal(db, mia, { proposal, rationale: '' })).toMatchObject({ code: 'conflict', message: `Proposal ${undo} undoes it already.` })
  await accept(undo)
  expect(await undoProposal(db, mia, { proposal, rationale: '' })).toMatchObject({ code: 'conflict' })
  // An undo is a proposal like any other: it can be undone, too, and then the first again.
  await accept(await undone(undo))
  expect(await undoProposal(db, mia, { proposal, rationale: '' })).toMatchObject({ ok: true })
  const open = await submitProposal(db, ada, { changes: [add('Open')] })
  expect(await undoProposal(db, ada, { proposal: open.ok ? open.value.id : 0, rationale: '' })).toMatchObject({ code: 'conflict', message: 'It was not accepted, so there is nothing to undo.' })
  expect(await undoProposal(db, ada, { proposal, rationale: 'a\0' })).toMatchObject({ code: 'invalid', fields: { rationale: expect.any(String) } })
  expect(await undoProposal(db, ada, { proposal: 2 ** 31, rationale: '' })).toMatchObject({ code: 'not-found' })
})

describe('undoing all of a person’s', () => {
  it('takes back what nobody built on, and names the rest', async () => {
    const vandal = await person(db, 'Vandal')
    const before = await readme()
    await accepted(vandal, add('Spam'))
    await accepted(vandal, await edit('biomistral', { subfield: 'Spam' }))
    await accepted(vandal, await edit('mmedlm-2', { subfield: 'Spam' }))
    await accepted(ada, await edit('mmedlm-2', { subfield: 'Mended' }))
    const sent = await undoPerson(db, mia, { person: vandal.id, rationale: 'Spam.' })
    expect(sent).toMatchObject({ ok: true, value: { undone: 2, kept: ['Edit MMedLM 2'] } })
    const id = sent.ok ? sent.value.id : 0
    expect(await proposalView(db, max, id, now)).toMatchObject({ value: { title: 'Undo all that was accepted of Vandal', rationale: 'Spam.\n\nKept, as later changes touch the same: Edit MMedLM 2.' } })
    await accept(id)
    const rows = (text: string) => text.split('\n').filter((line) => !/^\| MMedLM 2 |^Last updated/.test(line)).map((line) => line.replace(/ +\|/g, ' |'))
    expect(rows(await readme())).toEqual(rows(before))
    expect(await undoPerson(db, mia, { person: vandal.id, rationale: '' })).toMatchObject({ code: 'conflict' })
  })

  it('tells them once, and leads there from each that it takes back', async () => {
    const vandal = await person(db, 'Vandal')
    const first = await accepted(vandal, add('Spam once'))
    const second = await accepted(vandal, add('Spam twice'))
    const third = await accepted(vandal, add('Spam thrice'))
    await accept(await undone(third))
    const sent = await undoPerson(db, mia, { person: vandal.id, rationale: 'Spam.' })
    const id = sent.ok ? sent.value.id : 0
    expect(await db.notice.findMany({ where: { proposalId: id, kind: 'undone' }, select: { recipientId: true } })).toEqual([{ recipientId: vandal.id }])
    expect(await proposalView(db, max, id, now)).toMatchObject({ value: { undoes: [first, second] } })
    expect(await proposalView(db, max, second, now)).toMatchObject({ value: { undoneBy: { id, state: 'submitted' } } })
    expect(await proposalView(db, max, first, now)).toMatchObject({ value: { undoneBy: { id, state: 'submitted' }, may: { undo: false } } })
    expect(await undoProposal(db, mia, { proposal: first, rationale: '' })).toMatchObject({ code: 'conflict', message: `Proposal ${id} undoes it already.` })
    const told = await inbox(db, vandal)
    expect(told.ok && told.value.items.find(({ proposal }) => proposal === id)?.path).toBe(`/proposals/${second}`)
    await accept(id)
    expect(await proposalView(db, max, first, now)).toMatchObject({ value: { undoneBy: { id, state: 'accepted' } } })
    // Undone itself, it undoes none of them any longer.
    await accept(await undone(id))
    for (const proposal of [first, second]) expect(await proposalView(db, max, proposal, now)).toMatchObject({ value: { undoneBy: null, may: { undo: true } } })
  })

  it('takes back what moved the date of the list, too', async () => {
    const other = await freshCatalog()
    const [vandal, pat] = [await person(other, 'Vandal'), await person(other, 'Pat', 'maintainer')]
    const proposal = await sentBy(other, vandal, await edit('biomistral', { subfield: 'Spam' }).then((change) => ({ ...change, base: 1 })))
    await decided(other, pat, proposal, 'accepted', '', now)
    expect(await undoPerson(other, pat, { person: vandal.id, rationale: 'Spam.' })).toMatchObject({ ok: true, value: { undone: 1, kept: [] } })
    await other.$disconnect()
  })

  it('is refused for nobody, and with a note that no text is', async () => {
    expect(await undoPerson(db, mia, { person: '00000000-0000-7000-8000-000000000000', rationale: '' })).toMatchObject({ code: 'not-found' })
    expect(await undoPerson(db, mia, { person: ada.id, rationale: '\0' })).toMatchObject({ code: 'invalid' })
  })
})
