import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import { loadReadme } from '@/lib/readme/load'
import { render } from '@/lib/readme/render'
import { editedPairs } from '@/lib/readme/testing/hand-edits'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase, maintainers, seedBytes } from '@/scripts/testing/database'
import { decideProposal } from './decide'
import { proposeReadme } from './import'

let db: PrismaClient
let mia: Viewer, max: Viewer
beforeAll(async () => {
  db = connect(await freshDatabase())
  ;[mia, max] = await maintainers(db)
})
afterAll(() => db.$disconnect())

type Edit = (lines: string[]) => string[]

/** The line that begins so, by its number. */
function at(lines: string[], start: string): number {
  const found = lines.findIndex((line) => line.startsWith(start))
  if (found === -1) throw new Error(`no line begins with ${start}`)
  return found
}

const insert = (before: string, ...fresh: string[]): Edit => (lines) => lines.toSpliced(at(lines, before), 0, ...fresh)
const drop = (start: string, count = 1): Edit => (lines) => lines.toSpliced(at(lines, start), count)
const replace = (start: string, from: string | RegExp, to: string): Edit => (lines) => lines.with(at(lines, start), (lines[at(lines, start)] as string).replace(from, to))
const move = (start: string, before: string): Edit => (lines) => insert(before, lines[at(lines, start)] as string)(drop(start)(lines))
const everywhere = (from: RegExp, to: string): Edit => (lines) => lines.join('\n').replace(from, to).split('\n')

/** What a list's keepers do to it by hand, one version after another. */
const versions: Edit[][] = [
  [
    insert('| MMedLM 2', '| Hippo | Medicine | [Hippo: a model](https://arxiv.org/abs/2403.00001) | - | LLaMA 2 | PMC + MIMIC-IV |'),
    replace('Last updated', '2024/03/03', '2024/03/05'),
  ],
  [
    replace('| BioMistral', / -  +\| Mistral /, ' [Github](https://github.com/BioMistral/BioMistral) | Mistral '),
    drop('| PULSE'),
    everywhere(/up-to-date list/, 'list, kept up to date,'),
    replace('### Text', 'Text', 'Texts'),
  ],
  [
    move('| Meditron', '| MMedLM 2'),
    move('| Taiyi', '| RadFM'),
    replace('| Me LLaMA', /Me LLaMA +\|/, 'Me-LLaMA |'),
    everywhere(/\n\n---\n\n/, '\n\n***\n\n'),
  ],
  [
    (lines) => [...lines, '## Tools', '', 'Tool | Licence', ':-- | --:', '[Nurse](https://example.org/nurse) | MIT', 'Doctor | Apache \\| BSD', ''],
    everywhere(/ Subfield +\|/, ' Field |'),
    drop('### Protein', 1),
  ],
  [everywhere(/\n/g, '\r\n'), (lines) => [`\ufeff${lines[0]}`, ...lines.slice(1)]],
  [everywhere(/\r\n$/, '')],
]

it('replays a list’s hand edits: every export has that version’s bytes, then and later', { timeout: 300_000 }, async () => {
  const seed = (await seedBytes()).toString()
  const texts = [seed]
  for (const edits of versions) texts.push(edits.reduce((lines, edit) => edit(lines), (texts.at(-1) as string).split('\n')).join('\n'))
  texts.push(seed)
  expect(new Set(texts).size).toBe(texts.length - 1)
  await importReadme(db, Buffer.from(seed), null)
  for (const [index, text] of texts.entries()) {
    if (index === 0) continue
    const sent = await proposeReadme(db, mia, { bytes: Buffer.from(text), rationale: `Version ${index + 1}` })
    if (!sent.ok) throw new Error(`version ${index + 1}: ${sent.message}`)
    const decided = await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted' }, new Date())
    expect(decided, `version ${index + 1}`).toMatchObject({ ok: true, value: { catalogRevision: index + 1 } })
    expect((await exportReadme(db))?.text, `version ${index + 1}`).toBe(text)
    expect(await proposeReadme(db, mia, { bytes: Buffer.from(text), rationale: '' })).toMatchObject({ code: 'invalid', fields: { readme: 'This README is what the catalog says already.' } })
  }
  for (const [index, text] of texts.entries()) {
    expect((await exportReadme(db, index + 1))?.text).toBe(text)
    expect(render((await loadReadme(db, index + 1)).parts)).toBe(text)
  }
  await expectWhole(texts.length)
  // What came back is what it was: under its old name, with its history.
  expect(await keysOf(texts.length)).toEqual(await keysOf(1))
})

async function keysOf(revision: number): Promise<string[][]> {
  const { parts } = await loadReadme(db, revision)
  return parts.flatMap((part) => ('section' in part ? [[part.section.key, ...part.section.rows.map(({ key }) => key)]] : []))
}

it('becomes any text that any hand makes of it, and what it was stays', { timeout: 300_000 }, async () => {
  const nasty = connect(await freshDatabase())
  const [ada, eve] = await maintainers(nasty)
  const texts = ['| a | b |\n| - | - |\n| 1 | 2 |\n']
  await importReadme(nasty, Buffer.from(texts[0] as string), null)
  const become = async (text: string) => {
    // Refused as no README: a database keeps no NUL, and a list is not nothing.
    if (text === texts.at(-1) || text.includes('\0') || text.trim() === '') return
    const sent = await proposeReadme(nasty, ada, { bytes: Buffer.from(text), rationale: '' })
    if (!sent.ok) throw new Error(sent.message)
    expect(await decideProposal(nasty, eve, { proposal: sent.value.id, version: 1, verdict: 'accepted' }, new Date())).toMatchObject({ ok: true })
    expect((await exportReadme(nasty))?.text).toBe(text)
    texts.push(text)
  }
  // The line above a table's rows ends as none of them does: without them it would run into the next.
  for (const words of ['Words.', 'Other words.']) await become(`| a | b |\r| - | - |\r| 1 | 2 |\n\n${words}\n\n| c | d |\n| - | - |\n| 3 | 4 |\n`)
  await fc.assert(
    fc.asyncProperty(editedPairs, async ({ before, after }) => {
      await become(before)
      await become(after)
    }),
    { numRuns: 20, endOnFailure: true },
  )
  for (const [index, text] of texts.entries()) expect((await exportReadme(nasty, index + 1))?.text).toBe(text)
  await nasty.$disconnect()
})

it('takes over five thousand changed rows, as many new and some removed, in one decision', { timeout: 300_000 }, async () => {
  const big = connect(await freshDatabase())
  const [ada, eve] = await maintainers(big)
  const row = (index: number, note: string) => `| M${index} | ${note} | [Paper ${index}](https://example.org/${index}) | BERT + T5 |`
  const text = (rows: string[]) => `# List\n\n| Model | Subfield | Paper | Base |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
  const numbers = Array.from({ length: 5_500 }, (_, index) => index)
  await importReadme(big, Buffer.from(text(numbers.map((index) => row(index, 'Old')))), null)
  const after = text([...numbers.slice(500).map((index) => row(index, 'New')), ...numbers.map((index) => row(10_000 + index, 'Old'))])
  const sent = await proposeReadme(big, ada, { bytes: Buffer.from(after), rationale: '' })
  expect(sent).toMatchObject({ ok: true, value: { changes: 11_000 } })
  const decided = await decideProposal(big, eve, { proposal: sent.ok ? sent.value.id : 0, version: 1, verdict: 'accepted' }, new Date())
  expect(decided).toMatchObject({ ok: true })
  expect((await exportReadme(big))?.text).toBe(after)
  await big.$disconnect()
})

/** The tables of the catalog as it is now say what its history says. */
async function expectWhole(revision: number): Promise<void> {
  const readme = await loadReadme(db, revision)
  const listed = readme.parts.flatMap((part) => ('section' in part ? [part.section] : []))
  const sections = await db.section.findMany({ where: { removed: false }, orderBy: { ordinal: 'asc' } })
  expect(sections.map(({ slug, size, heading }) => ({ slug, size, heading }))).toEqual(listed.map(({ key, rows, heading }) => ({ slug: key, size: rows.length, heading })))
  for (const { id, slug } of sections) {
    const entries = await db.entry.findMany({ where: { sectionId: id, removed: false }, orderBy: { rank: 'asc' } })
    const rows = listed.find(({ key }) => key === slug)?.rows ?? []
    expect(entries.map(({ slug: key, cells, verbatim }) => ({ key, cells, verbatim }))).toEqual(rows.map(({ key, cells, verbatim }) => ({ key, cells, verbatim })))
  }
  const stray = await db.$queryRaw`
    SELECT e.id FROM entry e JOIN LATERAL (SELECT * FROM entry_revision r WHERE r.entry_id = e.id ORDER BY number DESC LIMIT 1) r ON true
    WHERE (e.revision, e.section_id, e.rank, e.name, e.cells, e.verbatim, e.removed) IS DISTINCT FROM (r.number, r.section_id, r.rank, r.name, r.cells, r.verbatim, r.removed)`
  expect(stray).toEqual([])
}
