import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import type { EntryInput } from '@/lib/catalog/entry'
import { connect } from '@/lib/db'
import type { Result } from '@/lib/errors'
import { decideProposal } from '@/lib/proposals/decide'
import { findDuplicates } from '@/lib/proposals/duplicates'
import { proposalView } from '@/lib/proposals/queries'
import { submitProposal } from '@/lib/proposals/service'
import { exportReadme } from '@/lib/readme/export'
import { importReadme, type Imported } from '@/lib/readme/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase, person } from '@/scripts/testing/database'
import { entryPage } from './entry-page'
import { listedKinds, sectionFrames } from './form-data'
import { catalogHome, sectionPage } from './queries'
import { readSearch } from './search/address'
import { searchCatalog } from './search/search'

let db: PrismaClient
let ada: Viewer
let max: Viewer
let before: string
let imported: Result<Imported>

beforeAll(async () => {
  const bytes = await readFile(fileURLToPath(new URL('../../scripts/testing/list.README.md', import.meta.url)))
  before = bytes.toString()
  db = connect(await freshDatabase())
  imported = await importReadme(db, bytes, null)
  ada = await person(db, 'Ada')
  max = await person(db, 'Max', 'maintainer')
})
afterAll(() => db.$disconnect())

const propose = (section: string, entry: EntryInput) => submitProposal(db, ada, { changes: [{ op: 'add', section, entry }] })
const text = async () => (await exportReadme(db))?.text ?? ''

describe('a list that is nobody’s of ours', () => {
  it('is taken in whole, and given back byte for byte', async () => {
    expect(imported).toMatchObject({ ok: true, value: { sections: 6, models: 2, datasets: 1, others: 10, problems: [] } })
    expect(await text()).toBe(before)
  })

  it('is shown by its sections, each called so that it can be told from the others', async () => {
    const { counts, index } = await catalogHome(db)
    expect(counts).toEqual({ model: 2, dataset: 1, table: 10 })
    expect(index.map(({ slug, heading, kind }) => [slug, heading, kind])).toEqual([
      ['awesome-tables-awesome', 'Awesome tables Awesome', 'table'],
      ['papers', 'Papers', 'table'],
      ['tools', 'Tools', 'table'],
      ['tools-2', 'Tools (2)', 'table'],
      ['models', 'Models', 'model'],
      ['datasets', 'Datasets', 'dataset'],
    ])
    expect(await listedKinds(db)).toEqual(['model', 'dataset', 'table'])
  })

  it('is searched in every cell', async () => {
    const found = async (parameters: object) => (await searchCatalog(db, readSearch({ ...parameters }))).entries.map(({ slug }) => slug)
    expect(await found({ q: 'standard EDITOR' })).toEqual(['ed'])
    expect(await found({ q: 'neurips', section: 'papers' })).toEqual(['attention-is-still-all-you-need'])
    expect(await found({ kind: 'table' })).toHaveLength(10)
  })

  it('has a page for each row, with its cells in the table’s order', async () => {
    const page = await entryPage(db, 'table', 'rows-columns-a-b-in-code')
    expect(page).toMatchObject({
      ...{ name: 'Rows & columns: a | b in code', removed: false, usedBy: [] },
      section: { slug: 'papers', heading: 'Papers', columns: ['Year', 'Title', 'Venue', 'Links'] },
      markdown: '| 2022 | Rows & columns: `a \\| b` in *code* | – | |',
      history: [{ title: 'Imported from the README' }],
    })
    expect(Object.entries(page?.entry.more ?? {})).toEqual([
      ['Year', '2022'],
      ['Title', 'Rows & columns: `a \\| b` in *code*'],
      ['Venue', '–'],
      ['Links', ''],
    ])
    expect(await entryPage(db, 'table', 'tablelm')).toBeNull()
  })

  it('tells its forms what a row looks like', async () => {
    const [, , tools] = await sectionFrames(db, 'table')
    expect(tools).toMatchObject({ slug: 'tools', first: 'mdtable', last: 'ed', sample: ['[mdtable](https://github.com/b/mdtable)', 'Rust', 'Formats tables; keeps `\\|` in code'] })
  })

  it('leaves out a section that is gone', async () => {
    await db.section.update({ where: { slug: 'tools-2' }, data: { removed: true } })
    expect((await catalogHome(db)).index.map(({ slug }) => slug)).not.toContain('tools-2')
    expect(await sectionPage(db, 'tools-2')).toBeNull()
    expect((await sectionFrames(db, 'table')).map(({ slug }) => slug)).not.toContain('tools-2')
    expect(await propose('tools-2', { kind: 'table', fields: {}, more: { Name: 'X' } })).toMatchObject({
      fields: { 'changes.0.section': 'There is no such section any more; choose another.' },
    })
    await db.section.update({ where: { slug: 'tools-2' }, data: { removed: false } })
  })
})

describe('a row proposed for it', () => {
  const cells = { Title: '[A | b](https://arxiv.org/abs/2411.00009v2)', Venue: '`x\\|y`', Year: '2024' }

  it('is refused where it says what the table has no column for', async () => {
    const field = 'changes.0.section'
    const says = (column: string) => ({
      code: 'invalid',
      fields: { [field]: `The table of this section has no column for “${column}”; choose another, or leave that empty.` },
    })
    const bare = { name: 'M', subfield: null, paper: null, code: null, base: [], data: [], starred: false }
    expect(await propose('papers', { kind: 'table', fields: {}, more: { ...cells, Pages: '12' } })).toMatchObject(says('Pages'))
    expect(await propose('models', { kind: 'model', fields: { ...bare, subfield: 'X' } })).toMatchObject(says('Subfield'))
    expect(await propose('models', { kind: 'model', fields: bare, more: { name: 'N' } })).toMatchObject(says('name'))
    expect(await propose('tools', { kind: 'model', fields: bare })).toMatchObject({
      fields: { [field]: 'This section lists entries; choose another.' },
    })
    expect(await propose('papers', { kind: 'table', fields: {}, more: { Year: ' ' } })).toMatchObject({
      fields: { 'changes.0.entry.more': 'Fill in at least one column: a row says something.' },
    })
  })

  it('is found by others who propose the same', async () => {
    const like = { kind: 'table' as const, name: 'x', urls: ['https://arxiv.org/pdf/2401.00001v3'] }
    expect(await findDuplicates(db, ada, like)).toMatchObject({
      value: [{ why: 'same arXiv id 2401.00001', entry: { kind: 'table', slug: 'attention-is-still-all-you-need' } }],
    })
  })

  it('becomes one line of the README, and nothing else changes', async () => {
    const sent = await propose('papers', { kind: 'table', fields: {}, more: cells })
    if (!sent.ok) throw new Error(sent.message)
    const view = await proposalView(db, max, sent.value.id, new Date())
    expect(view).toMatchObject({
      value: {
        title: 'Add A | b',
        changes: [{ section: { heading: 'Papers' }, view: { name: 'A | b', entry: { more: { Year: '2024', Links: '' } } }, duplicates: [] }],
      },
    })
    expect(await findDuplicates(db, max, { kind: 'table', name: 'a b', urls: [] })).toMatchObject({ value: [{ why: 'same name', proposal: { title: 'Add A | b' } }] })
    const decided = await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted', reason: '' }, new Date())
    expect(decided).toMatchObject({ ok: true, value: { entry: { kind: 'table', slug: 'a-b', name: 'A | b' } } })
    const line = '| 2024 | [A \\| b](https://arxiv.org/abs/2411.00009v2) | `x\\|y` | |'
    const [head = '', tail = ''] = before.split(/(?<=\| -----) \|\n/)
    expect(await text()).toBe(`${head} |\n${line}\n${tail}`)
    expect(await entryPage(db, 'table', 'a-b')).toMatchObject({ markdown: line, history: [{ title: 'Add A | b', proposer: 'Ada', decider: 'Max' }] })
  })

  it('of a model’s table may fill a column that models have not, and lack one that they have', async () => {
    const fields = { name: 'RowGPT', subfield: null, paper: null, code: null, base: [], data: [], starred: false }
    const sent = await propose('models', { kind: 'model', fields, more: { Stars: '7' } })
    if (!sent.ok) throw new Error(sent.message)
    await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted', reason: '' }, new Date())
    expect(await entryPage(db, 'model', 'rowgpt')).toMatchObject({ entry: { fields: { name: 'RowGPT', paper: null, code: null }, more: { Stars: '7' } } })
    expect((await text()).split('\n').find((row) => row.includes('RowGPT'))?.replace(/ +/g, ' ')).toBe('| RowGPT | - | 7 | - |')
  })
})
