import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { comparedEntries } from '@/lib/compare/compared'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, maintainers, person } from '@/scripts/testing/database'
import { decided, newDataset, newSubfield, sent } from '@/scripts/testing/proposals'
import type { EntryKind } from './entry'
import { entryPage, type EntryPage } from './entry-page'
import { catalogHome, sectionPage } from './queries'

let db: PrismaClient
let ada: Viewer
let max: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ada = await person(db, 'Ada')
  max = (await maintainers(db))[1]
})
afterAll(() => db.$disconnect())

const page = async (kind: EntryKind, slug: string) => (await entryPage(db, kind, slug)) as EntryPage
const accepted = async (...changes: Parameters<typeof sent>[2][]) => decided(db, max, await sent(db, ada, ...changes), 'accepted')

// In the order of what happens: each adds to what the list was before.
describe('what is new', () => {
  it('is, in a list that was only imported, what was published last', async () => {
    const { added, published } = (await catalogHome(db)).news
    expect(added).toEqual([])
    expect(published).toHaveLength(6)
    const years = published.map(({ year }) => year)
    expect(years).toEqual(years.toSorted((a, b) => b - a))
    expect(years[0]).toBe((await db.entrySearch.aggregate({ _max: { year: true } }))._max.year)
  })

  it('is what was accepted, with its moment, the latest first; what is gone again is no news', async () => {
    await accepted(newDataset('First new'))
    await accepted(newDataset('Second new'), newDataset('Gone again'))
    await accepted({ op: 'remove', section: 'text', key: 'gone-again', base: await currentRevision(db), reason: 'No.' })
    const { added, published } = (await catalogHome(db)).news
    expect(added.map(({ name, section }) => [name, section])).toEqual([['Second new', 'Text'], ['First new', 'Text']])
    const { at } = await db.catalogRevision.findUniqueOrThrow({ where: { number: 3 } })
    expect(added[0]?.at).toEqual(at)
    expect(published).toHaveLength(4)
  })
})

describe('what is related', () => {
  it('shares a base model or data, and tells how many do', async () => {
    const { shared, usedBy } = await page('model', 'cxr-clip')
    const clip = shared.find(({ facet, key }) => facet === 'base' && key === 'clip')
    const all = await db.entryTerm.count({ where: { facet: 'base', key: 'clip', entry: { removed: false } } })
    expect(clip).toMatchObject({ label: 'CLIP', others: all - 1 })
    expect(clip?.entries).toHaveLength(Math.min(8, all - 1))
    expect(shared.map(({ label }) => label)).toContain('MIMIC-CXR')
    expect(shared.flatMap(({ entries }) => entries.map(({ slug }) => slug))).not.toContain('cxr-clip')
    expect(usedBy).toEqual([])
  })

  it('was trained on a dataset, in the order of names', async () => {
    const { usedBy, usedByCount } = await page('dataset', 'mimic-cxr')
    expect(usedByCount).toBe(usedBy.length)
    const names = usedBy.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['KAD', 'CXR-CLIP']))
    expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
  })

  it('leads to the same paper, of any kind; what was removed is none', async () => {
    const paper = { label: 'Paper', url: 'https://arxiv.org/abs/2401.99999v1' }
    const fields = { name: 'Twin set', papers: [paper], description: null, links: [] }
    const model = { name: 'Twin', subfield: null, paper: { ...paper, url: 'https://arxiv.org/pdf/2401.99999' }, code: null, base: ['Twin'], data: ['Twin set'], starred: false }
    await accepted({ op: 'add', section: 'text', entry: { kind: 'dataset', fields } }, { op: 'add', section: 'language-models', entry: { kind: 'model', fields: model } })
    expect((await page('dataset', 'twin-set')).sameWork).toEqual([{ kind: 'model', slug: 'twin', name: 'Twin' }])
    expect(await page('model', 'twin')).toMatchObject({ sameWork: [{ slug: 'twin-set' }], shared: [], usedBy: [], usedByCount: 0 })
    await accepted({ op: 'remove', section: 'text', key: 'twin-set', base: await currentRevision(db), reason: 'No.' })
    expect((await page('model', 'twin')).sameWork).toEqual([])
  })
})

it('what a model is made of leads to the list’s own entries of that kind, on its page and in tables; never to itself, nor to what is gone', async () => {
  const model = { name: 'Child', subfield: null, paper: null, code: null, base: ['TWIN', 'Child', 'MIMIC-III', 'Unheard of'], data: ['mimic iii', 'Twin set', 'Twin'], starred: false }
  await accepted({ op: 'add', section: 'language-models', entry: { kind: 'model', fields: model } })
  const nowhere = (name: string) => ({ name, entry: null })
  const made = {
    bases: [{ name: 'TWIN', entry: { kind: 'model', slug: 'twin', name: 'Twin' } }, nowhere('Child'), nowhere('MIMIC-III'), nowhere('Unheard of')],
    sources: [{ name: 'mimic iii', entry: { kind: 'dataset', slug: 'mimic-iii', name: 'MIMIC-III' } }, nowhere('Twin set'), nowhere('Twin')],
  }
  expect(await page('model', 'child')).toMatchObject(made)
  expect((await sectionPage(db, 'language-models'))?.entries.find(({ slug }) => slug === 'child')).toMatchObject(made)
})

it('a history says what each revision did, field by field', async () => {
  await accepted(await newSubfield(db, 'biomistral', 'Clinic'))
  await accepted({ op: 'move', section: 'language-models', key: 'biomistral', base: await currentRevision(db), to: 'vision-models', place: 'start' })
  await accepted({ op: 'remove', section: 'vision-models', key: 'biomistral', base: await currentRevision(db), reason: 'No.' })
  const { history } = await page('model', 'biomistral')
  expect(history.map(({ did, moved }) => [did, moved])).toEqual([['removed', null], ['changed', { from: 'Language Models', to: 'Vision Models' }], ['changed', null], ['listed', null]])
  expect(history[2]?.steps).toMatchObject([{ label: 'Subfield', after: [{ text: 'Clinic' }] }])
  expect(history[3]).toMatchObject({ steps: [], title: 'Imported from the README' })
})

it('compares what is listed, in the order of its names, and tells what is not', async () => {
  const { entries, missing } = await comparedEntries(db, ['model/kad', 'model/never', 'dataset/mimic-cxr', 'model/biomistral'])
  expect(entries.map(({ name }) => name)).toEqual(['KAD', 'MIMIC-CXR'])
  expect(missing).toEqual(['model/never', 'model/biomistral'])
  expect(await comparedEntries(db, [])).toEqual({ entries: [], missing: [] })
})

it('tells what was merged into an entry in one order, also of one name', async () => {
  const into = await db.entry.findFirstOrThrow({ where: { kind: 'dataset', slug: 'mimic-cxr' } })
  const twins = await db.entry.findMany({ where: { kind: 'dataset', id: { not: into.id } }, select: { id: true }, orderBy: { id: 'asc' }, take: 12 })
  const told = []
  for (const order of [twins, twins.toReversed()]) {
    for (const { id } of order) await db.entry.update({ where: { id }, data: { nameKey: 'twin', name: `Twin ${id}`, removed: true, mergedIntoId: into.id } })
    told.push((await page('dataset', 'mimic-cxr')).merged.map(({ name }) => name))
  }
  expect(told).toEqual([twins, twins].map((order) => order.map(({ id }) => `Twin ${id}`)))
})
