import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormChange } from '@/lib/proposals/change'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog } from '@/scripts/testing/database'
import { naughtyStrings } from '@/scripts/testing/naughty-strings'
import { accepted, newSubfield } from '@/scripts/testing/proposals'
import { suggestions } from '../form-data'
import { readSearch } from './address'
import { indexMissing } from './index-entries'
import { searchCatalog, suggestEntries } from './search'

let db: PrismaClient
beforeAll(async () => {
  db = await freshCatalog()
})
afterAll(() => db.$disconnect())

const search = (parameters: Record<string, unknown>) => searchCatalog(db, readSearch(parameters))
const names = async (q: string, more: Record<string, unknown> = {}) => (await search({ q, ...more })).entries.map(({ name }) => name)
const options = async (parameters: Record<string, unknown>, facet: string) =>
  Object.fromEntries(((await search(parameters)).facets.find((group) => group.facet === facet)?.options ?? []).map(({ label, key, count }) => [label || key, count]))

const accept = (changes: FormChange[]) => accepted(db, changes)

describe('words', () => {
  it.each([
    ['a name', 'Me LLaMA', 'Me LLaMA'],
    ['a name, written as one', 'mellama', 'Me LLaMA'],
    ['its beginning', 'bent', 'BenTsao (HuaTuo)'],
    ['a word of it', 'huatuo', 'Huatuo-26M'],
    ['another word of it', 'tsao', 'BenTsao (HuaTuo)'],
    ['two letters', 'ka', 'KAD'],
    ['a typed slip: one letter more', 'meditronn', 'Meditron'],
    ['one letter less', 'mditron', 'Meditron'],
    ['another letter', 'chexpart', 'CheXpert'],
    ['two swapped', 'chexpetr', 'CheXpert'],
    ['a slip in the beginning of a word', 'medtro', 'Meditron'],
    ['two slips in a long one', 'biomistrrall', 'BioMistral'],
    ['an address', 'https://arxiv.org/pdf/2402.12749v3', 'Me LLaMA'],
    ['an arXiv id', '2402.10373', 'BioMistral'],
    ['an arXiv id, as it is cited', 'arXiv: 2402.10373', 'BioMistral'],
    ['an address without its scheme', 'arxiv.org/abs/2402.10373', 'BioMistral'],
    ['a repository without its scheme', 'github.com/chaoyi-wu/PMC-LLaMA', 'PMC-LLaMA'],
    ['a DOI', '10.1038/s41597-019-0322-0', 'MIMIC-CXR'],
    ['a DOI, as it is cited', 'doi:10.1038/S41597-019-0322-0', 'MIMIC-CXR'],
    ['a DOI’s address without its scheme', 'doi.org/10.1038/s41597-019-0322-0', 'MIMIC-CXR'],
  ])('find %s first: %s', async (_, q, name) => expect((await names(q))[0]).toBe(name))

  it('find the words of titles, descriptions, data and bases', async () => {
    expect(await names('multilingual language medicine')).toContain('MMedLM 2')
    expect(await names('cmekg')).toEqual(['BenTsao (HuaTuo)'])
    expect(await names('227,835 chest studies')).toEqual(['MIMIC-CXR'])
    expect(await names('internlm 2')).toContain('MMedLM 2')
  })

  it('find what begins within a word', async () => expect(await names('clip')).toEqual(expect.arrayContaining(['MedCLIP', 'CXR-CLIP', 'BiomedCLIP'])))
  it('ask for all of them', async () => expect(await names('llama zebra')).toEqual([]))
  it('put names before what is said elsewhere', async () => {
    const found = await names('MIMIC-CXR')
    expect(found[0]).toBe('MIMIC-CXR')
    expect(found).toContain('CXR-CLIP')
  })
  it('find typos of every real name', async () => {
    const all = await db.entry.findMany({ select: { name: true } })
    const missed: string[] = []
    let tried = 0
    for (const { name } of all) {
      const word = name.split(/[^A-Za-z]+/).find((part) => part.length >= 6)
      if (!word) continue
      tried++
      const slip = word.slice(0, 2) + word.slice(3, 4) + word.slice(2, 3) + word.slice(4)
      if (!(await names(slip)).includes(name)) missed.push(`${slip} for ${name}`)
    }
    expect(tried).toBeGreaterThan(40)
    expect(missed).toEqual([])
  })
})

describe('any query', () => {
  it.each(naughtyStrings.map((text) => [JSON.stringify(text).slice(0, 40), text]))('answers %s', async (_, text) => {
    const [found, suggested] = await Promise.all([search({ q: text }), suggestEntries(db, readSearch({ q: text }).q), search({ subfield: text, section: text, sort: text, page: text })])
    expect(found.count).toBeLessThanOrEqual(1001)
    expect(suggested.entries.length).toBeLessThanOrEqual(8)
  })
})

describe('facets', () => {
  it('count the whole catalog', async () => {
    const { count, facets } = await search({})
    expect(count).toBe(await db.entry.count({ where: { removed: false } }))
    expect(await options({}, 'kind')).toEqual({ model: await db.entry.count({ where: { kind: 'model' } }), dataset: await db.entry.count({ where: { kind: 'dataset' } }) })
    expect(await options({}, 'section')).toHaveProperty('Imaging')
    expect((await options({}, 'venue')).arXiv).toBeGreaterThan(20)
    expect((await options({}, 'year'))['2023']).toBeGreaterThan(10)
    expect(facets.every(({ atLeast }) => !atLeast)).toBe(true)
  })

  it('narrow: one of several values of one facet, all facets at once', async () => {
    const radiology = await search({ subfield: 'radiology' })
    const both = await search({ subfield: ['radiology', 'pathology'] })
    expect(both.count).toBe(radiology.count + (await search({ subfield: 'pathology' })).count)
    const narrow = await search({ subfield: ['radiology', 'pathology'], base: 'clip', code: 'yes' })
    expect(narrow.count).toBeGreaterThan(0)
    for (const { entry } of narrow.entries) expect(entry).toMatchObject({ fields: { code: { url: expect.stringMatching(/^http/) } } })
  })

  it('say of a chosen facet what else could be chosen, and of the others what is left', async () => {
    const whole = await options({}, 'subfield')
    expect(await options({ subfield: 'radiology' }, 'subfield')).toEqual(whole)
    const { count } = await search({ subfield: 'radiology', code: 'yes' })
    expect((await options({ subfield: 'radiology' }, 'code')).yes).toBe(count)
  })

  it('show a chosen value that nothing has', async () => {
    const chosen = (await search({ subfield: 'alchemy', section: ['imaging', 'nowhere'] })).facets.flatMap(({ options: all }) => all.filter((option) => option.chosen))
    expect(chosen).toEqual([
      { key: 'imaging', label: 'Imaging', count: 0, chosen: true },
      { key: 'nowhere', label: 'nowhere', count: 0, chosen: true },
      { key: 'alchemy', label: 'alchemy', count: 0, chosen: true },
    ])
  })
})

describe('orders', () => {
  it('are by name, year, and what was listed last', async () => {
    const byName = (await search({ sort: 'name', kind: 'model' })).entries.map(({ name }) => name.toLowerCase().replace(/[^a-z0-9]/g, ''))
    expect(byName).toEqual([...byName].sort())
    expect((await search({ sort: 'list' })).entries[0]?.name).toBe('MMedLM 2')
    expect((await search({})).entries.map(({ id }) => id)).toEqual((await search({ sort: 'list' })).entries.map(({ id }) => id))
    for (const sort of ['name', 'year', 'added']) expect((await search({ sort })).count).toBe((await search({})).count)
  })

  it('are cut into pages that hold each entry once', async () => {
    const { pages, count } = await search({})
    const all = await Promise.all(Array.from({ length: pages }, (_, index) => search({ page: String(index + 1) })))
    const ids = all.flatMap(({ entries }) => entries.map(({ id }) => id))
    expect([ids.length, new Set(ids).size]).toEqual([count, count])
  })
})

describe('what changes', () => {
  it('is found at once, and what is gone is not', async () => {
    const bare = { subfield: 'Hepatology', paper: null, code: null, base: ['SAM'], data: [], starred: true }
    await accept([{ op: 'add', section: 'vision-models', place: 'manner', entry: { kind: 'model', fields: { ...bare, name: 'Élan 肝脏影像 모델' } } }])
    for (const q of ['elan', 'ÉLAN', '肝脏', '影像', '脏影', '像', '모델', 'hepatology']) expect([q, await names(q)]).toEqual([q, ['Élan 肝脏影像 모델']])
    expect((await search({ sort: 'added' })).entries[0]?.name).toBe('Élan 肝脏影像 모델')
    expect(await options({ q: 'elan' }, 'starred')).toEqual({ yes: 1 })
    const { slug } = (await search({ q: 'elan' })).entries[0] as { slug: string }
    const { revision } = await db.document.findUniqueOrThrow({ where: { id: 1 } })
    await accept([{ op: 'remove', section: 'vision-models', key: slug, base: revision, reason: 'It is gone.' }])
    expect(await names('elan')).toEqual([])
    expect(await options({}, 'subfield')).not.toHaveProperty('Hepatology')
  })

  it('is told by its facets as it was written, colons and all', async () => {
    const bare = { subfield: 'Nephrology', paper: null, code: null, base: [':a:b'], data: ['::'], starred: false }
    await accept([{ op: 'add', section: 'vision-models', place: 'manner', entry: { kind: 'model', fields: { ...bare, name: 'Colonist' } } }])
    expect([await options({ q: 'colonist' }, 'base'), await options({ q: 'colonist' }, 'data')]).toEqual([{ ':a:b': 1 }, { '::': 1 }])
    expect(await options({ q: 'colonist', data: '::' }, 'data')).toEqual({ '::': 1 })
  })

  it('is told by its facets as it is spelled now, and as before while anything is spelled so', async () => {
    const spell = async (key: string, subfield: string) => accepted(db, [await newSubfield(db, key, subfield)])
    await spell('biomistral', 'andrology')
    await spell('biomistral', 'AndroLogy')
    expect(await options({ subfield: 'andrology' }, 'subfield')).toMatchObject({ AndroLogy: 1 })
    await spell('mmedlm-2', 'ANDROLOGY')
    expect(await options({ subfield: 'andrology' }, 'subfield')).toMatchObject({ AndroLogy: 2 })
    expect((await suggestions(db)).subfield.filter((value) => /andrology/i.test(value))).toEqual(['AndroLogy'])
    await spell('biomistral', 'Andrology')
    expect(await options({ subfield: 'andrology' }, 'subfield')).toMatchObject({ Andrology: 2 })
  })

  it('is put into an index that was lost', async () => {
    const before = [await options({}, 'data'), await names('clip')]
    await db.entrySearch.deleteMany()
    expect(await options({}, 'data')).toEqual({})
    expect(await indexMissing(db)).toBe(await db.entry.count({ where: { removed: false } }))
    expect([await options({}, 'data'), await names('clip')]).toEqual(before)
    expect(await indexMissing(db)).toBe(0)
  })
})

it('suggests the best while somebody types, with what tells them apart', async () => {
  const { entries } = await suggestEntries(db, 'mimic')
  expect(entries[0]).toMatchObject({ kind: 'dataset', section: expect.any(String), about: expect.stringMatching(/./) })
  expect(entries.every(({ name }) => /mimic/i.test(name)) || entries.length === 8).toBe(true)
  expect(await suggestEntries(db, '')).toEqual({ entries: [], words: [] })
})
