import { describe, expect, it } from 'vitest'
import { readCells, type ReadEntry } from '@/lib/catalog/entry'
import { compareEntries } from './rows'

const columns = ['name', 'subfield', 'paper', 'base', 'data', 'Stars']
const model = (...cells: string[]) => readCells('model', columns, cells)
const uni = model('UNI', 'Pathology', '[Paper](https://arxiv.org/abs/2308.15474v1)', 'DINOv2 + ViT', 'A + B*', '-')
const conch = model('CONCH', 'pathology', '[The paper](https://arxiv.org/pdf/2308.15474)', 'ViT', 'B', '')
const row = (label: string, ...entries: ReadEntry[]) => compareEntries(entries).find((one) => one.label === label)
const told = (label: string, ...entries: ReadEntry[]) => row(label, ...entries)?.cells.map((cell) => cell?.map(({ text, shared }) => (shared ? `= ${text}` : text)) ?? null)

describe('entries field by field', () => {
  it('have the fields of their kind in order, then what their papers tell, then columns of the list’s own', () =>
    expect(compareEntries([uni, conch]).map(({ label }) => label)).toEqual(['Subfield', 'Paper', 'Base models', 'Pre-training data', 'More than three sources', 'Year', 'Stars']))
  it('say what all say, and what only some', () => {
    expect(told('Base models', uni, conch)).toEqual([['DINOv2', '= ViT'], ['= ViT']])
    expect(told('Pre-training data', uni, conch)).toEqual([['A', '= B'], ['= B']])
    expect(row('Base models', uni, conch)?.verdict).toBe('differs')
    expect(told('More than three sources', uni, conch)).toEqual([['yes'], ['no']])
  })
  it('are the same in other letters, and by another view of the same paper', () => {
    expect(row('Subfield', uni, conch)?.verdict).toBe('same')
    expect(row('Paper', uni, conch)?.verdict).toBe('same')
    expect(told('Year', uni, conch)).toEqual([['= 2023'], ['= 2023']])
  })
  it('say the same where none says anything', () => expect(row('Stars', uni, conch)).toEqual({ label: 'Stars', cells: [[], []], verdict: 'same' }))
  it('differ where one says less, or nothing', () => {
    expect(row('Base models', conch, uni)?.verdict).toBe('differs')
    expect(told('Stars', model('X', '-', '-', '-', '-', '12 *k*'), conch)).toEqual([['12 *k*'], []])
    expect(row('Stars', model('X', '-', '-', '-', '-', '1'), conch)?.cells[0]?.[0]?.markdown).toBe(true)
  })
  it('keep signs apart that no letters tell apart', () => expect(row('Subfield', model('A', '+', '-', '-', '-', ''), model('B', '!', '-', '-', '-', ''))?.verdict).toBe('differs'))
  it('show a cell that fits no field as it is written', () => expect(told('Paper', model('A', '-', 'see [x', '-', '-', ''), uni)).toEqual([['see [x'], ['Paper']]))
})

it('a dataset beside a model has what models have not, and the other way about', () => {
  const dataset = readCells('dataset', ['name', 'description', 'links'], ['**MIMIC** ([Paper](https://arxiv.org/abs/1901.07042))', 'Images', '-'])
  expect(told('Description', uni, dataset)).toEqual([null, ['= Images']])
  expect(told('Base models', uni, dataset)?.[1]).toBeNull()
  expect([row('Description', uni, dataset)?.verdict, row('Base models', uni, dataset)?.verdict]).toEqual([null, null])
  expect(row('Year', uni, dataset)?.verdict).toBe('differs')
})

it('rows of other tables are compared by their columns but the one that names them', () => {
  const table = (...cells: string[]) => readCells('table', ['Name', 'Year', 'Papers'], cells)
  expect(compareEntries([table('a', '2020', 'x'), table('b', '2020', '')])).toMatchObject([
    { label: 'Year', verdict: 'same' },
    { label: 'Papers', verdict: 'differs' },
  ])
})
