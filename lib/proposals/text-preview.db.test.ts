import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { amendChange } from './amend'
import { amendable } from './amendable'
import type { FormText } from './change'
import { decideProposal } from './decide'
import { proposeReadme } from './import'
import { proposalView } from './queries'
import { passageNow, proposedPassage } from './resolve-text'
import { reviseProposal, submitProposal } from './service'
import { settleClash } from './settle'
import { previewText, readmePassages } from './text-preview'

const now = new Date('2026-11-25T12:00:00Z')
let db: PrismaClient
let ada: Viewer, max: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  max = await person(db, 'Max', 'maintainer')
})
beforeEach(async () => {
  ada = await person(db, 'Ada')
})
afterAll(() => db.$disconnect())

const readme = async () => ((await exportReadme(db))?.text ?? '').replace(/^Last updated: .*$/m, 'Last updated')

/** The passage above a section, with an edit of its text. */
async function editOf(above: string | null, change: (text: string) => string): Promise<FormText> {
  const passage = await passageNow(db, above)
  if (!passage) throw new Error(`no passage above ${above}`)
  return { op: 'text', base: passage.base, above, text: change(passage.text) }
}

async function sent(...changes: FormText[]): Promise<number> {
  const result = await submitProposal(db, ada, { changes, rationale: 'It reads better.' })
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields)}`)
  return result.value.id
}

const accept = (proposal: number, version = 1) => decideProposal(db, max, { proposal, version, verdict: 'accepted' }, now)

async function viewOf(id: number) {
  const view = await proposalView(db, max, id, now)
  if (!view.ok) throw new Error(view.message)
  return view.value
}

const add = (section: string, name: string) => ({ changes: [{ op: 'add' as const, section, entry: { kind: 'dataset' as const, fields: { name, papers: [], description: null, links: [] } } }] })

it('changes a heading in the README, and no other byte', async () => {
  const before = await readme()
  const edit = await editOf('vision-models', (text) => text.replace('### Vision Models', '### Vision Foundation Models'))
  expect(await previewText(db, ada, edit)).toMatchObject({ ok: true, value: { changes: [{ op: 'text' }], readme: { added: 1, removed: 1, padding: 0 } } })
  const id = await sent(edit)
  expect(await viewOf(id)).toMatchObject({ title: 'Edit the text above Vision Models', drafts: [edit] })
  expect(await accept(id)).toMatchObject({ ok: true })
  expect(await readme()).toBe(before.replace('### Vision Models', '### Vision Foundation Models'))
  expect((await readmePassages(db)).map(({ heading }) => heading)).toContain('Vision Foundation Models')
})

it('brings a whole section with its first entries', async () => {
  const table = '### Agents\n\n| Model | Subfield | Paper | Code | Base | Pre-Training Data |\n| --- | --- | --- | --- | --- | --- |\n| Agent X | - | - | - | - | - |\n'
  const before = await readme()
  const edit = await editOf('vision-models', (text) => `${table}\n${text}`)
  expect(await previewText(db, ada, edit)).toMatchObject({ ok: true, value: { readme: { added: 6, removed: 0 } } })
  expect(await accept(await sent(edit))).toMatchObject({ ok: true })
  expect(await readme()).toBe(before.replace('### Vision Foundation Models', `${table}\n### Vision Foundation Models`))
  expect(await db.section.findUnique({ where: { slug: 'agents' }, select: { kind: true, size: true } })).toEqual({ kind: 'model', size: 1 })
})

it('is revised by its proposer from what was sent', async () => {
  const id = await sent(await editOf('text', (text) => `${text}\n\nOf words.`))
  const [change] = (await viewOf(id)).drafts ?? []
  if (change?.op !== 'text') throw new Error('no passage')
  expect(change).toMatchObject({ above: 'text', text: expect.stringMatching(/Of words\.$/) })
  const input = { changes: [{ ...change, text: change.text.replace('Of words.', 'Of words and notes.') }] }
  expect(await reviseProposal(db, max, { proposal: id, version: 1, input })).toMatchObject({ code: 'forbidden' })
  expect(await reviseProposal(db, ada, { proposal: id, version: 1, input })).toMatchObject({ ok: true })
  expect(await reviseProposal(db, ada, { proposal: id, version: 1, input })).toMatchObject({ code: 'conflict' })
  expect(await accept(id, 2)).toMatchObject({ ok: true })
  expect(await readme()).toContain('Of words and notes.')
})

it('is merged with what the catalog changed elsewhere meanwhile, in the tables and in the text', async () => {
  const edit = await editOf('imaging', (text) => `${text}\n\nOf pictures.`)
  const other = await submitProposal(db, ada, add('imaging', 'Meanwhile'))
  expect(await accept(other.ok ? other.value.id : 0)).toMatchObject({ ok: true })
  expect(await accept(await sent(await editOf('text', (text) => `More of it.\n\n${text}`)))).toMatchObject({ ok: true })
  expect(await accept(await sent(edit))).toMatchObject({ ok: true })
  expect(await readme()).toMatch(/Of pictures\.\n\n\|[^\n]*\n\|[^\n]*\n\| Meanwhile /)
  expect(await previewText(db, ada, edit)).toMatchObject({ code: 'invalid', fields: { text: expect.stringContaining('already') } })
  expect(await previewText(db, ada, { ...edit, text: edit.text.replace('pictures', 'images') })).toMatchObject({ code: 'conflict', message: expect.stringContaining('The text above Imaging was changed meanwhile') })
})

it('goes with changes of entries and of other passages, each with its own verdict', async () => {
  const texts = [await editOf('text', (text) => `First.\n\n${text}\n\nLast.`), await editOf(null, () => 'The end.')]
  const result = await submitProposal(db, ada, { changes: [...texts, ...add('text', 'Together').changes] })
  const id = result.ok ? result.value.id : 0
  const { title, total, drafts } = await viewOf(id)
  expect({ title, total }).toEqual({ title: 'Edit the text above Text and 2 more', total: 4 })
  expect(drafts?.map(({ op }) => op)).toEqual(['add', 'text', 'text'])
  const without = [{ ordinal: 2, reason: 'It does not end.' }]
  expect(await decideProposal(db, max, { proposal: id, version: 1, verdict: 'accepted', without }, now)).toMatchObject({ ok: true })
  expect(await readme()).toMatch(/First\.[^]*Last\.\n\n\|[^\n]*\n\|[^\n]*\n\| Together /)
  expect(await readme()).not.toContain('The end.')
})

it('refuses what is no change, no passage, no revision, would change a table, or says one passage twice', async () => {
  const edit = await editOf('text', (text) => text)
  expect(await previewText(db, ada, edit)).toMatchObject({ code: 'invalid', fields: { text: expect.stringContaining('already') } })
  expect(await previewText(db, ada, { ...edit, above: 'nowhere' })).toMatchObject({ fields: { text: expect.stringContaining('no such passage') } })
  expect(await previewText(db, ada, { ...edit, base: 99 })).toMatchObject({ fields: { text: expect.stringContaining('no revision 99') } })
  expect(await submitProposal(db, ada, { changes: [{ ...edit, base: 99 }] })).toMatchObject({ fields: { 'changes.0.base': expect.stringContaining('no revision 99') } })
  expect(await previewText(db, ada, { ...edit, text: '\0' })).toMatchObject({ fields: { text: expect.any(String) } })
  const swallowing = { ...edit, text: `${edit.text}\n\n<!--` }
  expect(await previewText(db, ada, swallowing)).toMatchObject({ fields: { text: expect.stringContaining('empty line') } })
  expect(await submitProposal(db, ada, { changes: [swallowing] })).toMatchObject({ fields: { 'changes.0.text': expect.stringContaining('empty line') } })
  const twice = { ...edit, text: `${edit.text}\n\nMore.` }
  expect(await submitProposal(db, ada, { changes: [twice, twice] })).toMatchObject({ fields: { 'changes.1.text': expect.stringContaining('already') } })
  expect(await previewText(db, null, edit)).toMatchObject({ code: 'signed-out' })
})

it('is shown so often, and then in a while', async () => {
  const edit = await editOf('text', (text) => `${text}\n\nOften.`)
  await db.$executeRaw`INSERT INTO bucket (key, full_at) VALUES (${`previews ${ada.id}`}, clock_timestamp() + interval '10 minutes')`
  expect(await previewText(db, ada, edit)).toMatchObject({ code: 'limited', message: expect.stringContaining('Look again in 10 seconds') })
})

it('is read without the entries of the tables', async () => {
  const base = await currentRevision(db)
  const asked: string[] = []
  const watched = db.$extends({ query: { $allOperations: ({ model, operation, args, query }) => (asked.push(`${model ?? ''} ${operation} ${JSON.stringify(args)}`), query(args)) } }) as unknown as PrismaClient
  expect((await readmePassages(watched)).length).toBeGreaterThan(5)
  expect(await passageNow(watched, 'text')).toMatchObject({ base, heading: 'Text' })
  // How many rows a table has is told from what was changed since; nothing else is asked of them.
  expect(asked.filter((one) => /entry/i.test(one) && !/AS size FROM section/.test(one))).toEqual([])
})

it('brings together what is proposed and what was changed meanwhile, for whoever goes on with it', async () => {
  const edit = await editOf('drug', (text) => `${text}\n\nOf pills.`)
  expect(await accept(await sent(await editOf('drug', (text) => `Before it.\n\n${text}\n\nOf drops.`)))).toMatchObject({ ok: true })
  const passage = await proposedPassage(db, edit)
  expect(passage?.text).toMatch(/^Before it\.[^]*Of pills\.$/)
  expect(passage?.clashes).toEqual([{ base: [], ours: ['', 'Of drops.'], theirs: ['', 'Of pills.'] }])
  expect(await proposedPassage(db, { ...edit, above: 'nowhere' })).toBeNull()
})

it('is settled where it clashes: with either side, or with what a maintainer writes', async () => {
  const settling = async (settle: (id: number) => object) => {
    const edit = await editOf('drug', (text) => `${text}\n\nOf one.`)
    const [first, second] = [await sent(await editOf('drug', (text) => `${text}\n\nOf two.`)), await sent(edit)]
    expect(await accept(first)).toMatchObject({ ok: true })
    const { clashes, blocked } = await viewOf(second)
    expect(clashes).toMatchObject([{ of: { ordinal: 0, name: 'text' }, passage: expect.stringMatching(/Of one\.$/), theirs: [{ text: 'Of one.' }, { text: '' }] }])
    expect(blocked).toBeNull()
    const done = await settleClash(db, max, { proposal: second, version: 1, ordinal: 0, picks: {}, ...settle(second) })
    return { id: second, done }
  }
  expect((await settling(() => ({}))).done).toMatchObject({ code: 'invalid', fields: { text: 'Pick one.' } })
  expect((await settling(() => ({ picks: { text: 'ours' } }))).done).toMatchObject({ code: 'invalid', fields: { text: expect.stringContaining('leave it out') } })
  const theirs = await settling(() => ({ picks: { text: 'theirs' } }))
  expect(theirs.done).toMatchObject({ ok: true })
  expect(await accept(theirs.id)).toMatchObject({ ok: true })
  expect(await readme()).toMatch(/Of one\.\n\n\|/)
  const { text } = await editOf('drug', (said) => `${said}\n\nOf both.`)
  const written = await settling(() => ({ picks: { text: 'written' }, written: text }))
  expect(written.done).toMatchObject({ ok: true })
  expect(await accept(written.id)).toMatchObject({ ok: true })
  expect(await readme()).toMatch(/Of one\.\n\nOf both\.\n\n\|/)
})

it('is amended by a maintainer, in several places as one', async () => {
  const id = await sent(await editOf('imaging', (text) => `${text}\n\nOf scans.`))
  const found = await amendable(db, max, id, 0)
  const change = found.ok ? found.value.change : null
  if (change?.op !== 'text') throw new Error('no text')
  const amended = { ...change, text: `Above all.\n\n${change.text.replace('scans', 'scans and slides')}` }
  expect(await amendChange(db, max, { proposal: id, version: 1, ordinal: 0, changes: add('imaging', 'Other').changes })).toMatchObject({ code: 'invalid' })
  expect(await amendChange(db, max, { proposal: id, version: 1, ordinal: 0, changes: [amended] })).toMatchObject({ ok: true })
  expect(await accept(id)).toMatchObject({ ok: true })
  expect(await readme()).toMatch(/Above all\.[^]*Of scans and slides\.\n\n\|/)
})

it('is no form’s where an import changed it', async () => {
  const imported = await proposeReadme(db, max, { bytes: Buffer.from(`${(await exportReadme(db))?.text}\nMore.\n`), rationale: '' })
  expect((await viewOf(imported.ok ? imported.value.id : 0)).drafts).toBeNull()
})
