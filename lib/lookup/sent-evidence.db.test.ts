import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { amendChange } from '@/lib/proposals/amend'
import { amendable } from '@/lib/proposals/amendable'
import type { ProposalInput } from '@/lib/proposals/change'
import { putBack } from '@/lib/proposals/put-back'
import { proposalView } from '@/lib/proposals/queries'
import { reviseProposal, submitProposal } from '@/lib/proposals/service'
import { putInTray, sendTray, trayOf } from '@/lib/proposals/tray'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { startServices, type Services } from '@/scripts/testing/services'
import { lookUp } from './look-up'

let db: PrismaClient
let services: Services
let rosa: Viewer
let mira: Viewer
let lookup: string

const now = new Date('2026-11-25T12:00:00Z')
const paper = { label: 'Asclepius: A Collection of Open Models for Medical & Clinical Text', url: 'https://arxiv.org/abs/2609.10001' }
const code = { label: 'Github', url: 'https://github.com/asclepius-lab/asclepius' }
const fields = { name: 'Asclepius', subfield: null, paper, code, base: [], data: [], starred: false }

beforeAll(async () => {
  db = await freshCatalog()
  services = await startServices()
  rosa = await person(db, 'Rosa')
  mira = await person(db, 'Mira', 'maintainer')
  const found = await lookUp(db, rosa, { text: '2609.10001' }, { now, reach: { agent: 'x', origin: services.origin, timeout: 2_000 } })
  if (!found.ok) throw new Error(found.message)
  lookup = found.value.id
})
afterAll(async () => {
  await services.close()
  await db.$disconnect()
})

function addition(given: object, lookups?: string[]): ProposalInput {
  const change = { op: 'add', section: 'language-models', entry: { kind: 'model', fields: { ...fields, ...given } } }
  return { changes: [change], ...(lookups && { lookups }) } as ProposalInput
}

async function sent(input: ProposalInput): Promise<number> {
  const result = await submitProposal(db, rosa, input)
  if (!result.ok) throw new Error(result.message)
  return result.value.id
}

async function evidenceOf(id: number): Promise<string[]> {
  const view = await proposalView(db, mira, id, now)
  if (!view.ok) throw new Error(view.message)
  return view.value.changes.flatMap(({ evidence }) => evidence.map(({ field, service, at }) => `${field} ${service} ${at}`))
}

const all = ['code.label', 'code.url', 'name', 'paper.label', 'paper.url'].map((field) => `${field} arXiv ${now.toISOString()}`)

describe('what is borne out of a proposal', () => {
  it('is what it still says as it was found, read from the portal’s own record', async () => {
    expect(await evidenceOf(await sent(addition({}, [lookup])))).toEqual(all)
    const typedOver = { name: 'Asclepius 2', paper: { ...paper, label: 'Another title' } }
    expect(await evidenceOf(await sent(addition(typedOver, [lookup])))).toEqual(all.filter((one) => !/^(name|paper\.label)/.test(one)))
  })

  it('is nothing without a look-up, nor by one that the portal never made', async () => {
    expect(await evidenceOf(await sent(addition({})))).toEqual([])
    expect(await evidenceOf(await sent(addition({}, ['01990000-0000-7000-8000-000000000000'])))).toEqual([])
    expect(await submitProposal(db, rosa, addition({}, ['arXiv says so']))).toMatchObject({ code: 'invalid' })
  })

  it('holds for the next version as far as that says the same', async () => {
    const id = await sent(addition({}, [lookup]))
    const revised = await reviseProposal(db, rosa, { proposal: id, version: 1, input: addition({ name: 'Asclepius 7B' }) })
    expect(revised).toMatchObject({ ok: true })
    expect(await evidenceOf(id)).toEqual(all.filter((one) => !one.startsWith('name')))
  })

  it('goes along through the tray, and through what is changed there', async () => {
    const put = await putInTray(db, rosa, { item: null, input: addition({}, [lookup]), from: null })
    const item = put.ok ? put.value.id : 0
    expect(await putInTray(db, rosa, { item, input: addition({ name: 'Asclepius, again' }), from: null })).toMatchObject({ ok: true })
    const result = await sendTray(db, rosa, { items: [item], rationale: '' })
    expect(await evidenceOf(result.ok ? result.value.id : 0)).toEqual(all.filter((one) => !one.startsWith('name')))
  })

  it('goes along when a proposal is put back into the tray, and shows in its form there', async () => {
    const proposal = await sent(addition({ subfield: 'Clinic' }, [lookup]))
    expect(await putBack(db, rosa, { proposal, version: 1 })).toMatchObject({ ok: true })
    const [item] = await trayOf(db, rosa)
    expect(item?.evidence.map(({ field, service }) => `${field} ${service}`)).toEqual(['code.label', 'code.url', 'name', 'paper.label', 'paper.url'].map((field) => `${field} arXiv`))
    const id = item?.id ?? 0
    expect(await putInTray(db, rosa, { item: id, input: addition({ name: 'Asclepius, put back' }), from: null })).toMatchObject({ ok: true })
    const result = await sendTray(db, rosa, { items: [id], rationale: '' })
    expect(await evidenceOf(result.ok ? result.value.id : 0)).toEqual(all.filter((one) => !one.startsWith('name')))
  })

  it('of an amendment is its own, of what it says again and of what its maintainer looked up', async () => {
    const fieldsOf = async (id: number) => {
      const view = await proposalView(db, mira, id, now)
      return view.ok ? view.value.changes.flatMap(({ amended }) => amended?.evidence.map(({ field }) => field) ?? ['none']) : []
    }
    const amending = (id: number, given: object, lookups?: string[]) => amendChange(db, mira, { proposal: id, version: 1, ordinal: 0, ...addition(given, lookups) })
    const id = await sent(addition({ paper: null }, [lookup]))
    expect(await amending(id, { paper: null, name: 'Another name' })).toMatchObject({ ok: true })
    expect(await fieldsOf(id)).toEqual(['code.label', 'code.url'])
    expect(await amending(id, { name: 'Another name' }, [lookup])).toMatchObject({ ok: true })
    expect(await fieldsOf(id)).toEqual(['paper.label', 'paper.url', 'code.label', 'code.url'])
    expect(await amending(id, {})).toMatchObject({ ok: true })
    expect((await fieldsOf(id)).toSorted()).toEqual(['code.label', 'code.url', 'name', 'paper.label', 'paper.url'])
    const form = await amendable(db, mira, id, 0)
    expect(form.ok && form.value.evidence.some(({ field }) => field === 'paper.url')).toBe(true)
    expect(await amendChange(db, mira, { proposal: id, version: 1, ordinal: 0, changes: [] })).toMatchObject({ ok: true })
    expect(await fieldsOf(id)).toEqual(['none'])
  })

  it('of an edit is what the edit brings', async () => {
    const { number: base } = await db.catalogRevision.findFirstOrThrow({ orderBy: { number: 'desc' } })
    const change = { op: 'edit', section: 'language-models', key: 'biomistral', base, entry: { kind: 'model', fields: { paper, subfield: 'Clinic' } } }
    expect(await evidenceOf(await sent({ changes: [change], lookups: [lookup] } as ProposalInput))).toEqual(all.filter((one) => one.startsWith('paper')))
  })

  it('is never edited or deleted', async () => {
    await expect(db.evidence.deleteMany()).rejects.toThrow(/Foreign key constraint/)
    await expect(db.evidence.updateMany({ data: { service: 'x' } })).rejects.toThrow(/Foreign key constraint/)
  })
})
