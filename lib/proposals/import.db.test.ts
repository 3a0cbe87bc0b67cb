import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, maintainers, person } from '@/scripts/testing/database'
import { catalogLog } from '@/lib/catalog/log'
import { entryPage } from '@/lib/catalog/entry-page'
import { decideProposal } from './decide'
import { previewReadme, proposeReadme } from './import'
import { proposalView } from './queries'
import { queue } from './queue'
import { revisable } from './revisable'
import { submitProposal } from './service'

const now = new Date('2026-11-25T12:00:00Z')

let db: PrismaClient
let mia: Viewer, max: Viewer, ada: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ;[mia, max] = await maintainers(db)
  ada = await person(db, 'Ada')
})
afterAll(() => db.$disconnect())

async function readme(revision?: number): Promise<string> {
  return (await exportReadme(db, revision))?.text ?? ''
}

/** The README with one text in the place of another, which must be there once. */
function edit(text: string, from: string, to: string): string {
  expect(text.split(from)).toHaveLength(2)
  return text.replace(from, () => to)
}

async function proposed(text: string, base?: number): Promise<number> {
  const sent = await proposeReadme(db, mia, { bytes: Buffer.from(text), base, rationale: '' })
  if (!sent.ok) throw new Error(sent.message)
  return sent.value.id
}

const accept = (proposal: number) => decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)
const preview = (bytes: Uint8Array, more: { base?: number; pasted?: boolean } = {}) => previewReadme(db, mia, { bytes, ...more })

describe('an edited README', () => {
  it.each([
    ['readme', 'is not UTF-8', new Uint8Array([0x23, 0xff]), undefined, /offset 1/],
    ['readme', 'holds a NUL', Buffer.from('# A\0'), undefined, /^Line 1 holds a NUL/],
    ['readme', 'is empty', Buffer.from(' \n'), undefined, /nothing in it/],
    ['readme', 'is too long', Buffer.alloc(5_000_001, 'a'), undefined, /5 MB at most/],
    ['base', 'was exported at no revision yet', Buffer.from('# A\n'), 99, /There is no revision 99/],
    ['base', 'was exported at revision 0', Buffer.from('# A\n'), 0, /There is no revision 0/],
    ['base', 'was exported at half a revision', Buffer.from('# A\n'), 1.5, /There is no revision 1.5/],
  ])('is refused under "%s" where it %s', async (field, _, bytes, base, message) => {
    const refusal = { code: 'invalid', fields: { [field]: expect.stringMatching(message) } }
    expect(await previewReadme(db, mia, { bytes, base })).toMatchObject(refusal)
    expect(await proposeReadme(db, mia, { bytes, base, rationale: '' })).toMatchObject(refusal)
  })

  it('is refused where it is what the catalog says, now or at its base', async () => {
    expect(await preview(Buffer.from(await readme()))).toMatchObject({ fields: { readme: 'This README is what the catalog says already.' } })
    const changed = await readme()
    await accept(await proposed(edit(changed, 'an up-to-date list', 'a fresh list')))
    expect(await preview(Buffer.from(changed), { base: 1 })).toMatchObject({ fields: { readme: expect.stringContaining('at revision 1') } })
  })

  it('is refused for a note that is too long, beside the note', async () => {
    const bytes = Buffer.from(`${await readme()}\nMore.\n`)
    expect(await proposeReadme(db, mia, { bytes, rationale: 'a'.repeat(2001) })).toMatchObject({ fields: { rationale: expect.any(String) } })
  })

  it('is shown in words and by line, and writes nothing', async () => {
    const text = await readme()
    const edited = edit(edit(text, '| Mistral ', '| Mistral 7B '), '[Github](https://github.com/openmedlab/PULSE)', 'see the paper')
    const [before, found] = [await db.proposal.count(), await preview(Buffer.from(edited))]
    if (!found.ok) throw new Error(found.message)
    expect(found.value).toMatchObject({ title: 'Import an edited README: 2 changed', total: 2, clashes: [], base: found.value.revision })
    expect(found.value.changes.map((change) => change.op === 'edit' && [change.name, change.steps])).toEqual([
      ['BioMistral', [{ label: 'Base models', before: [{ text: 'Mistral' }], after: [{ text: 'Mistral 7B' }] }]],
      ['PULSE', [{ label: 'Code', before: [{ text: 'Github', url: 'https://github.com/openmedlab/PULSE' }], after: [{ text: 'see the paper' }] }]],
    ])
    expect(found.value.problems.map(({ message }) => message)).toEqual([expect.stringContaining('"code"')])
    expect(found.value.readme).toMatchObject({ more: 0 })
    expect(await db.proposal.count()).toBe(before)
  })

  it('that was pasted has the line ends that the README has', async () => {
    const text = await readme()
    expect(await preview(Buffer.from(text.replaceAll('\n', '\r\n')), { pasted: true })).toMatchObject({ fields: { readme: expect.stringContaining('already') } })
    expect(await preview(Buffer.from(text.replaceAll('\n', '\r\n')))).toMatchObject({ ok: true })
  })
})

describe('its acceptance', () => {
  it('gives that README back, its own date line too, and the catalog what it says', async () => {
    const text = await readme()
    const row = text.split('\n').find((line) => line.startsWith('| Taiyi ')) as string
    const edited = edit(edit(text, `${row}\n`, ''), '| BioMedGPT  ', '| BioMedGPT 2')
    const id = await proposed(edited)
    const view = await proposalView(db, max, id, now)
    expect(view.ok && view.value).toMatchObject({ title: 'Import an edited README: 1 changed, 1 removed', drafts: null, blocked: null })
    expect(await accept(id)).toMatchObject({ ok: true, value: { state: 'accepted' } })
    expect(await readme()).toBe(edited)
    const after = await proposalView(db, max, id, now)
    expect(after.ok && after.value.readme).toEqual(view.ok && view.value.readme)
    expect(await entryPage(db, 'model', 'taiyi')).toMatchObject({ removed: true, history: [{ number: 2 }, { number: 1 }] })
    const page = await entryPage(db, 'model', 'biomedgpt')
    expect(page).toMatchObject({ name: 'BioMedGPT 2', removed: false, history: [{ title: 'Import an edited README: 1 changed, 1 removed' }, {}] })
    const { items } = await catalogLog(db, {})
    expect(items[0]?.entries.map(({ slug }) => slug).toSorted()).toEqual(['biomedgpt', 'taiyi'])
  })

  it('merges what the catalog changed meanwhile, whoever moved the date', async () => {
    const base = await currentRevision(db)
    const text = await readme()
    const mine = await proposed(edit(text, '| Meditron  ', '| Meditron 2'))
    const fields = { name: 'Meanwhile', subfield: null, paper: null, code: null, base: [], data: [], starred: false }
    const other = await submitProposal(db, ada, { changes: [{ op: 'add', section: 'language-models', entry: { kind: 'model', fields } }] })
    await accept(other.ok ? other.value.id : 0)
    const dated = await readme()
    expect(dated).toContain('Last updated: 2026/11/25')
    expect(await proposalView(db, max, mine, now)).toMatchObject({ value: { base, clashes: [], blocked: null } })
    expect(await accept(mine)).toMatchObject({ ok: true })
    expect(await readme()).toBe(edit(dated, '| Meditron  ', '| Meditron 2'))
  })

  it('is refused where both changed the same otherwise: told before and at the decision, and nothing is lost', async () => {
    const text = await readme()
    const [first, second] = [edit(text, '| MedAlpaca ', '| MedLlama  '), edit(text, '| MedAlpaca ', '| Alpaca    ')]
    const [one, two] = [await proposed(first), await proposed(second)]
    await accept(one)
    const view = await proposalView(db, max, two, now)
    const clash = { entry: 'MedAlpaca', section: 'Language Models', field: 'Name', base: [{ text: 'MedAlpaca' }], ours: [{ text: 'MedLlama' }], theirs: [{ text: 'Alpaca' }] }
    expect(view).toMatchObject({ value: { readme: null, clashes: [clash] } })
    expect(await accept(two)).toMatchObject({ code: 'conflict', message: expect.stringContaining('Name of MedAlpaca in Language Models') })
    expect(await readme()).toBe(first)
    expect(await db.proposal.findUnique({ where: { id: two } })).toMatchObject({ state: 'submitted' })
    const base = (await currentRevision(db)) - 1
    expect(await preview(Buffer.from(second), { base })).toMatchObject({ value: { readme: null, clashes: [clash] } })
  })

  it('of two at once is one revision each, or a clash, and never a mixture', async () => {
    for (let round = 0; round < 5; round++) {
      const [text, revision] = [await readme(), await currentRevision(db)]
      const ids = [await proposed(`${text}\nRound ${round}\n`), await proposed(edit(text, '### Language Models', `### Language Models ${round}`))]
      const results = await Promise.all(ids.map(accept))
      expect(results.map(({ ok }) => ok)).toEqual([true, true])
      expect(await currentRevision(db)).toBe(revision + 2)
      expect(await readme()).toBe(`${edit(text, '### Language Models', `### Language Models ${round}`)}\nRound ${round}\n`)
      await accept(await proposed(text))
    }
  })

  it('of two at once that clash is the one or the other', async () => {
    for (let round = 0; round < 5; round++) {
      const [text, revision] = [await readme(), await currentRevision(db)]
      const row = text.split('\n').find((line) => line.startsWith('| ChatDoctor')) as string
      const texts = ['One', 'Two'].map((name) => edit(text, row, row.replace(/^\| ChatDoctor[^|]*/, (cell) => `| ChatDoctor ${name}${round}`.padEnd(cell.length))))
      const ids = [await proposed(texts[0] as string), await proposed(texts[1] as string)]
      const results = await Promise.all(ids.map(accept))
      expect(results.map((result) => (result.ok ? 'ok' : result.code)).toSorted()).toEqual(['conflict', 'ok'])
      expect([await readme(), await currentRevision(db)]).toEqual([texts[results.findIndex(({ ok }) => ok)], revision + 1])
    }
  })

  it('can wait for a better one: the next version of the same proposal', async () => {
    const text = await readme()
    const proposal = await proposed(`${text}\nFirst try.\n`)
    await decideProposal(db, max, { proposal, version: 1, verdict: 'changes_requested', reason: 'Mind the gap.' }, now)
    const again = { bytes: Buffer.from(`${text}\nSecond try.\n`), rationale: '', revises: { proposal, version: 1 } }
    expect(await proposeReadme(db, max, again)).toMatchObject({ code: 'forbidden' })
    expect(await proposeReadme(db, mia, again)).toMatchObject({ ok: true, value: { id: proposal, version: 2 } })
    expect(await proposeReadme(db, mia, again)).toMatchObject({ code: 'conflict', message: expect.stringContaining('version 2') })
    expect(await accept(proposal)).toMatchObject({ code: 'conflict' })
    expect(await revisable(db, mia, proposal)).toEqual({ ok: true, value: { proposal, version: 2, title: 'Edit the text of the README' } })
    expect(await decideProposal(db, max, { proposal, version: 2, verdict: 'accepted' }, now)).toMatchObject({ ok: true })
    expect(await readme()).toBe(`${text}\nSecond try.\n`)
    expect(await revisable(db, mia, proposal)).toMatchObject({ code: 'conflict' })
    expect(await revisable(db, max, proposal)).toMatchObject({ code: 'forbidden' })
    for (const [actor, id] of [[ada, proposal], [mia, 2 ** 31]] as const) expect(await revisable(db, actor, id)).toMatchObject({ code: 'not-found' })
    expect(await revisable(db, null, proposal)).toMatchObject({ code: 'signed-out' })
  })

  it('waits in the queue under the sections that it changes, among forms', async () => {
    const text = await readme()
    const id = await proposed(`${edit(text, '| PMC-LLaMA ', '| PMC-Llama ')}\nBye.\n`)
    const listed = await queue(db, max)
    expect(listed.ok && listed.value.items.find((item) => item.id === id)).toMatchObject({ kinds: ['model', 'text'], sections: ['Language Models'] })
  })
})
