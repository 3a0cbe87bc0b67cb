import { describe, expect, it } from 'vitest'
import { found } from '@/lib/lookup/found'
import { offersOf } from '@/lib/lookup/offers'
import { fieldName } from './column-fields'
import { fill, missingIn, pathOf, placeOf, toldOf } from './fill'
import { filledWords } from './fill-words'
import { blank, type Values } from './values'

const paper = { label: 'arXiv', url: 'https://arxiv.org/abs/2402.10373' }
const place = { label: 'Github', url: 'https://github.com/a/b' }
const whole = found('arXiv', paper.url, { title: 'A title', name: 'A', paper, place, published: { where: 'Nature', by: { scheme: 'doi', id: '10.1000/182' } } })
const at = '2026-11-25T12:00:00.000Z'
const model = offersOf({ at, found: whole }, 'model', null)
const dataset = offersOf({ at, found: whole }, 'dataset', null)

function typed(change: (values: Values) => void): Values {
  const values = structuredClone(blank('', []))
  change(values)
  return values
}

describe('filling', () => {
  it('fills what is empty, and the preprint before what it became', () => {
    expect(fill('model', blank('', []), model)).toEqual({
      set: [
        { path: 'model.name', value: 'A' },
        { path: 'model.paper.label', value: 'A title' },
        { path: 'model.paper.url', value: paper.url },
        { path: 'model.code.url', value: place.url },
        { path: 'model.code.label', value: 'Github' },
      ],
      other: [],
    })
    expect(fill('dataset', blank('', []), dataset).set).toEqual([
      { path: 'dataset.name', value: 'A' },
      { path: 'dataset.papers', value: [paper] },
      { path: 'dataset.links', value: [place] },
    ])
  })

  it('leaves what says something, and names it', () => {
    const values = typed((all) => {
      Object.assign(all.model, { name: ' A ', paper: { label: 'Another', url: '' }, noCode: true })
      Object.assign(all.dataset, { name: 'B', papers: [{ label: 'x', url: 'https://x.org/' }], links: [{ label: '', url: place.url }] })
    })
    expect(fill('model', values, model)).toEqual({ set: [{ path: 'model.paper.url', value: paper.url }], other: ['model.paper.label', 'model.code.url', 'model.code.label'] })
    expect(fill('dataset', values, dataset)).toEqual({ set: [{ path: 'dataset.links', value: [place] }], other: ['dataset.name', 'dataset.papers'] })
    values.dataset.links = [place]
    values.model.noPaper = true
    expect(fill('dataset', values, dataset).set).toEqual([])
    expect(fill('model', values, model).set).toEqual([])
  })

  it('puts a later look-up’s values in the place of an earlier one’s where it is asked to', () => {
    const url = 'https://doi.org/10.1000/182'
    const later = found('Crossref', null, { title: 'The title', name: 'The', paper: { label: '', url } })
    const values = typed((all) => Object.assign(all.model, { name: 'Mine', paper: { label: 'A title', url: paper.url } }))
    expect(fill('model', values, offersOf({ at, found: later }, 'model', null), model)).toEqual({
      set: [{ path: 'model.paper.label', value: 'The title' }, { path: 'model.paper.url', value: url }],
      other: ['model.name'],
    })
    values.dataset.papers = [{ label: 'x', url: 'https://x.org/' }, paper]
    expect(fill('dataset', values, offersOf({ at, found: later }, 'dataset', null), dataset).set).toContainEqual({ path: 'dataset.papers', value: [values.dataset.papers[0], { label: '', url }] })
  })

  it('fills the first of two offers for one place', () => {
    expect(fill('model', blank('', []), [...model, ...offersOf({ at, found: { ...whole, name: 'B' } }, 'model', null)]).set.filter(({ path }) => path === 'model.name')).toEqual([{ path: 'model.name', value: 'A' }])
  })

  it('fills a table’s own columns', () => {
    const columns = ['Year', 'Tool']
    const values = { ...blank('', []), more: { [fieldName('Year')]: '', [fieldName('Tool')]: 'B' } }
    expect(fill('table', values, offersOf({ at, found: { ...whole, year: 2024 } }, 'table', columns))).toEqual({ set: [{ path: `more.${fieldName('Year')}`, value: '2024' }], other: [`more.${fieldName('Tool')}`] })
  })
})

it('a field stands for a place, and a row of a list for the list', () => {
  for (const path of ['model.paper.url', 'dataset.name', `more.${fieldName('Year (1)')}`]) expect(pathOf(path.startsWith('model') ? 'model' : 'dataset', placeOf(path))).toBe(path)
  expect([placeOf('dataset.papers.0.url'), placeOf('dataset.links')]).toEqual(['papers', 'links'])
})

it('a field is told who says what it says, and what else was found, each once', () => {
  const twice = [...model, ...model]
  expect(toldOf('paper.url', paper.url, twice)).toMatchObject({ from: { service: 'arXiv' }, others: [{ instead: true }] })
  expect(toldOf('name', 'B', twice)).toMatchObject({ from: null, others: [{ value: 'A' }] })
  expect(missingIn('papers', [paper], [...dataset, ...dataset])).toMatchObject([{ instead: true }])
  expect(missingIn('links', [], dataset)).toHaveLength(1)
})

it('what filling came to is told in a sentence or two', () => {
  const { set } = fill('model', blank('', []), model)
  expect(filledWords('arXiv', { set: set.slice(0, 2), other: [] }, false)).toBe('Filled from arXiv: Name and Paper title.')
  expect(filledWords('arXiv', { set: [], other: ['model.name'] }, false)).toBe('arXiv fills no empty field. One field says something else; what was found is offered there.')
  expect(filledWords('arXiv', { set: set.slice(0, 1), other: ['model.name', 'section', 'section'] }, false)).toMatch(/^Filled from arXiv: Name\. Two fields say something else/)
  expect(filledWords('arXiv', { set: [], other: [] }, true)).toMatch(/Choose a section/)
})
