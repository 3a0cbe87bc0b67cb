import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { sent as sentBy } from '@/scripts/testing/proposals'
import { amendable } from './amendable'
import { amendChange } from './amend'
import type { ProposalInput } from './change'
import { decideProposal } from './decide'
import { proposalView } from './queries'
import { reviseProposal } from './service'
import { settleClash } from './settle'

type FormChange = ProposalInput['changes'][number]

const now = new Date('2026-11-25T12:00:00Z')
let db: PrismaClient
let ada: Viewer, max: Viewer
let base: number
beforeAll(async () => {
  db = await freshCatalog()
  ;[ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer')]
})
beforeEach(async () => {
  base = await currentRevision(db)
})
afterAll(() => db.$disconnect())

const subfield = (key: string, value: string): FormChange => ({ op: 'edit', section: 'language-models', key, base, entry: { kind: 'model', fields: { subfield: value } } })
const add = (name: string): FormChange => ({ op: 'add', section: 'text', entry: { kind: 'dataset', fields: { name, papers: [], description: null, links: [] } } })

const sent = (...changes: FormChange[]) => sentBy(db, ada, ...changes)
const accept = (proposal: number, ...without: { ordinal: number; reason: string }[]) => decideProposal(db, max, { proposal, version: 1, verdict: 'accepted', without }, now)
const row = async (name: string) => (await exportReadme(db))?.text.split('\n').find((line) => line.startsWith(`| ${name} `))
const amend = (proposal: number, ordinal: number, ...changes: FormChange[]) => amendChange(db, max, { proposal, version: 1, ordinal, changes })

describe('an acceptance without some of the changes', () => {
  it('takes the others, and tells of each', async () => {
    const before = await row('MMedLM 2')
    const id = await sent(subfield('biomistral', 'Clinic'), subfield('mmedlm-2', 'Clinic'), add('Kept'))
    const preview = await proposalView(db, max, id, now, [1])
    expect(await accept(id, { ordinal: 1, reason: 'Its paper says otherwise.' })).toMatchObject({ ok: true })
    expect(await row('BioMistral')).toContain('| Clinic')
    expect(await row('MMedLM 2')).toBe(before)
    expect(await row('Kept')).toBeDefined()
    const view = await proposalView(db, ada, id, now)
    expect(view).toMatchObject({ value: { state: 'accepted', changes: [{ leftOut: null }, { leftOut: 'Its paper says otherwise.' }, { leftOut: null }] } })
    expect(preview.ok && view.ok && preview.value.readme).toEqual(view.ok && view.value.readme)
    expect(await db.change.findMany({ where: { proposalId: id }, select: { verdict: true }, orderBy: { ordinal: 'asc' } })).toEqual(['accepted', 'rejected', 'accepted'].map((verdict) => ({ verdict })))
    expect(await db.event.count({ where: { proposalId: id, kind: 'accepted' } })).toBe(1)
  })

  it('of new entries alone adds the others', async () => {
    const id = await sent(add('First'), add('Second'))
    expect(await accept(id, { ordinal: 0, reason: 'Listed already.' })).toMatchObject({ ok: true, value: { entry: { name: 'Second' } } })
    expect([await row('First'), await row('Second')]).toEqual([undefined, expect.any(String)])
  })

  it('leaves something in, and what it says is left out is there', async () => {
    const id = await sent(add('Lonely'))
    expect(await accept(id, { ordinal: 0, reason: 'No.' })).toMatchObject({ ok: false, code: 'invalid', message: expect.stringContaining('Nothing is left to accept.') })
    expect(await accept(id, { ordinal: 7, reason: 'No.' })).toMatchObject({ ok: false, code: 'invalid' })
    expect(await proposalView(db, max, id, now)).toMatchObject({ value: { state: 'submitted', blocked: null } })
    expect(await proposalView(db, max, id, now, [0])).toMatchObject({ value: { readme: null, blocked: 'Nothing is left to accept.' } })
  })

  it('leaves out what clashes, and takes the rest', async () => {
    const id = await sent(subfield('biomistral', 'Surgery'), add('Beside'))
    await accept(await sent(subfield('biomistral', 'Radiology')))
    expect(await accept(id)).toMatchObject({ code: 'conflict' })
    expect(await accept(id, { ordinal: 0, reason: 'Decided otherwise.' })).toMatchObject({ ok: true })
    expect(await row('BioMistral')).toContain('| Radiology')
  })
})

describe('an amendment', () => {
  it('is accepted in the place of the change, and both are on record', async () => {
    const id = await sent(subfield('biomistral', 'Imging'), add('Amended'))
    expect(await amend(id, 0, subfield('biomistral', 'Imaging'))).toEqual({ ok: true, value: { id } })
    expect(await amend(id, 1, add('Amended well'))).toMatchObject({ ok: true })
    expect(await proposalView(db, ada, id, now)).toMatchObject({
      value: { changes: [{ steps: [{ after: [{ text: 'Imging' }] }], amended: { by: 'Max', change: { steps: [{ after: [{ text: 'Imaging' }] }] } } }, { name: 'Amended', amended: { change: { name: 'Amended well' } } }] },
    })
    expect(await accept(id)).toMatchObject({ ok: true })
    expect(await row('BioMistral')).toContain('| Imaging')
    expect([await row('Amended well'), await row('Amended')]).toEqual([expect.any(String), expect.stringContaining('Amended well')])
    expect(await db.event.count({ where: { proposalId: id, kind: 'amended' } })).toBe(2)
  })

  it('can be amended again, or taken back', async () => {
    const id = await sent(add('Once'))
    await amend(id, 0, add('Twice'))
    expect(await amendable(db, max, id, 0)).toMatchObject({ ok: true, value: { version: 1, title: 'Add Once', change: { entry: { fields: { name: 'Twice' } } } } })
    await amend(id, 0)
    expect(await amendable(db, max, id, 0)).toMatchObject({ ok: true, value: { change: { entry: { fields: { name: 'Once' } } } } })
    await accept(id)
    expect([await row('Once'), await row('Twice')]).toEqual([expect.any(String), undefined])
  })

  it('settles a clash: it is made against the catalog as it is', async () => {
    const id = await sent(subfield('biomistral', 'Oncology'))
    await accept(await sent(subfield('biomistral', 'Cardiology')))
    expect(await proposalView(db, max, id, now)).toMatchObject({ value: { clashes: [{ entry: 'BioMistral', field: 'Subfield' }] } })
    base = await currentRevision(db)
    await amend(id, 0, subfield('biomistral', 'Cardio-oncology'))
    expect(await proposalView(db, max, id, now)).toMatchObject({ value: { clashes: [], blocked: null } })
    expect(await accept(id)).toMatchObject({ ok: true })
    expect(await row('BioMistral')).toContain('| Cardio-oncology')
  })

  it('picks a side of each field that clashes, and the rest is merged', async () => {
    const both = (value: string, code: object): FormChange => ({ op: 'edit', section: 'language-models', key: 'mmedlm-2', base, entry: { kind: 'model', fields: { subfield: value, code } } } as FormChange)
    const id = await sent(both('Neurology', { label: 'Settled', url: 'https://example.org/settled' }))
    await accept(await sent(subfield('mmedlm-2', 'Sleep')))
    expect(await proposalView(db, max, id, now)).toMatchObject({ value: { clashes: [{ of: { ordinal: 0, name: 'subfield' } }] } })
    expect(await settleClash(db, max, { proposal: id, version: 1, ordinal: 0, picks: {} })).toMatchObject({ code: 'invalid', fields: { subfield: 'Pick one.' } })
    expect(await settleClash(db, max, { proposal: id, version: 1, ordinal: 0, picks: { subfield: 'ours' } })).toMatchObject({ ok: true })
    expect(await proposalView(db, max, id, now)).toMatchObject({ value: { clashes: [], changes: [{ amended: { change: { steps: [{ label: 'Code' }] } } }] } })
    await accept(id)
    expect(await row('MMedLM 2')).toMatch(/\| Sleep .*\[Settled\]/)
    expect(await settleClash(db, max, { proposal: id, version: 1, ordinal: 0, picks: {} })).toMatchObject({ code: 'conflict' })
    expect(await settleClash(db, max, { proposal: id, version: 0, ordinal: 0, picks: {} })).toMatchObject({ code: 'invalid' })
  })

  it('is about what the change is about, in a proposal that waits as it was read', async () => {
    const id = await sent(subfield('biomistral', 'Pathology'))
    expect(await amend(id, 0, subfield('mmedlm-2', 'Pathology'))).toMatchObject({ code: 'invalid', message: 'An amendment is about what the change is about.' })
    expect(await amend(id, 0, add('Other'))).toMatchObject({ code: 'invalid' })
    expect(await amend(id, 5, add('Other'))).toMatchObject({ code: 'not-found' })
    expect(await amendable(db, max, id, 5)).toMatchObject({ code: 'not-found' })
    expect(await amend(id, 0, subfield('biomistral', ''))).toMatchObject({ code: 'invalid', fields: { 'changes.0.entry.fields.subfield': expect.any(String) } })
    await reviseProposal(db, ada, { proposal: id, version: 1, input: { changes: [subfield('biomistral', 'Histology')] } })
    expect(await amend(id, 0, subfield('biomistral', 'X'))).toMatchObject({ code: 'conflict', message: expect.stringContaining('sent version 2') })
    await decideProposal(db, max, { proposal: id, version: 2, verdict: 'rejected', reason: 'No.' }, now)
    expect(await amendable(db, max, id, 0)).toMatchObject({ code: 'conflict' })
  })

  it('is a maintainer’s, of other people’s proposals', async () => {
    const id = await sent(add('Own'))
    expect(await amendable(db, ada, id, 0)).toMatchObject({ code: 'forbidden' })
    expect(await amendable(db, null, id, 0)).toMatchObject({ code: 'signed-out' })
    expect(await amendable(db, await person(db, 'Bob'), id, 0)).toMatchObject({ code: 'not-found' })
    expect(await amendable(db, max, 2 ** 31, 0)).toMatchObject({ code: 'not-found' })
  })

  it('can never be rewritten', async () => {
    await amend(await sent(add('Sealed')), 0, add('Sealed well'))
    await expect(db.$executeRaw`UPDATE amendment SET number = number + 1`).rejects.toThrow(/append-only/)
    await expect(db.$executeRaw`DELETE FROM amendment`).rejects.toThrow(/append-only/)
    await expect(db.$executeRaw`UPDATE change SET reason = 'x' WHERE verdict IS NOT NULL`).rejects.toThrow(/never edited/)
    await expect(db.$executeRaw`UPDATE change SET reason = 'x' WHERE verdict IS NULL`).rejects.toThrow(/never edited/)
  })
})
