import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { exportReadme } from '@/lib/readme/export'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { decideProposal } from './decide'
import { proposeReadme } from './import'
import { previewText, proposedPassage, proposeText, readmePassages } from './propose-text'
import { submitProposal } from './service'

const now = new Date('2026-11-25T12:00:00Z')
let db: PrismaClient
let ada: Viewer, max: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ;[ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer')]
})
afterAll(() => db.$disconnect())

const readme = async () => ((await exportReadme(db))?.text ?? '').replace(/^Last updated: .*$/m, 'Last updated')

/** The passage above a section, with an edit of its text. */
async function editOf(section: string, change: (text: string) => string) {
  const { base, passages } = await readmePassages(db)
  const passage = passages.find(({ above }) => above === section)
  if (!passage) throw new Error(`no passage above ${section}`)
  return { base, index: passage.index, text: change(passage.text), rationale: 'It reads better.' }
}

async function sent(edit: Parameters<typeof proposeText>[2]): Promise<number> {
  const result = await proposeText(db, ada, edit, null)
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields)}`)
  return result.value.id
}

const accept = (proposal: number, version = 1) => decideProposal(db, max, { proposal, version, verdict: 'accepted' }, now)

it('changes a heading in the README, and no other byte', async () => {
  const before = await readme()
  const edit = await editOf('Vision Models', (text) => text.replace('### Vision Models', '### Vision Foundation Models'))
  const preview = await previewText(db, ada, edit)
  expect(preview).toMatchObject({ ok: true, value: { total: 1, readme: { added: 1, removed: 1, padding: 0 } } })
  expect(await accept(await sent(edit))).toMatchObject({ ok: true })
  expect(await readme()).toBe(before.replace('### Vision Models', '### Vision Foundation Models'))
  expect((await readmePassages(db)).passages.map(({ above }) => above)).toContain('Vision Foundation Models')
})

it('brings a whole section with its first entries', async () => {
  const table = '### Agents\n\n| Model | Subfield | Paper | Code | Base | Pre-Training Data |\n| --- | --- | --- | --- | --- | --- |\n| Agent X | - | - | - | - | - |\n'
  const before = await readme()
  expect(await accept(await sent(await editOf('Vision Foundation Models', (text) => `${table}\n${text}`)))).toMatchObject({ ok: true })
  expect(await readme()).toBe(before.replace('### Vision Foundation Models', `${table}\n### Vision Foundation Models`))
  expect(await db.section.findUnique({ where: { slug: 'agents' }, select: { kind: true, size: true } })).toEqual({ kind: 'model', size: 1 })
})

it('is revised by its proposer from what was sent', async () => {
  const id = await sent(await editOf('Text', (text) => `${text}\n\nOf words.`))
  const passage = await proposedPassage(db, { proposal: id, version: 1 })
  expect(passage).toMatchObject({ above: 'Text', rationale: 'It reads better.', text: expect.stringMatching(/Of words\.$/) })
  if (!passage) throw new Error('no passage')
  const { base, index, text } = passage
  const edit = { base, index, text: text.replace('Of words.', 'Of words and notes.') }
  expect(await proposeText(db, max, edit, { proposal: id, version: 1 })).toMatchObject({ code: 'forbidden' })
  expect(await proposeText(db, ada, edit, { proposal: id, version: 1 })).toMatchObject({ ok: true })
  expect(await proposeText(db, ada, edit, { proposal: id, version: 1 })).toMatchObject({ code: 'conflict' })
  expect(await accept(id, 2)).toMatchObject({ ok: true })
  expect(await readme()).toContain('Of words and notes.')
})

it('is merged with what the catalog changed elsewhere meanwhile', async () => {
  const edit = await editOf('Imaging', (text) => `${text}\n\nOf pictures.`)
  const other = await submitProposal(db, ada, { changes: [{ op: 'add', section: 'imaging', entry: { kind: 'dataset', fields: { name: 'Meanwhile', papers: [], description: null, links: [] } } }] })
  expect(await accept(other.ok ? other.value.id : 0)).toMatchObject({ ok: true })
  expect(await accept(await sent(edit))).toMatchObject({ ok: true })
  expect(await readme()).toMatch(/Of pictures\.\n\n\|[^\n]*\n\|[^\n]*\n\| Meanwhile /)
})

it('refuses what is no change, no passage, no revision, or would change a table', async () => {
  const edit = await editOf('Text', (text) => text)
  expect(await previewText(db, ada, edit)).toMatchObject({ code: 'invalid', fields: { text: expect.stringContaining('already') } })
  expect(await previewText(db, ada, { ...edit, index: 99 })).toMatchObject({ fields: { text: expect.stringContaining('no such passage') } })
  expect(await proposeText(db, ada, { ...edit, base: 99 }, null)).toMatchObject({ fields: { base: expect.stringContaining('no revision 99') } })
  expect(await previewText(db, ada, { ...edit, text: '\0' })).toMatchObject({ fields: { text: expect.any(String) } })
  expect(await previewText(db, ada, { ...edit, text: `${edit.text}\n\n<!--` })).toMatchObject({ fields: { text: expect.stringContaining('empty line') } })
  expect(await previewText(db, null, edit)).toMatchObject({ code: 'signed-out' })
  expect(await proposeText(db, null, edit, null)).toMatchObject({ code: 'signed-out' })
})

it('knows no passage of a proposal that is no change of one', async () => {
  const add = await submitProposal(db, ada, { changes: [{ op: 'add', section: 'text', entry: { kind: 'dataset', fields: { name: 'No text', papers: [], description: null, links: [] } } }] })
  expect(await proposedPassage(db, { proposal: add.ok ? add.value.id : 0, version: 1 })).toBeNull()
  const imported = await proposeReadme(db, max, { bytes: Buffer.from(`${(await exportReadme(db))?.text}\nMore.\n`), rationale: '' })
  expect(await proposedPassage(db, { proposal: imported.ok ? imported.value.id : 0, version: 1 })).toBeNull()
  expect(await proposedPassage(db, { proposal: 0, version: 1 })).toBeNull()
})
