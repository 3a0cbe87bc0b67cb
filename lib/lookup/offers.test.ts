import { describe, expect, it } from 'vitest'
import { readDraft, type Columns, type EntryKind } from '@/lib/catalog/entry'
import type { Change } from '@/lib/readme/change'
import { evidenceOf, offerOf } from './evidence'
import { found } from './found'
import { isOffered, offersOf, type Offer } from './offers'

const at = '2026-11-25T12:00:00.000Z'
const paper = { label: 'arXiv', url: 'https://arxiv.org/abs/2402.10373' }
const place = { label: 'Github', url: 'https://github.com/a/b' }
const whole = found('arXiv', paper.url, {
  ...{ title: 'A | title', name: 'A', paper, place, year: 2024 },
  published: { where: 'Nature', by: { scheme: 'doi', id: '10.1000/182' } },
})
const source = { service: 'arXiv', page: paper.url, at }
const said = (kind: EntryKind, columns: Columns | null, one = whole) => offersOf({ at, found: one }, kind, columns).map((offer) => [offer.place, offer.value, ...(offer.instead ? ['instead'] : [])])
const nothing = found('arXiv', null, {})

describe('what a look-up offers', () => {
  it('a model', () => {
    const all = [['name', 'A'], ['paper.label', 'A | title'], ['paper.url', paper.url], ['paper.url', 'https://doi.org/10.1000/182', 'instead'], ['code.url', place.url], ['code.label', 'Github']]
    expect(said('model', null)).toEqual(all)
    expect(said('model', ['name', 'paper', 'code', 'Year', 'Notes'])).toEqual([...all, ['more.Year', '2024']])
    expect(said('model', ['base'])).toEqual([])
    expect(said('model', null, nothing)).toEqual([])
  })

  it('a dataset', () => {
    expect(said('dataset', null)).toEqual([['name', 'A'], ['papers', paper], ['papers', { url: 'https://doi.org/10.1000/182', label: 'Nature' }, 'instead'], ['links', place]])
    expect(said('dataset', null, found('Crossref', null, { published: { where: null, by: { scheme: 'doi', id: '10.1000/182' } } }))).toEqual([['papers', { url: 'https://doi.org/10.1000/182', label: '' }, 'instead']])
    expect(said('dataset', ['description'])).toEqual([])
    expect(said('dataset', null, nothing)).toEqual([])
  })

  it('a row of any table, by its headers', () => {
    expect(said('table', ['Year', 'Tool', 'Paper', 'Code', 'Website', 'Notes'])).toEqual([
      ['more.Year', '2024'],
      ['more.Tool', 'A'],
      ['more.Paper', `[A \\| title](${paper.url})`],
      ['more.Code', `[Github](${place.url})`],
      ['more.Website', `[Github](${place.url})`],
    ])
    expect(said('table', ['Title', 'Link (2)'], { ...whole, paper: null, place: null, year: null })).toEqual([['more.Title', 'A \\| title']])
    expect(said('table', ['Paper', 'Link'], { ...whole, title: null, place: null, paper: { ...paper, label: '' } })).toEqual([['more.Paper', 'A'], ['more.Link', `[Link](${paper.url})`]])
    expect(said('table', ['Year', 'Repo', 'Name'], nothing)).toEqual([])
    expect(said('table', null)).toEqual([])
  })

  it('is what stands there, whatever a list calls it', () => {
    const text: Offer = { place: 'name', value: 'A', source, instead: false }
    const link: Offer = { place: 'papers', value: paper, source, instead: false }
    expect([isOffered(text, ' A '), isOffered(text, 'B'), isOffered(text, paper)]).toEqual([true, false, false])
    expect([isOffered(link, { ...paper, label: 'x' }), isOffered(link, { ...paper, url: 'x' }), isOffered(link, paper.url)]).toEqual([true, false, false])
  })
})

describe('what is borne out of a change', () => {
  const fields = { name: 'A', subfield: null, paper: { label: 'Another title', url: paper.url }, code: null, base: ['A'], data: [], starred: false }
  const add: Change = { op: 'add', section: 's', place: 'manner', entry: { ...readDraft({ kind: 'model', fields }), more: { Year: '2024' } } as never }
  const model = offersOf({ at, found: whole }, 'model', ['name', 'paper', 'code', 'Year'])

  it('is each value that still says what was found', () => {
    expect(evidenceOf(add, model)).toEqual([
      { field: 'name', value: 'A', ...source },
      { field: 'paper.url', value: paper.url, ...source },
      { field: 'more.Year', value: '2024', ...source },
    ])
  })

  it('is told by who says it first and foremost', () => {
    const url = 'https://doi.org/10.1000/182'
    const published: Change = { op: 'add', section: 's', place: 'end', entry: { kind: 'model', fields: { paper: { label: '', url } } } }
    const journal = offersOf({ at, found: found('Crossref', null, { paper: { label: '', url } }) }, 'model', null)
    expect(evidenceOf(published, [...model, ...journal]).map(({ service }) => service)).toEqual(['Crossref'])
    expect(evidenceOf(published, model).map(({ service }) => service)).toEqual(['arXiv'])
  })

  it('is each link of a list, and comes back for the next version', () => {
    const papers = [{ label: 'x', url: 'https://x.org/' }, { label: 'y', url: paper.url }]
    const dataset = { op: 'add', section: 's', place: 'manner', entry: { kind: 'dataset', fields: { name: 'B', papers, description: null, links: [] } } } as Change
    const [evidence] = evidenceOf(dataset, offersOf({ at, found: whole }, 'dataset', null))
    expect(evidence).toEqual({ field: 'papers.1', value: paper.url, ...source })
    if (!evidence) throw new Error('none')
    expect(evidenceOf(dataset, [offerOf(evidence)])).toEqual([evidence])
    expect(offerOf({ ...evidence, field: 'name', value: 'B' })).toMatchObject({ place: 'name', value: 'B' })
  })

  it('of an edit is what it brings', () => {
    const edit: Change = { op: 'edit', section: 's', entry: 'a', fields: { paper: { before: null, after: { label: 'A | title', url: 'https://x.org/' } }, name: { before: 'A' } }, more: { Year: { before: '1', after: '2024' }, Gone: { before: 'x' } } }
    expect(evidenceOf(edit, model).map(({ field }) => field)).toEqual(['paper.label', 'more.Year'])
    expect(evidenceOf({ op: 'edit', section: 's', entry: 'a' }, model)).toEqual([])
    expect(evidenceOf({ op: 'add', section: 's', place: 'end', entry: { kind: 'model', fields: { name: 'A' } } }, model)).toHaveLength(1)
  })

  it('of any other change is nothing', () => {
    expect(evidenceOf({ op: 'remove', section: 's', entry: 'a' }, model)).toEqual([])
  })
})
