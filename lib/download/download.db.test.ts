import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse as parseBibtex } from '@citation-js/plugin-bibtex/lib/input/file.js'
import { XMLParser } from 'fast-xml-parser'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSections } from '@/lib/api/section-list'
import { snapshotAt, type Snapshot } from '@/lib/api/snapshot'
import { readSearch } from '@/lib/catalog/search/address'
import { searchIds } from '@/lib/catalog/search/search'
import { surveyAt } from '@/lib/cite/list'
import { decideProposal } from '@/lib/proposals/decide'
import type { FormChange } from '@/lib/proposals/change'
import { submitProposal } from '@/lib/proposals/service'
import { exportReadme } from '@/lib/readme/export'
import { frameSchema, tableText } from '@/lib/readme/frame'
import { writeDate, readDate } from '@/lib/readme/date-line'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { accepted } from '@/scripts/testing/proposals'
import { checksums, dumpFiles } from './dump'
import { formats, type Listing } from './formats'
import { entriesListed, entriesNamed, written } from './listing'
import { idsNamed } from './selection'
import { siteMapPart, siteMapParts } from './site-map'
import { siteMap } from './xml'

let db: PrismaClient
let snapshot: Snapshot
const origin = 'https://catalog.example'

beforeAll(async () => {
  db = await freshCatalog()
  const [ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer')]
  const sent = await submitProposal(db, ada, {
    changes: [
      { op: 'add', section: 'text', entry: { kind: 'dataset', fields: { name: '=1+1, "q"', papers: [], description: 'A new one', links: [] } } },
      { op: 'remove', section: 'language-models', key: 'pulse', base: 1, reason: 'It is no more.' },
    ],
  })
  if (!sent.ok) throw new Error(JSON.stringify(sent))
  await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted', reason: '' }, new Date())
  snapshot = await at(undefined)
})
afterAll(() => db.$disconnect())

async function at(revision: number | undefined): Promise<Snapshot> {
  const found = await snapshotAt(db, revision)
  if (!found.ok) throw new Error(found.message)
  return found.value
}

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let all = ''
  for await (const piece of pieces) all += piece
  return all
}

const dump = (name: string, of: Snapshot) => text((dumpFiles.find((file) => file.name === name) as (typeof dumpFiles)[number]).write(db, { origin, name: 'The list', snapshot: of }))

interface Line {
  type: string
  revision: number
  [key: string]: unknown
}

/** Writes the README of a revision out of nothing but a dump's lines. */
function rebuild(lines: readonly Line[], revision: number): string {
  const until = (type: string) => lines.filter((line) => line.type === type && line.revision <= revision)
  const document = until('document').at(-1) as unknown as { parts: ({ prose: string } | { section: string })[] }
  const { updated } = until('revision').find((line) => line.revision === revision) as unknown as { updated: string | null }
  const frames = new Map(until('section').map((line) => [line.id, frameSchema.parse(line.frame)]))
  const latest = new Map(until('entry').map((line) => [line.id, line as unknown as { section: string; rank: string; cells: string[]; verbatim: string | null; removed: boolean }]))
  const rowsOf = (section: string) => [...latest.values()].filter((row) => row.section === section && !row.removed).toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  let dated = updated === null
  return document.parts
    .map((part) => {
      if ('section' in part) return tableText(frames.get(part.section) as never, rowsOf(part.section))
      if (dated || readDate(part.prose) === undefined) return part.prose
      dated = true
      return writeDate(part.prose, updated ?? '')
    })
    .join('')
}

describe('a dump', () => {
  it('is enough to write the README of every revision', async () => {
    const lines = (await dump('catalog.ndjson', snapshot)).trimEnd().split('\n').map((line) => JSON.parse(line) as Line)
    for (const revision of [1, 2]) expect(rebuild(lines, revision)).toBe((await exportReadme(db, revision))?.text)
  })

  it('ends with the checksum of what stands before', async () => {
    const whole = await dump('catalog.ndjson', snapshot)
    const end = whole.lastIndexOf('\n', whole.length - 2) + 1
    const sha256 = createHash('sha256').update(whole.slice(0, end)).digest('hex')
    expect(JSON.parse(whole.slice(end))).toEqual({ type: 'end', lines: whole.slice(0, end).split('\n').length - 1, sha256 })
  })

  it('has each kind as a table, as it was at its revision', async () => {
    const rows = async (name: string, of: Snapshot) => Papa.parse<{ slug: string; name: string; description?: string }>((await dump(name, of)).trimEnd(), { header: true }).data
    const [models, then] = [await rows('models.csv', snapshot), await rows('models.csv', await at(1))]
    expect([models.map(({ slug }) => slug).includes('pulse'), then.map(({ slug }) => slug).includes('pulse')]).toEqual([false, true])
    const datasets = await rows('datasets.csv', snapshot)
    expect(datasets).toHaveLength(await db.entry.count({ where: { kind: 'dataset', removed: false } }))
    expect(datasets.find(({ name }) => name.startsWith("'="))).toMatchObject({ name: '\'=1+1, "q"' })
    expect(await rows('entries.csv', snapshot)).toEqual([])
  })

  it('is the same at every asking, and as its checksums say', async () => {
    const dumped = { origin, name: 'The list', snapshot: await at(1) }
    const sums = await checksums(db, dumped)
    for (const { name, bytes, sha256 } of sums) {
      const whole = await dump(name, dumped.snapshot)
      expect([Buffer.byteLength(whole), createHash('sha256').update(whole).digest('hex')]).toEqual([bytes, sha256])
    }
    expect(await checksums(db, dumped)).toBe(sums)
    expect((await checksums(db, { ...dumped, snapshot })).map(({ name }) => name)).toEqual(dumpFiles.map(({ name }) => name))
  })
})

describe('a view', () => {
  const listing = (): Listing => ({ origin, list: 'The list', title: 'A view', revision: snapshot.revision, at: snapshot.at, kinds: ['model', 'dataset'] })

  it('is written in the README’s order', async () => {
    const parts = entriesListed(db, snapshot, await listSections(db, snapshot))
    const { entries } = JSON.parse(await text(written(formats.json, listing(), parts))) as { entries: { slug: string; section: { slug: string } }[] }
    expect(entries).toHaveLength(await db.entry.count({ where: { removed: false } }))
    const ordinals = await db.section.findMany({ select: { slug: true }, orderBy: { ordinal: 'asc' } })
    const order = entries.map(({ section }) => ordinals.findIndex(({ slug }) => slug === section.slug))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('is of what a search finds, in its order', async () => {
    const ids = await searchIds(db, readSearch({ q: 'mimic', kind: 'dataset' }))
    const { entries } = JSON.parse(await text(written(formats.json, listing(), entriesNamed(db, snapshot, ids)))) as { entries: { id: string; kind: string }[] }
    expect(entries.length).toBeGreaterThan(2)
    expect(entries.map(({ id }) => id)).toEqual(ids)
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['dataset']))
  })

  it('gives every entry to a BibTeX parser', async () => {
    const parts = entriesListed(db, snapshot, await listSections(db, snapshot))
    const keys = parseBibtex(await text(written(formats.bib, listing(), parts))).map(({ label }) => label)
    expect(keys).toHaveLength(await db.entry.count({ where: { removed: false } }))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('may be of entries that are named, and leaves out what is not there', async () => {
    const ids = await idsNamed(db, ['dataset/mimic-iii', 'model/nothing', 'model/pulse', 'paper/x', 'model', 'model/uni', 'dataset/mimic-iii'])
    const markdown = await text(written(formats.md, listing(), entriesNamed(db, snapshot, ids)))
    expect(markdown.match(/^## .*$/gm)).toEqual(['## Text', '## Vision Models'])
    expect(markdown).toContain('| UNI | Pathology |')
    expect(await idsNamed(db, [])).toEqual([])
  })
})

it('finds the survey in the README', async () => expect((await surveyAt(db, 1))?.work.key).toBe('zhang2024data'))

it('maps every entry, in parts that are found by how ids begin', async () => {
  expect((await siteMapParts(db, snapshot)).map(({ path }) => path)).toEqual(['/sitemaps/pages.xml', '/sitemaps/people.xml', '/sitemaps/all.xml'])
  const all = (await siteMapPart(db, snapshot, 'all')) ?? []
  const split = (await Promise.all([...'0123456789abcdef'].map((digit) => siteMapPart(db, snapshot, digit)))).flatMap((part) => part ?? [])
  expect(split.map(({ path }) => path).toSorted()).toEqual(all.map(({ path }) => path).toSorted())
  expect(all).toHaveLength(await db.entry.count({ where: { removed: false } }))
  expect(await siteMapPart(db, snapshot, 'xyz')).toBeNull()
})

/** Public pages that no sitemap names, and why not. */
const unmapped: Record<string, string> = {
  '/compare': 'shows nothing until entries are chosen, and there is no end of comparisons',
  '/entries/[slug]': 'the seed has no table of another kind; entries of all kinds are mapped alike',
}

it('maps every public page that there is', async () => {
  const parts = await Promise.all(['pages', 'people', 'all'].map((part) => siteMapPart(db, snapshot, part)))
  const { urlset } = new XMLParser().parse(siteMap(origin, parts.flatMap((part) => part ?? []))) as { urlset: { url: { loc: string }[] } }
  const mapped = urlset.url.map(({ loc }) => loc.slice(origin.length))
  expect(new Set(mapped).size).toBe(mapped.length)
  const folder = join(import.meta.dirname, '../../app/(public)')
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => basename(file) === 'page.tsx').map((file) => `/${dirname(file)}`.replace(/^\/\.$/, '/'))
  const shape = (page: string) => new RegExp(`^${page.replace(/\[\w+\]/g, '[^/]+')}$`)
  expect(pages.filter((page) => !mapped.some((address) => shape(page).test(address))).toSorted()).toEqual(Object.keys(unmapped))
  expect(mapped.filter((address) => !pages.some((page) => shape(page).test(address)))).toEqual([])
  // Whoever proposed, and whoever decided.
  expect(mapped.filter((address) => address.startsWith('/people/'))).toHaveLength(2)
})

it('maps a large catalog in many parts', async () => {
  await db.section.updateMany({ data: { size: 70_000 } })
  const parts = await siteMapParts(db, snapshot)
  expect([parts.length, parts[2]?.path, parts.at(-1)?.path]).toEqual([258, '/sitemaps/00.xml', '/sitemaps/ff.xml'])
})

it('lists the entries of its revision, whatever is accepted while it is written', async () => {
  const of = await at(undefined)
  const sections = await listSections(db, of)
  const [first, second] = await db.entry.findMany({ where: { section: { slug: 'vision-models' }, removed: false }, select: { slug: true }, orderBy: { rank: 'asc' }, take: 2 })
  const change = { section: 'vision-models', base: of.revision }
  // One goes to where the file has been already, and one goes altogether.
  const leave: FormChange[] = [
    { op: 'move', ...change, key: first?.slug ?? '', to: 'language-models', place: 'start' },
    { op: 'remove', ...change, key: second?.slug ?? '', reason: 'It is gone.' },
  ]
  const listed = async (meanwhile: FormChange[]) => {
    const ids: string[] = []
    for await (const { entries } of entriesListed(db, of, sections)) {
      if (ids.length === 0 && meanwhile.length > 0) await accepted(db, meanwhile)
      ids.push(...entries.map(({ id }) => id))
    }
    return ids
  }
  const whole = await listed([])
  expect(sections[0]?.slug).toBe('language-models')
  expect(await listed(leave)).toEqual(whole)
})
