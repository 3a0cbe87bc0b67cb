import { describe, expect, it } from 'vitest'
import { readCells, type EntryKind } from '@/lib/catalog/entry'
import { workOf, workOfList } from './work'

const listedIn = { list: 'The list', page: 'https://catalog.example/x' }
const columns = { model: ['name', 'paper', 'code'], dataset: ['name', 'description', 'links'], table: ['Tool', 'Where'] } as const
const cite = (kind: EntryKind, name: string, ...cells: string[]) =>
  workOf({ kind, slug: 'slug', name, entry: readCells(kind, columns[kind], cells) }, listedIn)

describe('what an entry is cited as', () => {
  it.each([
    ['model', 'A', ['A', '[The paper](https://arxiv.org/abs/2401.02458v1)', '-'], { type: 'article', title: 'The paper', arxiv: '2401.02458', doi: null, year: 2024, url: 'https://arxiv.org/abs/2401.02458v1', note: 'A, listed in “The list”: https://catalog.example/x' }],
    ['model', 'A', ['A', '[The paper](https://doi.org/10.1000/xyz)', '-'], { type: 'article', doi: '10.1000/xyz', arxiv: null, year: null }],
    ['model', 'A', ['A', '[Old](https://arxiv.org/abs/cs/9901001)', '-'], { arxiv: 'cs/9901001', year: 1999 }],
    ['model', 'A', ['A', '-', '[Github](https://github.com/a/b)'], { type: 'software', title: 'A', url: 'https://github.com/a/b', note: 'Listed in “The list”: https://catalog.example/x' }],
    ['model', 'A', ['A', '-', '-'], { type: 'software', url: 'https://catalog.example/x' }],
    ['dataset', 'D', ['D ([arXiv](https://arxiv.org/abs/2106.00001))', 'text', '[here](https://d.org)'], { type: 'dataset', title: 'D', arxiv: null, url: 'https://d.org', note: 'Listed in “The list”: https://catalog.example/x Paper: https://arxiv.org/abs/2106.00001' }],
    ['dataset', 'D', ['D ([arXiv](https://arxiv.org/abs/2106.00001))', 'text', '-'], { type: 'dataset', title: 'D', arxiv: '2106.00001', year: 2021, note: 'Listed in “The list”: https://catalog.example/x' }],
    ['dataset', 'D', ['[D]', 'text', '[a] https://d.org'], { type: 'dataset', title: 'D', url: 'https://d.org' }],
    ['model', 'A', ['A', '[P](https://arxiv.org/abs/q-bio)', 'http://'], { type: 'article', title: 'P', arxiv: null, url: 'https://arxiv.org/abs/q-bio' }],
    ['table', '`T`', ['`T`', 'at https://t.org.'], { type: 'webpage', title: 'T', url: 'https://t.org' }],
  ] as const)('of a %s %s %j', (kind, name, cells, work) => expect(cite(kind, name, ...cells)).toMatchObject({ key: 'slug', authors: [], ...work }))
})

it('cites a list as it stood at a revision', () => {
  const at = new Date('2026-03-04T05:06:07Z')
  expect(workOfList({ list: 'The list', origin: 'https://catalog.example', revision: 7, at }, [{ literal: 'Somebody' }])).toMatchObject({
    ...{ key: 'catalog-r7', type: 'dataset', title: 'The list', authors: [{ literal: 'Somebody' }], year: 2026, url: 'https://catalog.example/', note: 'Catalog revision 7 of 2026-03-04' },
  })
})
