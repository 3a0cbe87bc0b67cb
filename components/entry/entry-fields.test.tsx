import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { readCells } from '@/lib/catalog/entry'
import { EntryFields } from './entry-fields'

const model = (paper: string) => readCells('model', ['name', 'paper'], ['X', paper])
const dated = '[arXiv](https://arxiv.org/abs/2402.13963)'
const termsOf = (html: string) => [...html.matchAll(/<dt[^>]*>([^<]*)/g)].map(([, term]) => term)

it('tells the year that the filters know of an entry, and leads to all of that year', () => {
  const page = renderToStaticMarkup(<EntryFields entry={model(dated)} leads />)
  expect(page).toContain('<a href="/search?year=2024" class="link">2024</a>')
  expect(termsOf(page)).toEqual(['Paper', 'Year'])
})

it('tells no year where none is known, a column says it, or a form shows what is proposed', () => {
  expect(termsOf(renderToStaticMarkup(<EntryFields entry={model('[P](https://x.org)')} leads />))).toEqual(['Paper'])
  expect(termsOf(renderToStaticMarkup(<EntryFields entry={readCells('model', ['name', 'paper', 'Published'], ['X', dated, '2023'])} leads />))).toEqual(['Paper', 'Published'])
  expect(termsOf(renderToStaticMarkup(<EntryFields entry={model(dated)} />))).toEqual(['Paper'])
})
