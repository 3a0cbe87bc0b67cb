import { describe, expect, it } from 'vitest'
import { recordOf } from './record'

describe('the record of a row', () => {
  it('holds every reading of its cells', () => {
    const cells = ['Me-LLaMA', '-', '[Médical](https://arxiv.org/abs/2402.12749)', '-', 'LLaMA 2', 'PubMed + MIMIC-III*']
    expect(recordOf('model', ['name', 'subfield', 'paper', 'code', 'base', 'data'], cells)).toEqual({
      entry: {
        kind: 'model',
        fields: {
          ...{ name: 'Me-LLaMA', subfield: null, code: null },
          ...{ paper: { label: 'Médical', url: 'https://arxiv.org/abs/2402.12749' } },
          ...{ base: ['LLaMA 2'], data: ['PubMed', 'MIMIC-III'], starred: true },
        },
        raw: {},
        more: {},
      },
      name: 'Me-LLaMA',
      nameKey: 'mellama',
      terms: [
        { facet: 'base', ordinal: 0, value: 'LLaMA 2', key: 'llama2' },
        { facet: 'data', ordinal: 0, value: 'PubMed', key: 'pubmed' },
        { facet: 'data', ordinal: 1, value: 'MIMIC-III', key: 'mimiciii' },
      ],
      identities: ['model/arxiv:2402.12749', 'model/name:mellama'],
    })
  })

  it('is found by a raw name too', () =>
    expect(recordOf('dataset', ['name', 'links'], ['**A**', '-'])).toMatchObject({ name: 'A', nameKey: 'a', identities: ['dataset/name:a'] }))

  it('of cells that say nothing is called so, and is like no other', () =>
    expect(recordOf('table', ['Tool'], [''])).toMatchObject({ name: 'Entry without a name', nameKey: '', identities: [] }))

  it('holds the cells of any table', () =>
    expect(recordOf('table', ['Tool', 'Stars'], ['[X](https://x.org)', '5'])).toMatchObject({
      ...{ name: 'X', terms: [], identities: ['table/url:x.org', 'table/name:x'] },
    }))
})
