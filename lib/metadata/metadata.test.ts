import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import type { ReadEntry } from '@/lib/catalog/entry'
import { workOf } from '@/lib/cite/work'
import { aboutEntry } from './about'
import { highwireOf } from './highwire'
import { describeCatalog, describeEntry, describeSection, scriptText, type EntryToDescribe } from './json-ld'
import { pictureText } from './picture-text'

const list = { origin: 'https://list.example', name: 'The list', description: 'A curated list of models and datasets in healthcare.' }
const section = { slug: 'text', heading: 'Text' }
const model = (fields: object): ReadEntry => ({ kind: 'model', fields, raw: {}, more: {} }) as ReadEntry
const dataset = (fields: object): ReadEntry => ({ kind: 'dataset', fields, raw: {}, more: {} }) as ReadEntry
const row: ReadEntry = { kind: 'table', fields: {}, raw: {}, more: { Tool: 'A *tool*', Use: 'For **all**', None: '' } }
const told = (entry: ReadEntry, name = 'X'): EntryToDescribe => ({ kind: entry.kind, slug: 'x', name, section, entry })
const paper = { label: 'On X', url: 'https://doi.org/10.1000/X1' }
const whole = model({ name: 'X', subfield: 'Radiology', paper, code: { label: 'Code', url: 'https://github.com/a/x' }, base: ['B'], data: ['D'], starred: false })

const S = 'https://schema.org/'
/** What must be there for a thing to be of use to those who index the web; of several, one. */
const required: Record<string, (string | string[])[]> = {
  DataCatalog: ['name', 'url'],
  Dataset: ['name', 'description'],
  ScholarlyArticle: [['headline', 'url']],
  Organization: ['name'],
  SoftwareSourceCode: ['name'],
  DataDownload: ['contentUrl', 'encodingFormat'],
  CreativeWork: ['name'],
}

/** Every node of a script element's text, as a processor of JSON-LD reads it; fails where one lacks what its type asks for. */
async function nodes(data: object): Promise<Record<string, unknown>[]> {
  // The context of schema.org as far as it goes for plain members; nothing is fetched.
  const documentLoader = async (url: string) => ({ documentUrl: url, document: { '@context': { '@vocab': S } } })
  const flat = (await jsonld.flatten(JSON.parse(scriptText(data)) as object, undefined, { documentLoader })) as Record<string, unknown>[]
  for (const node of flat) {
    for (const type of [node['@type'] ?? []].flat() as string[]) {
      const members = required[type.slice(S.length)]
      expect(members, `${type} is known`).toBeDefined()
      for (const member of members ?? []) expect([member].flat().some((one) => S + one in node), `${type} ${JSON.stringify(node)} has ${String(member)}`).toBe(true)
    }
  }
  return flat
}
const types = async (data: object) => (await nodes(data)).flatMap((node) => (node['@type'] ?? []) as string[]).map((type) => type.slice(S.length)).sort()

describe('JSON-LD', () => {
  it('describes the catalog and its sections', async () => {
    expect(await types(describeCatalog(list, { changed: '2026-03-01', sections: [section] }))).toEqual(['DataCatalog', 'Dataset'])
    expect(describeCatalog(list, { changed: null, sections: [] })).not.toHaveProperty('dateModified')
    expect(await types(describeSection(list, { ...section, size: 3 }))).toEqual(['DataCatalog', 'DataDownload', 'DataDownload', 'DataDownload', 'DataDownload', 'Dataset'])
  })
  it('describes entries of each kind, whatever they lack', async () => {
    expect(await types(describeEntry(list, told(whole)))).toEqual(['Dataset', 'ScholarlyArticle', 'SoftwareSourceCode'])
    expect(await types(describeEntry(list, told(model({ name: 'X' }))))).toEqual(['Dataset', 'SoftwareSourceCode'])
    expect(await types(describeEntry(list, told(model({ name: 'X', paper: { label: 'P', url: 'no address' }, code: { label: 'C', url: '../c' } }))))).toEqual(['Dataset', 'ScholarlyArticle', 'SoftwareSourceCode'])
    expect(await types(describeEntry(list, told(dataset({ name: 'X', papers: [paper], description: 'Notes', links: [{ label: 'S', url: 'https://e.org/' }] }))))).toEqual(['DataCatalog', 'Dataset', 'ScholarlyArticle'])
    expect(await types(describeEntry(list, told(dataset({}))))).toEqual(['DataCatalog', 'Dataset'])
    expect(await types(describeEntry(list, told(row, 'A *tool*')))).toEqual(['CreativeWork', 'Dataset'])
    expect(describeEntry(list, told({ ...row, more: {} }))['@graph'][0]).not.toHaveProperty('description')
  })
  it('ties a model to its paper, and names identifiers', async () => {
    expect(describeEntry(list, told(whole))['@graph']).toMatchObject([
      { codeRepository: 'https://github.com/a/x', keywords: ['Radiology', 'B', 'D'], citation: { '@id': 'https://list.example/models/x#paper' } },
      { headline: 'On X', url: paper.url, identifier: 'doi:10.1000/x1' },
    ])
  })
  it('cites a dataset’s papers by their addresses, and takes no link’s words for a title', async () => {
    const cited = (label: string, url: string) => Object.entries(describeEntry(list, told(dataset({ papers: [{ label, url }] })))['@graph'][0] ?? {}).find(([name]) => name === 'citation')?.[1] as unknown
    const url = 'https://www.nature.com/articles/sdata201635'
    expect(cited('Nature', url)).toEqual([{ '@type': 'ScholarlyArticle', url, identifier: 'doi:10.1038/sdata201635', publisher: { '@type': 'Organization', name: 'Nature' } }])
    for (const label of ['Paper', 'arXiv', '']) expect(cited(label, url)).toEqual([{ '@type': 'ScholarlyArticle', url, identifier: 'doi:10.1038/sdata201635' }])
    expect(cited('', 'https://e.org/paper')).toEqual([{ '@type': 'ScholarlyArticle', url: 'https://e.org/paper' }])
    expect(await types(describeEntry(list, told(dataset({ papers: [{ label: 'Nature', url }] }))))).toEqual(['DataCatalog', 'Dataset', 'Organization', 'ScholarlyArticle'])
  })
  it('can end no script element, whatever is in it', () => {
    const name = '</script><script>alert(1)</script><!--\u2028 &'
    const text = scriptText(describeEntry(list, told(dataset({ name }), name)))
    expect(text).not.toMatch(/[<>&\u2028]/)
    expect(JSON.parse(scriptText({ name }))).toEqual({ name })
  })
})

describe('what Zotero reads', () => {
  it('is what is known of the work', () => {
    const work = workOf({ kind: 'model', slug: 'x', name: 'X', entry: whole }, { list: 'The list', page: 'https://list.example/models/x' })
    expect(highwireOf(work)).toEqual({ citation_title: 'On X', citation_doi: '10.1000/x1', citation_public_url: paper.url })
    expect(highwireOf({ ...work, url: null, doi: null, arxiv: '2401.00001', year: 2024, container: 'Journal', authors: [{ literal: 'The Group' }, { family: 'Lovelace', given: 'Ada' }] })).toEqual({
      citation_title: 'On X', citation_author: ['The Group', 'Lovelace, Ada'], citation_publication_date: '2024', citation_journal_title: 'Journal', citation_arxiv_id: '2401.00001',
    })
  })
})

describe('what an entry is about', () => {
  it.each([[whole, 'On X'], [model({}), ''], [dataset({ description: 'Notes' }), 'Notes'], [dataset({ description: null }), ''], [row, 'Use: For all']])('is told', (entry, words) => expect(aboutEntry(entry)).toBe(words))
})

describe('the text of a picture', () => {
  it('is cut at a word, or where it has none', () => {
    expect([pictureText('  Ada   Lovelace ', 20), pictureText('Ada Lovelace', 8), pictureText('Lovelace', 5), pictureText('Cafe\u0301', 9)]).toEqual(['Ada Lovelace', 'Ada…', 'Love…', 'Café'])
  })
  it.each(['医学模型', '😀', 'نموذج', '—', ''])('leaves nothing of %j', (text) => expect(pictureText(text, 20)).toBeNull())
  it('has only letters that the faces have', () => {
    const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter((char) => pictureText(`a${char}`, 9) === `a${char}`)
    expect(all.length).toBeGreaterThan(200)
    for (const face of ['Regular', 'SemiBold']) {
      const known = lettersOf(readFileSync(new URL(`../../node_modules/geist/dist/fonts/geist-sans/Geist-${face}.ttf`, import.meta.url)))
      expect(all.filter((char) => !known.has(char.charCodeAt(0)))).toEqual([])
    }
  })
})

/** The code points of a face, out of its character map's segments (TrueType cmap, format 4). */
function lettersOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  const cmap = font.readUInt32BE((tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') as number) + 8)
  const offsets = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4))
  const at = offsets.find((offset) => font.readUInt16BE(offset) === 4) as number
  const segments = font.readUInt16BE(at + 6) / 2
  const letters = new Set<number>()
  for (let segment = 0; segment < segments; segment++) {
    const [last, first] = [font.readUInt16BE(at + 14 + 2 * segment), font.readUInt16BE(at + 16 + 2 * segments + 2 * segment)]
    const delta = font.readUInt16BE(at + 16 + 4 * segments + 2 * segment)
    const rangeAt = at + 16 + 6 * segments + 2 * segment
    const range = font.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? (code + delta) & 0xffff : font.readUInt16BE(rangeAt + range + 2 * (code - first))
      if (glyph !== 0) letters.add(code)
    }
  }
  return letters
}
