import { parse as parseBibtex } from '@citation-js/plugin-bibtex/lib/input/file.js'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { EntryAt } from '@/lib/api/represent'
import { readCells, type EntryKind } from '@/lib/catalog/entry'
import { plainText } from '@/lib/catalog/markdown'
import { parse } from '@/lib/readme/parse'
import { tableColumns } from './columns'
import { unguard } from './csv'
import { entryMarkdown } from './entry-markdown'
import { cited, formats, savedAs, type FormatName, type ListedSection, type Listing } from './formats'
import { llmsText } from './llms'
import { escapeXml, openSearch, siteMap, siteMapIndex } from './xml'

const origin = 'https://catalog.example'
const at = new Date('2024-05-06T07:08:09Z')
const sections = {
  model: { heading: 'Models [x]', columns: ['name', 'subfield', 'paper', 'code', 'base', 'data', 'Stars'], header: ['Model', 'Subfield', 'Paper', 'Code', 'Base', 'Pre-Training Data', 'Stars'], align: ['left', 'none', 'right', 'center', 'none', 'none', 'none'] },
  dataset: { heading: 'Datasets', columns: ['name', 'description', 'links'], header: ['Dataset', 'Description', 'Link'], align: ['none', 'none', 'none'] },
  table: { heading: 'Tools', columns: ['Tool', 'slug'], header: ['Tool', 'slug'], align: ['none', 'none'] },
} satisfies Record<EntryKind, ListedSection>

function entry(kind: EntryKind, name: string, cells: string[]): EntryAt {
  const { columns, heading } = sections[kind]
  return { id: '019aa0bb-1111-7111-8111-111111111111', kind, slug: name.toLowerCase(), name, section: { slug: kind, heading }, rank: 'a0', revision: 2, at, entry: readCells(kind, columns, cells) }
}
const model = entry('model', 'A', ['A', '=Radiology', '[P, "q" \\| r](https://arxiv.org/abs/2401.02458)', '-', 'LLaMA + T5', 'PMC*', '5 \\| 6'])
const odd = entry('model', 'Raw', ['Raw', '`x`', 'see [p](https://p.org) there', '-', '-', '-', ''])
const dataset = entry('dataset', 'D', ['D ([arXiv](https://arxiv.org/abs/2106.00001))', '-', '[here](https://d.org)'])
const bare = entry('dataset', 'E', ['E', 'text', '-'])
const tool = entry('table', 'T', ['T', 'own'])

const listing: Listing = { origin, list: 'The list', title: 'A @view', revision: 3, at, kinds: ['model'], columns: sections.model.columns }

function write(name: FormatName, entries: EntryAt[], over: Partial<Listing> = {}): string {
  const { head, foot, ...format } = formats[name].begin({ ...listing, ...over })
  let last: EntryKind | undefined
  const body = entries.map((one, index) => {
    const section = one.kind === last ? '' : format.section(sections[one.kind])
    last = one.kind
    return section + format.entry(one, sections[one.kind], index)
  })
  return head + body.join('') + foot
}

describe('as CSV', () => {
  const read = (text: string) => Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, unguard(value)])))

  it('a table of one kind has its fields, and a column for each of its cells without one', () => {
    expect(read(write('csv', [model, odd]))).toMatchObject([
      { kind: 'model', name: 'A', section: 'Models [x]', subfield: '=Radiology', paper: 'P, "q" | r', paper_url: 'https://arxiv.org/abs/2401.02458', code: '', base: 'LLaMA + T5', data: 'PMC', more_than_three_sources: 'yes', Stars: '5 \\| 6', slug: 'a', url: `${origin}/models/a`, revision: '2', updated_at: '2024-05-06T07:08:09.000Z' },
      { name: 'Raw', paper: '', more_than_three_sources: 'no', base: '', data: '' },
    ])
  })

  it('a list of several kinds has all their fields, and one column for the rest', () => {
    const [first, second, third, fourth] = read(write('csv', [model, dataset, bare, tool], { kinds: ['model', 'dataset', 'table'] }))
    expect(first).toMatchObject({ subfield: '=Radiology', papers: '', other_cells: '{"Stars":"5 \\\\| 6"}' })
    expect(second).toMatchObject({ subfield: '', papers: '[arXiv](https://arxiv.org/abs/2106.00001)', description: '', links: '[here](https://d.org)', other_cells: '' })
    expect(third).toMatchObject({ papers: '', description: 'text', links: '' })
    expect(fourth).toMatchObject({ kind: 'table', other_cells: '{"Tool":"T","slug":"own"}' })
  })

  it('a column of the table’s own is told from ours', () => {
    expect(tableColumns(['table'], sections.table.columns).map(({ name }) => name)).toEqual(['kind', 'name', 'section', 'Tool', 'slug (cell)', 'id', 'slug', 'url', 'revision', 'updated_at'])
    const unread = entry('model', 'N', ['N', '`a`', '`b`', '`c`', '`d', '*a', ''])
    expect(read(write('csv', [{ ...unread, entry: { kind: 'model', fields: {}, raw: {}, more: {} } }]))).toMatchObject([{ paper: '', base: '', data: '', more_than_three_sources: '', Stars: '' }])
    expect(read(write('csv', [{ ...dataset, entry: { kind: 'dataset', fields: {}, raw: {}, more: {} } }], { kinds: ['dataset'] }))).toMatchObject([{ papers: '', description: '', links: '' }])
  })
})

describe('as JSON', () => {
  it('is one document, whether it lists something or nothing', () => {
    expect(JSON.parse(write('json', [model, odd]))).toMatchObject({ title: 'A @view', revision: 3, entries: [{ name: 'A' }, { name: 'Raw', raw: { paper: 'see [p](https://p.org) there' } }] })
    expect(JSON.parse(write('json', []))).toMatchObject({ entries: [] })
    expect(JSON.parse(write('csl', [model, dataset]))).toMatchObject([{ id: 'a', title: 'P, "q" | r' }, { id: 'dataset-d', type: 'dataset' }])
    expect(JSON.parse(write('csl', []))).toEqual([])
  })
})

describe('as markdown', () => {
  it('is tables that are read as the README’s would be', () => {
    const parts = parse(write('md', [model, odd, dataset])).parts.flatMap((part) => ('section' in part ? [part.section] : []))
    expect(parts.map(({ heading, kind, rows }) => [plainText(heading), kind, rows.map(({ cells }) => cells)])).toEqual([
      ['Models [x]', 'model', [['A', '=Radiology', '[P, "q" \\| r](https://arxiv.org/abs/2401.02458)', '-', 'LLaMA + T5', 'PMC*', '5 \\| 6'], ['Raw', '`x`', 'see [p](https://p.org) there', '-', '-', '-', '']]],
      ['Datasets', 'dataset', [['D ([arXiv](https://arxiv.org/abs/2106.00001))', '-', '[here](https://d.org)']]],
    ])
    expect(write('md', [model])).toContain('| :-- | --- | --: | :-: | --- | --- | --- |')
  })

  it('shows headings as they are called, and runs nothing in them', () => {
    const { head, section } = formats.md.begin({ ...listing, title: '[Gone](http://x) &lt;*' })
    expect([head.split('\n')[0], section({ ...sections.model, heading: 'R&D <b>*' }).split('\n')[1]]).toEqual(['# \\[Gone\\](http://x) \\&lt;\\*', '## R&D \\<b>\\*'])
    expect(llmsText({ origin, name: 'The list', description: '' }, 3, [{ heading: '<b>*', slug: 'a', size: null }])).toContain(`- [\\<b>\\*](${origin}/sections/a.md)`)
  })

  it('is headed by what it is called, whatever somebody searched for', () => {
    expect(write('md', [], { title: 'A search: “<b>\n# [x](https://evil.example)”' })).toMatch(/^# A search: “\\<b> # \\\[x\\\]\(https:\/\/evil\.example\)”\n\nFrom \[The list\]/)
  })

  it('tells one entry, column by column', () => {
    const text = entryMarkdown({ ...model, name: 'A [b]\n*c*' }, listing, sections.model)
    expect(text).toContain('# A \\[b\\] \\*c\\*\n\nOne of the models in the section [Models \\[x\\]](https://catalog.example/sections/model.md) of [The list]')
    expect(text).toContain('- **Subfield**: =Radiology\n- **Paper**: [P, "q" \\| r](https://arxiv.org/abs/2401.02458)\n')
    expect(text).toContain(`<${origin}/api/v1/entries/model/a>`)
    expect(text).toContain(`\n- **Stars**: 5 \\| 6\n- **Year**: [2024](${origin}/search?year=2024)\n\nIts page`)
    const unread = entryMarkdown(odd, listing, { ...sections.model, header: ['Model'] })
    expect([unread.includes('Stars'), unread.includes('Year')]).toEqual([false, false])
  })
})

describe('as a bibliography', () => {
  it('says of what it is, and the list’s name once', () => {
    expect(write('bib', [])).toBe(`% A  view. From The list, ${origin}/, catalog revision 3 of 2024-05-06.\n`)
    expect(write('bib', [], { title: 'The list' })).toBe(`% The list, ${origin}/, catalog revision 3 of 2024-05-06.\n`)
  })

  it('is saved under a name that its readers know: what ends in .csl is a style to them', () => {
    expect((['csv', 'json', 'bib', 'ris', 'csl', 'md'] as const).map((format) => savedAs(format, 'uni'))).toEqual(['uni.csv', undefined, 'uni.bib', 'uni.ris', 'uni.csl.json', undefined])
  })

  it('is read back by a BibTeX parser, each under a key of its own', () => {
    const entries = parseBibtex(write('bib', [model, odd, dataset, { ...dataset, kind: 'model', entry: readCells('model', ['name'], ['D']) }]))
    expect(entries.map(({ label }) => label)).toEqual(['a', 'raw', 'dataset-d', 'd'])
    const [called, other] = [{ ...model, slug: 'dataset-d' }, { ...model, slug: 'model-dataset-d' }]
    expect(new Set([called, other, dataset].map((one) => cited(one, listing).key)).size).toBe(3)
    expect(entries[0]?.properties).toMatchObject({ eprint: '2401.02458', year: '2024' })
    expect(write('ris', [model, dataset]).split('\r\n').filter((line) => line.startsWith('ER'))).toHaveLength(2)
  })
})

describe('for machines', () => {
  it('says where the text is', () => {
    const text = llmsText({ origin, name: 'The list', description: 'Of things.' }, 3, [{ heading: 'A [b]', slug: 'a', size: 4 }, { heading: 'B', slug: 'b', size: null }])
    expect(text).toMatch(/^# The list\n\n> Of things\.\n/)
    expect(text).toContain(`- [A \\[b\\]](${origin}/sections/a.md): 4 entries\n- [B](${origin}/sections/b.md)\n`)
  })

  it('writes XML that says what was meant', () => {
    expect(escapeXml('a\u0000<b> & "c" \'d\' \uD800')).toBe('a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;  ')
    expect(siteMap(origin, [{ path: '/a?b&c', at }, { path: '/d' }])).toContain(`<url><loc>${origin}/a?b&amp;c</loc><lastmod>2024-05-06T07:08:09.000Z</lastmod></url>\n<url><loc>${origin}/d</loc></url>`)
    expect(siteMapIndex(origin, [{ path: '/a' }])).toContain(`<sitemap><loc>${origin}/a</loc></sitemap>`)
    const description = openSearch({ origin, name: 'Healthcare Foundation Models', description: 'A & B' })
    expect(description).toContain('<ShortName>Healthcare</ShortName>')
    expect(description).toContain(`template="${origin}/search?q={searchTerms}"`)
    expect(description).toContain(`<Url type="application/x-suggestions+json" template="${origin}/api/suggest?as=opensearch&amp;q={searchTerms}"/>`)
    expect(openSearch({ origin, name: 'Short', description: '' })).toContain('<ShortName>Short</ShortName>')
  })
})
