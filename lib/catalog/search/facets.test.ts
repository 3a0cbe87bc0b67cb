import { expect, it } from 'vitest'
import { readCells, type ReadEntry } from '../entry'
import { facetsOf, facetToken, yearsOf, yearsUntold } from './facets'

const tokens = (entry: ReadEntry) => facetsOf('s1', entry).map(facetToken)
const model = (cells: string[]) => readCells('model', ['name', 'subfield', 'paper', 'code', 'base', 'data'], cells)

it('reads a model', () =>
  expect(tokens(model(['X', 'Radiology', '[P](https://arxiv.org/abs/2402.13963)', '[Github](https://github.com/a/b)', 'LLaMA 2 + Llama-2', 'MIMIC-CXR*']))).toEqual([
    ...['kind:model', 'section:s1', 'subfield:radiology', 'base:llama2', 'data:mimiccxr', 'code:yes', 'venue:arxiv', 'year:2024', 'starred:yes'],
  ]))

it('reads a model that says little, and one that is not read', () => {
  expect(tokens(model(['X', '-', '-', '-', '-', '-']))).toEqual(['kind:model', 'section:s1'])
  expect(tokens(model(['X', '-', '-', 'see [here](https://github.com/a/b) **now**', '-', '-']))).toEqual(['kind:model', 'section:s1', 'code:yes'])
})

it('reads a dataset', () => {
  const entry = readCells('dataset', ['name', 'description', 'links'], ['X ([arXiv](https://arxiv.org/abs/2101.00001), [Lab](https://www.lab.org/x))', 'A', '[Github](https://github.com/a/b)'])
  expect(tokens(entry)).toEqual(['kind:dataset', 'section:s1', 'code:yes', 'venue:arxiv', 'venue:laborg', 'year:2021'])
  expect(tokens({ kind: 'dataset', fields: {}, raw: {}, more: {} })).toEqual(['kind:dataset', 'section:s1'])
})

it('reads a row of any table, its own year before its paper’s', () => {
  const entry = readCells('table', ['Title', 'Year', 'Link'], ['X', '2019', '[p](https://arxiv.org/abs/2101.00001), [d](https://doi.org/10.5555/x) [home](https://x.org)'])
  expect(tokens(entry)).toEqual(['kind:table', 'section:s1', 'venue:arxiv', 'venue:doiorg', 'year:2019'])
  expect(yearsOf(readCells('table', ['Title', 'Year'], ['X', '–']))).toEqual([])
  const unsaid = readCells('table', ['Title', 'Year', 'Link'], ['X', '', '[p](https://arxiv.org/abs/2101.00001)'])
  expect([entry, unsaid].map(yearsUntold)).toEqual([[], [2021]])
})

it('has no venue of what is no address', () =>
  expect(tokens({ kind: 'model', fields: { paper: { label: 'P', url: 'nowhere' } }, raw: {}, more: {} })).toEqual(['kind:model', 'section:s1']))

it('tells the newest year first', () =>
  expect(yearsOf(readCells('table', ['Title', 'Dates'], ['X', '2019, again in 2021']))).toEqual([2021, 2019]))
