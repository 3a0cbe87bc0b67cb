import { describe, expect, it } from 'vitest'
import { parse, sectionsOf } from '@/lib/readme/parse'
import { mostRows, readPasted } from './pasted'
import { columnOfPath, entryOfCells } from './pasted-entry'
import { plainCell } from './plain-cell'

const readme = `# List

## Models

| Model | Subfield | Paper | Code | Base | Pre-Training Data | Year |
| --- | --- | --- | --- | --- | --- | --- |
| A | - | - | - | - | - | 2024 |

## Data

| Dataset (Paper) | Description | Link |
| --- | --- | --- |
| B | - | - |

## Tools

| Tool | What |
| --- | --- |
| C | d |
`
const [models, datasets, tools] = sectionsOf(parse(readme).parts) as [Section, Section, Section]
type Section = ReturnType<typeof sectionsOf>[number]

describe('rows of a markdown table', () => {
  it('are read by their header, whatever its order', () => {
    const text = '| Paper | Model | Stars |\n|---|:-:|--:|\n| [T](https://a.example) | X | 5 |\n\n| - | Y \\| Z | |\n'
    expect(readPasted(text, models)).toEqual({ rows: [['X', '', '[T](https://a.example)', '', '', '', ''], ['Y \\| Z', '', '-', '', '', '', '']], strange: ['Stars'] })
  })
  it('are read by their order where they have no header', () => {
    expect(readPasted('| X | Clinic |\n| Y | - | - |', models).rows).toEqual([['X', 'Clinic', '', '', '', '', ''], ['Y', '-', '-', '', '', '', '']])
    expect(readPasted('a | b\n--- | ---\nX | Y', tools)).toEqual({ rows: [['', '']], strange: ['a', 'b'] })
  })
  it('keep what is written in them', () => expect(readPasted('| **C** | [d](https://a.example) |', tools).rows).toEqual([['**C**', '[d](https://a.example)']]))
})

describe('rows of a spreadsheet', () => {
  it('are read by their header, with addresses in columns of their own', () => {
    const text = 'Model\tPaper\tPaper URL\tCode URL\tBase\tPre-Training Data\tYear\nX\tOn [X]\thttps://arxiv.org/abs/2401.00001\thttps://github.com/a/b\tLLaMA; GPT\t*\t2024\nY\t\t\t\t\t\t\n'
    expect(readPasted(text, models)).toEqual({
      rows: [
        ['X', '-', '[On \\[X\\]](https://arxiv.org/abs/2401.00001)', '[Github](https://github.com/a/b)', 'LLaMA + GPT', '*', '2024'],
        ['Y', '-', '-', '-', '-', '-', ''],
      ],
      strange: [],
    })
  })
  it('may have commas, quotes, line ends and pipes in their cells', () => {
    const text = 'dataset,description,url,doi\r\n"B, the second","Says ""yes"" | no\nand more",https://b.example,https://doi.org/10.1/2\r\n'
    expect(readPasted(text, datasets).rows).toEqual([
      ['B, the second ([doi.org](https://doi.org/10.1/2))', 'Says "yes" \\| no and more', '[Official site](https://b.example)'],
    ])
  })
  it('are read by their order where they have no header', () => {
    expect(readPasted('B;Text;https://physionet.org/x', datasets).rows).toEqual([['B', 'Text', '[PhysioNet](https://physionet.org/x)']])
    expect(readPasted('C,d\nE,f', tools).rows).toEqual([['C', 'd'], ['E', 'f']])
  })
  it('are as many as a proposal holds', () => {
    expect(readPasted('C,d\n'.repeat(mostRows + 5), tools).rows).toHaveLength(mostRows)
    expect(readPasted(' \n', tools)).toEqual({ rows: [], strange: [] })
  })
})

it('leaves to its person what is no address', () => {
  expect(plainCell('model', 'code', { text: 'ask the authors' })).toBe('ask the authors')
  expect(plainCell('model', 'paper', { text: 'https://unknown.example/p', address: '' })).toBe('[unknown.example](https://unknown.example/p)')
  expect(plainCell('model', 'code', { text: '[Github](https://github.com/a/b)' })).toBe('[Github](https://github.com/a/b)')
  expect(plainCell('dataset', 'links', { text: 'https://a.example, https://b.example' })).toBe('[Official site](https://a.example), [Official site](https://b.example)')
  expect(plainCell('model', 'subfield', { text: '-' })).toBe('-')
  expect(plainCell('model', 'base', { text: '-' })).toBe('-')
})

describe('an entry of cells', () => {
  it('is what a form would send', () => {
    expect(entryOfCells(['X', '', '[T](https://a.example)', '', 'L + G', '*', '2024'], models)).toEqual({
      entry: {
        kind: 'model',
        fields: { name: 'X', subfield: null, paper: { label: 'T', url: 'https://a.example' }, code: null, base: ['L', 'G'], data: [], starred: true },
        more: { Year: '2024' },
      },
      problems: null,
    })
    expect(entryOfCells(['C', ''], tools)).toEqual({ entry: { kind: 'table', fields: {}, more: { Tool: 'C' } }, problems: null })
    expect(entryOfCells(['B', '', ''], datasets).entry?.fields).toEqual({ name: 'B', papers: [], description: null, links: [] })
  })
  it('tells at each column what does not fit', () => {
    expect(entryOfCells(['', '**x**', 'On X', 'y', '', '', ''], models).problems).toEqual({
      ...{ name: 'Fill this in.', subfield: 'Markdown marks do not fit here.' },
      ...{ paper: expect.stringContaining('[Title]'), code: expect.stringContaining('[Github]') },
    })
    expect(entryOfCells(['X'.repeat(121), '', '', '', '', '', ''], models).problems).toEqual({ name: 'Keep it under 120 characters.' })
    expect(entryOfCells(['B ([P](ftp://x.example))', '', ''], datasets).problems).toHaveProperty('name')
    expect(entryOfCells(['', ''], tools).problems).toEqual({ Tool: expect.stringContaining('at least one column') })
    expect(entryOfCells(['x'.repeat(2001), ''], tools).problems).toEqual({ Tool: expect.stringContaining('2,000') })
  })
  it('finds the column of an error', () => {
    expect([['fields', 'papers', 0, 'url'], ['fields', 'starred'], ['more', 'Year'], ['more'], ['kind']].map((path, index) => columnOfPath(index === 0 ? 'dataset' : 'model', path))).toEqual(['name', 'data', 'Year', undefined, undefined])
  })
})
