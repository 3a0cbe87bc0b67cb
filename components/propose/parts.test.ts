import { expect, it } from 'vitest'
import { parse } from '@/lib/readme/parse'
import { fieldName } from './column-fields'
import { messageAt, problemsOf } from './field-errors'
import { addNames } from './list-names'
import { questionsOf } from './question'
import { matching, step } from './suggest'
import { blank, type Values } from './values'
import { labelOf } from './words'

const nothing = { proposal: null, entry: null }

it('splits what is typed as the README writes lists, and lists nothing twice', () => {
  expect(addNames(['PMC'], ' PubMed + pmc +  + C++ ')).toEqual({ list: ['PMC', 'PubMed', 'C++'], added: ['PubMed', 'C++'], known: ['pmc'] })
})

it('flattens a form’s errors, a list’s own at the list', () => {
  const errors = {
    section: { type: 'custom', message: 'Choose.' },
    dataset: { links: { root: { message: 'At most 6.' } }, papers: [undefined, { url: { message: 'No.' } }] },
  }
  expect(problemsOf(errors)).toEqual([
    { path: 'section', message: 'Choose.' },
    { path: 'dataset.links', message: 'At most 6.' },
    { path: 'dataset.papers.1.url', message: 'No.' },
  ])
  expect(messageAt(errors, 'dataset.papers.1.url')).toBe('No.')
  expect(messageAt(errors, 'model.name')).toBeUndefined()
})

it('names every field', () => {
  expect(labelOf('model.paper.url')).toBe('Paper address')
  expect(labelOf('dataset.links.1.label')).toBe('Link 2, label')
  expect(labelOf(`more.${fieldName('Docs (v1.0)')}`)).toBe('Docs (v1.0)')
  expect(labelOf('root')).toBe('Proposal')
})

it('asks about whole addresses and names of two letters or more only', () => {
  const values: Values = structuredClone(blank('x', []))
  values.model.name = 'U'
  values.model.paper.url = 'https://arxiv.org/abs/1 2'
  expect(questionsOf('model', values, undefined, nothing)).toEqual({ 'model.name': null, 'model.paper': null, 'model.code': null })
  values.model.name = 'UNI'
  values.model.paper.url = ' https://arxiv.org/abs/2308.15474'
  values.model.code = { label: '', url: 'https://github.com/a/b' }
  values.model.noCode = true
  expect(questionsOf('model', values, undefined, { proposal: 7, entry: 'uni' })).toEqual({
    'model.name': 'kind=model&name=UNI&except=7&entry=uni',
    'model.paper': 'kind=model&name=&url=https%3A%2F%2Farxiv.org%2Fabs%2F2308.15474&except=7&entry=uni',
    'model.code': null,
  })
})

it('asks about what names a row of any table, and all its addresses, twenty at most', () => {
  const [part] = parse('| Tool | Docs |\n|-|-|\n').parts
  if (!part || !('section' in part)) throw new Error('no table')
  const values: Values = blank('x', [part.section])
  expect(questionsOf('table', values, part.section, nothing)).toEqual({ more: null })
  values.more[fieldName('Tool')] = '[A b](https://a.org)'
  expect(questionsOf('table', values, part.section, nothing)).toEqual({ more: 'kind=table&name=A+b&url=https%3A%2F%2Fa.org' })
  values.more[fieldName('Docs')] = Array.from({ length: 30 }, (_, index) => `https://b.org/${index}`).join(' ')
  expect(questionsOf('table', values, part.section, { proposal: 7, entry: null }).more?.match(/url=/g)).toHaveLength(20)
})

it('asks about all of a dataset’s links', () => {
  const values: Values = structuredClone(blank('x', []))
  values.dataset.links = [{ label: '', url: 'https://a.org/' }, { label: '', url: '' }, { label: '', url: 'https://b.org/' }]
  expect(questionsOf('dataset', values, undefined, nothing)).toEqual({
    'dataset.name': null,
    'dataset.papers': null,
    'dataset.links': 'kind=dataset&name=&url=https%3A%2F%2Fa.org%2F&url=https%3A%2F%2Fb.org%2F',
  })
})

it('suggests what begins with what is typed before what holds it, and nothing once it is there', () => {
  const items = ['Clinical BERT', 'BERT-large', 'BERTopic', 'GPT-2']
  expect(matching(items, ' bert')).toEqual(['BERT-large', 'BERTopic', 'Clinical BERT'])
  expect(matching(items, '')).toEqual(items)
  expect(matching(items, 'gpt-2')).toEqual([])
})

it('goes round the suggestions by way of the input', () => {
  expect([-1, 0, 1].map((marked) => step(marked, 1, 2))).toEqual([0, 1, -1])
  expect([-1, 0, 1].map((marked) => step(marked, -1, 2))).toEqual([1, -1, 0])
  expect(step(-1, 1, 0)).toBe(-1)
})
