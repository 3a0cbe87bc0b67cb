import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { entryPage } from '@/lib/catalog/entry-page'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { decided, sent as sentBy } from '@/scripts/testing/proposals'
import type { ProposalInput } from './change'
import { decideProposal } from './decide'
import { proposeReadme } from './import'
import { proposalView } from './queries'
import { reviseProposal, submitProposal } from './service'

type FormChange = ProposalInput['changes'][number]

const now = new Date('2026-11-25T12:00:00Z')
let db: PrismaClient
let ada: Viewer, max: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ;[ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer')]
})
afterAll(() => db.$disconnect())

const readme = async () => ((await exportReadme(db))?.text ?? '').replace(/^Last updated: .*$/m, 'Last updated')
const lines = async () => (await readme()).split('\n')
const revision = () => currentRevision(db)

/** The change of a model of the list that keeps its place; what it says anew. */
const edit = (key: string, base: number, fields: object): FormChange => ({ op: 'edit', section: 'language-models', key, base, entry: { kind: 'model', fields } })

const sent = (...changes: FormChange[]) => sentBy(db, ada, ...changes)
const accepted = async (...changes: FormChange[]) => decided(db, max, await sent(...changes), 'accepted', '', now)

const code = { label: 'Github', url: 'https://github.com/example/biomistral' }

describe('an edit', () => {
  it('changes its cell in the README, and no other byte', async () => {
    const before = await readme()
    const { entry } = await accepted(edit('biomistral', await revision(), { subfield: 'Clinic' }))
    expect(entry).toMatchObject({ kind: 'model', slug: 'biomistral' })
    const row = before.split('\n').find((line) => line.startsWith('| BioMistral ')) as string
    const changed = (await lines()).find((line) => line.startsWith('| BioMistral ')) as string
    expect(changed.split('|')[2]?.trim()).toBe('Clinic')
    expect((await readme()).replace(changed, row)).toBe(before)
  })

  it('keeps what the catalog changed otherwise meanwhile', async () => {
    const base = await revision()
    await accepted(edit('biomistral', base, { starred: true }))
    await accepted(edit('biomistral', base, { base: ['Mistral 7B'] }))
    const row = (await lines()).find((line) => line.startsWith('| BioMistral ')) as string
    expect(row.split('|').slice(5, 7).map((cell) => cell.trim())).toEqual(['Mistral 7B', expect.stringMatching(/\*$/)])
  })

  it('of what the catalog changed meanwhile is refused, saying what', async () => {
    const base = await revision()
    await accepted(edit('biomistral', base, { subfield: 'Radiology' }))
    expect(await submitProposal(db, ada, { changes: [edit('biomistral', base, { subfield: 'Surgery' })] })).toMatchObject({
      ...{ ok: false, code: 'conflict' },
      message: 'Subfield of BioMistral was changed meanwhile. Open the form again to see what it says now.',
    })
    expect(await submitProposal(db, ada, { changes: [edit('biomistral', base, { subfield: 'Radiology' })] })).toMatchObject({
      fields: { 'changes.0.entry': 'This is what the list says already.' },
    })
  })

  it('is told field by field, with the entry that it is about, and can be sent again', async () => {
    const base = await revision()
    const id = await sent(edit('biomistral', base, { code }))
    const view = await proposalView(db, ada, id, now)
    expect(view).toMatchObject({
      ok: true,
      value: { title: 'Edit BioMistral', base, drafts: [edit('biomistral', base, { code })], changes: [{ op: 'edit', steps: [{ label: 'Code', before: [], after: [{ text: 'Github' }] }] }] },
    })
    expect(await db.change.findFirst({ where: { proposalId: id }, select: { entry: { select: { slug: true } } } })).toEqual({ entry: { slug: 'biomistral' } })
    const input = { changes: [edit('biomistral', base, { subfield: null })] }
    expect(await reviseProposal(db, ada, { proposal: id, version: 1, input })).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await proposalView(db, ada, id, now)).toMatchObject({
      value: {
        since: {
          version: 1,
          steps: [{ sort: 'kept', title: 'Edit BioMistral', steps: [{ label: 'Code', after: [] }, { label: 'Subfield', before: [], after: [] }] }],
        },
      },
    })
  })
})

describe('a move', () => {
  const move = (key: string, base: number, rest: { to?: string; place: 'start' | 'end' | { after: string } }): FormChange => ({ op: 'move', section: 'language-models', key, base, ...rest })

  it('puts the row elsewhere in its table', async () => {
    const before = await lines()
    await accepted(move('biomistral', await revision(), { place: { after: 'mmedlm-2' } }))
    const rows = (await lines()).filter((line) => line.startsWith('| '))
    expect(rows.findIndex((line) => line.startsWith('| BioMistral '))).toBe(rows.findIndex((line) => line.startsWith('| MMedLM 2 ')) + 1)
    expect((await lines()).toSorted()).toEqual(before.toSorted())
  })

  it('takes an entry to another table of its kind, edited on the way', async () => {
    const base = await revision()
    await accepted(move('biomistral', base, { to: 'vision-models', place: 'end' }), edit('biomistral', base, { subfield: 'Vision' }))
    const all = await readme()
    expect(all.indexOf('| BioMistral ')).toBeGreaterThan(all.indexOf('Vision Models\n'))
    expect((await db.entry.findFirst({ where: { slug: 'biomistral' }, select: { section: { select: { slug: true } } } }))?.section.slug).toBe('vision-models')
    expect(await submitProposal(db, ada, { changes: [edit('biomistral', base, { starred: false })] })).toMatchObject({
      message: 'BioMistral was moved to another section meanwhile.',
    })
  })

  it.each([
    ['to', 'There is no such section any more; choose another.', { to: 'nowhere', place: 'end' as const }],
    ['to', 'That section lists datasets; choose another.', { to: 'text', place: 'end' as const }],
    ['place', 'Choose an entry of that section.', { place: { after: 'nobody' } }],
    ['place', 'Choose an entry of that section.', { place: { after: 'mmedlm-2' } }],
    ['place', 'Choose an entry of that section.', { to: 'vision-models', place: { after: 'mmed-llama-3' } }],
  ])('is refused for its %s: %s', async (field, message, rest) =>
    expect(await submitProposal(db, ada, { changes: [move('mmedlm-2', await revision(), rest)] })).toMatchObject({ code: 'invalid', fields: { [`changes.0.${field}`]: message } }))
})

describe('a removal', () => {
  const remove = (key: string, base: number): FormChange => ({ op: 'remove', section: 'text', key, base, reason: 'It is gone.' })

  it('takes the row out, and leaves its page with the reason', async () => {
    const before = await lines()
    const key = (await db.entry.findFirstOrThrow({ where: { section: { slug: 'text' } }, orderBy: { rank: 'asc' }, select: { slug: true } })).slug
    const base = await revision()
    const id = await sent(remove(key, base))
    expect(await proposalView(db, max, id, now)).toMatchObject({ value: { changes: [{ op: 'remove', reason: 'It is gone.' }], drafts: [{ op: 'remove', reason: 'It is gone.' }] } })
    await decideProposal(db, max, { proposal: id, version: 1, verdict: 'accepted' }, now)
    expect(await lines()).toHaveLength(before.length - 1)
    expect(await db.entry.findFirst({ where: { kind: 'dataset', slug: key }, select: { removed: true } })).toEqual({ removed: true })
    expect(await submitProposal(db, ada, { changes: [remove(key, base)] })).toMatchObject({ code: 'conflict', message: expect.stringContaining('was removed from the list meanwhile.') })
    expect(await submitProposal(db, ada, { changes: [remove(key, await revision())] })).toMatchObject({ code: 'invalid', fields: { 'changes.0.key': expect.stringContaining('had no entry') } })
  })

  it('for another that says the same has the old page lead there, until it comes back', async () => {
    const [stays, goes] = await db.entry.findMany({ where: { section: { slug: 'text' }, removed: false }, select: { slug: true, name: true }, orderBy: { rank: 'desc' }, take: 2 })
    if (!stays || !goes) throw new Error('too few entries')
    const seen = await readme()
    await accepted({ ...remove(goes.slug, await revision()), into: stays.slug } as FormChange)
    expect(await entryPage(db, 'dataset', goes.slug)).toMatchObject({ removed: true, mergedInto: { slug: stays.slug } })
    expect(await entryPage(db, 'dataset', stays.slug)).toMatchObject({ mergedInto: null, merged: [{ name: goes.name, history: [{ number: 2 }, { number: 1 }] }] })
    const back = await proposeReadme(db, max, { bytes: Buffer.from(seen), rationale: '' })
    const mia = await person(db, 'Mia', 'maintainer')
    await decideProposal(db, mia, { proposal: back.ok ? back.value.id : 0, version: 1, verdict: 'accepted' }, now)
    expect(await entryPage(db, 'dataset', goes.slug)).toMatchObject({ removed: false, mergedInto: null })
  })

  it.each(['nobody', 'mmedc'])('into %s is refused', async (into) =>
    expect(await submitProposal(db, ada, { changes: [{ ...remove('mmedc', await revision()), into } as FormChange] })).toMatchObject({
      fields: { 'changes.0.into': 'Choose an entry of the list that says the same.' },
    }))

  it('is refused with another change of the same entry', async () => {
    const base = await revision()
    const { slug } = await db.entry.findFirstOrThrow({ where: { section: { slug: 'text' }, removed: false }, select: { slug: true } })
    expect(await submitProposal(db, ada, { changes: [remove(slug, base), remove(slug, base)] })).toMatchObject({
      fields: { 'changes.1.key': 'This proposal says something of that entry already; put both into one change.' },
    })
  })

  it('names a revision that there is', async () =>
    expect(await submitProposal(db, ada, { changes: [remove('mmedc', 999)] })).toMatchObject({ fields: { 'changes.0.base': expect.stringContaining('There is no revision 999') } }))
})
