import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { allowLookup } from '@/lib/limits/sending'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { startServices, type Services } from '@/scripts/testing/services'
import { recordsOf } from './cache'
import { lookUp } from './look-up'

let db: PrismaClient
let services: Services
let rosa: Viewer

beforeAll(async () => {
  db = await freshCatalog()
  services = await startServices()
  rosa = await person(db, 'Rosa')
})
afterAll(async () => {
  await services.close()
  await db.$disconnect()
})

const start = new Date('2026-11-25T12:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const reach = () => ({ agent: 'catalog-portal/0.1 (+https://catalog.example)', origin: services.origin, timeout: 2_000 })

/** Somebody who has not asked anything yet. */
const newcomer = () => person(db, 'Newcomer')

async function look(text: string, { now = start, actor = rosa, timeout = 2_000 }: { now?: Date; actor?: Viewer; timeout?: number } = {}) {
  const result = await lookUp(db, actor, { text }, { now, reach: { ...reach(), timeout } })
  return result.ok ? result.value.found : `${result.code}: ${result.message}`
}

const times = (path: string) => services.asked.filter((one) => one.path.includes(path)).length

describe('a look-up', () => {
  it('asks the one service that knows, and says who asks', async () => {
    expect(await look('https://arxiv.org/pdf/2609.10001v1')).toMatchObject({
      ...{ service: 'arXiv', title: 'Asclepius: A Collection of Open Models for Medical & Clinical Text', name: 'Asclepius', year: 2026 },
      ...{ paper: { label: 'arXiv', url: 'https://arxiv.org/abs/2609.10001' }, place: { label: 'Github', url: 'https://github.com/asclepius-lab/asclepius' } },
    })
    expect(services.asked.at(-1)).toEqual({
      host: 'export.arxiv.org', path: '/api/query?id_list=2609.10001&max_results=1', agent: 'catalog-portal/0.1 (+https://catalog.example)',
    })
  })

  it('is kept for whoever asks next, on any instance, and asked again after a week', async () => {
    const before = times('2501.20002')
    const actor = await newcomer()
    await look('arXiv:2501.20002')
    await look('10.48550/arXiv.2501.20002v3', { actor, now: later(60 * 24 * 6) })
    expect(times('2501.20002')).toBe(before + 1)
    await look('2501.20002', { now: later(60 * 24 * 8) })
    expect(times('2501.20002')).toBe(before + 2)
  })

  it('asks DataCite about a DOI that Crossref does not know', async () => {
    expect(await look('https://doi.org/10.13026/ward-1')).toMatchObject({
      ...{ service: 'DataCite', name: 'WARD-IV, a ward database', published: null, place: { label: 'PhysioNet', url: 'https://physionet.org/content/ward/1.0/' } },
    })
    expect(services.asked.slice(-2).map(({ host }) => host)).toEqual(['api.crossref.org', 'api.datacite.org'])
  })

  it('notices that a preprint was published', async () => {
    expect(await look('2501.20002')).toMatchObject({ published: { where: 'Nature Medicine 32, 101-110 (2026)', by: { scheme: 'doi', id: '10.1038/s41591-026-00002-2' } } })
    expect(await look('https://www.biorxiv.org/content/10.1101/2026.01.02.600001v2.full')).toMatchObject({
      ...{ title: 'Panacea: protein models in vivo', paper: { label: 'bioRxiv', url: 'https://doi.org/10.1101/2026.01.02.600001' } },
      published: { where: null, by: { scheme: 'doi', id: '10.1000/panacea.2026' } },
    })
  })

  it.each([
    ['PMID: 39000001', { service: 'PubMed', title: 'Chironix: foundation models of radiographs', paper: { label: 'Radiology', url: 'https://doi.org/10.1148/radiol.240001' }, year: 2025 }],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC11000001/', { service: 'PMC', page: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC11000001/' }],
    ['github.com/asclepius-lab/old-name', { service: 'GitHub', name: 'asclepius', place: { label: 'Github', url: 'https://github.com/asclepius-lab/asclepius' }, next: [{ scheme: 'arxiv', id: '2609.10001' }] }],
    ['https://huggingface.co/asclepius/asclepius-7b/tree/main', { service: 'Hugging Face', name: 'asclepius-7b', next: [{ scheme: 'arxiv', id: '2609.10001' }] }],
    ['https://huggingface.co/datasets/asclepius/notes', { name: 'Asclepius Notes', place: { label: 'Huggingface', url: 'https://huggingface.co/datasets/asclepius/notes' } }],
    ['2600.00010', 'not-found: arXiv knows nothing under 2600.00010.'],
    ['2607.00404', 'not-found: arXiv knows nothing under 2607.00404.'],
    ['10.1000/nothing', 'not-found: Crossref and DataCite know nothing under 10.1000/nothing.'],
    ['pmid:404', 'not-found: PubMed knows nothing under 404.'],
    ['https://github.com/nobody/nothing', 'not-found: GitHub knows nothing under nobody/nothing.'],
    ['https://huggingface.co/nobody/nothing', 'not-found: Hugging Face knows nothing under nobody/nothing.'],
  ])('%s', async (text, expected) => {
    const found = await look(text, { actor: await newcomer() })
    if (typeof expected === 'string') expect(found).toBe(expected)
    else expect(found).toMatchObject(expected)
  })

  it.each([
    ['late', '2600.00001'],
    ['endless', '2600.00002'],
    ['of another type', '2600.00003'],
    ['a refusal', '2600.00004'],
    ['a way into this network', '2600.00005'],
    ['broken', '2600.00006'],
    ['broken off', '2600.00007'],
    ['a way to another of the services', '2600.00008'],
    ['a way in circles', '2600.00009'],
    ['used up', 'https://github.com/asclepius-lab/limited'],
  ])('takes an answer that is %s for none', async (_, text) => {
    expect(await look(text, { timeout: 1_000, actor: await newcomer() })).toMatch(/^unavailable: (arXiv|GitHub) did not answer\. Fill in the form by hand/)
  })

  it('keeps a failure for a little while only', async () => {
    const before = times('2600.00004')
    await look('2600.00004', { now: later(10_000) })
    await look('2600.00004', { now: later(10_000.5) })
    expect(times('2600.00004')).toBe(before + 1)
    await look('2600.00004', { now: later(10_002) })
    expect(times('2600.00004')).toBe(before + 2)
  })

  it('gives what was found before where the service is silent now', async () => {
    const actor = await newcomer()
    await look('10.1038/s41591-026-00002-2', { actor })
    const away = { agent: 'x', origin: 'http://127.0.0.1:9', timeout: 1_000 }
    const result = await lookUp(db, actor, { text: '10.1038/s41591-026-00002-2' }, { now: later(60 * 24 * 30), reach: away })
    expect(result).toMatchObject({ ok: true, value: { at: start.toISOString() } })
  })

  it('reads BibTeX without asking anybody, and one entry at a time', async () => {
    const before = services.asked.length
    expect(await look('@article{x, title={{Iaso}: a {M}odel}, eprint={2609.30003}, archivePrefix={arXiv}, year=2026}')).toMatchObject({
      ...{ service: 'BibTeX', page: null, title: 'Iaso: a Model', paper: { label: 'arXiv', url: 'https://arxiv.org/abs/2609.30003' }, year: 2026 },
      next: [{ scheme: 'arxiv', id: '2609.30003' }],
    })
    expect(await look('@article{x, title={A')).toMatch(/^invalid: This BibTeX cannot be read/)
    expect(await look('@misc{a, title={A}}\n@misc{b, title={B}}')).toBe('invalid: Paste one entry at a time.')
    expect(services.asked.length).toBe(before)
  })

  it('is refused at its field where it is nothing that can be looked up', async () => {
    for (const text of ['', 'a paper about wards', 'https://example.org/', 'ftp://arxiv.org/abs/2402.10373', 'x'.repeat(20_001)]) {
      const result = await lookUp(db, rosa, { text }, { now: start, reach: reach() })
      expect(result).toMatchObject({ code: 'invalid', fields: { text: expect.any(String) as string } })
    }
    expect(await lookUp(db, rosa, null, { now: start, reach: reach() })).toMatchObject({ code: 'invalid' })
  })

  it('asks nobody where that is turned off, and says so', async () => {
    expect(await lookUp(db, await newcomer(), { text: '2609.99999' }, { now: start, reach: null })).toMatchObject({ code: 'unavailable', message: expect.stringMatching(/turned off/) as string })
    expect(await lookUp(db, await newcomer(), { text: '@misc{a, title={A}}' }, { now: start, reach: null })).toMatchObject({ ok: true })
  })

  it('is for each person so often at most', async () => {
    const actor = await newcomer()
    expect(await look('10.1000/many.7', { actor })).toMatch(/^not-found/)
    for (let index = 0; index < 29; index++) expect(await allowLookup(db, actor)).toEqual({ ok: true, value: null })
    expect(await look('10.1000/many.30', { actor })).toMatch(/^limited: You have looked up much .* try again in \d+ seconds\.$/)
    expect(await look('@misc{one, title={One more}}', { actor })).toMatch(/^limited/)
    // What is known already asks nobody.
    expect(await look('10.1000/many.7', { actor })).toMatch(/^not-found/)
    expect(await look('10.1000/many.30', { actor: await newcomer() })).toMatch(/^not-found/)
  })
})

describe('the record of look-ups', () => {
  it('that another release of the portal wrote in its own shape is as if it was not there', async () => {
    const fresh = { at: start, freshUntil: later(60), askedById: rosa.id }
    const { id } = await db.lookup.create({ data: { ...fresh, key: 'arxiv:2609.10001', found: { says: 'something else' } } })
    expect(await look('2609.10001', { now: later(1) })).toMatchObject({ service: 'arXiv' })
    expect(await recordsOf(db, [id])).toEqual([])
  })

  it('is never edited, and lets go of what is old', async () => {
    const result = await lookUp(db, await newcomer(), { text: '2609.10001' }, { now: start, reach: reach() })
    if (!result.ok) throw new Error(result.message)
    const { id } = result.value
    expect(await recordsOf(db, [id, '01990000-0000-7000-8000-000000000000'])).toEqual([result.value])
    await expect(db.lookup.updateMany({ where: { id }, data: { key: 'other' } })).rejects.toThrow(/Foreign key constraint/)
    await look('10.1000/much-later', { now: later(60 * 24 * 61) })
    expect(await recordsOf(db, [id])).toEqual([])
  })
})
