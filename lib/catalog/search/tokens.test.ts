import { describe, expect, it } from 'vitest'
import { entryTokens, entryWords, tiers, wordTokens } from './tokens'

const entry = { name: 'CXR-CLIP', terms: [{ value: 'LLaMA 2' }], cells: ['CXR-CLIP', '[Deep 肝脏](https://x.org)'] }

it('reads an entry’s words, those of its name apart', () => {
  expect(entryWords(entry)).toEqual({ name: ['cxr', 'clip', 'cxrclip'], all: ['cxr', 'clip', 'cxrclip', 'llama', '2', 'llama2', 'deep', '肝脏', '脏'] })
  expect(entryWords({ ...entry, cells: [Array.from({ length: 900 }, (_, at) => `w${at}`).join(' ')] }).all).toHaveLength(600)
})

it('holds words, how they begin, and facets, all in one tier', () => {
  const tokens = entryTokens('0', { name: ['clip'], all: ['clip', '肝'] }, [{ facet: 'kind', key: 'model', label: '' }])
  expect(tokens.map((token) => token.slice(1))).toEqual(['nclip', 'pc', 'pcl', 'pcli', 'pclip', 'wclip', 'qcl', 'qcli', 'qclip', 'w肝', 'q肝', ':kind:model'])
  expect(new Set(tokens.map(([tier]) => tier)).size).toBe(1)
})

it('puts few entries into the first tiers', () => {
  const counts = { '0': 0, '1': 0, '2': 0 }
  for (let at = 0; at < 20_000; at++) {
    const [tier] = entryTokens(`00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`, { name: ['a'], all: [] }, [])[0] as string
    counts[tier as keyof typeof counts]++
  }
  expect(tiers.map((tier) => Math.round(20_000 / counts[tier]))).toEqual([expect.toSatisfy((n: number) => n > 150 && n < 400), expect.toSatisfy((n: number) => n > 12 && n < 20), 1])
})

describe('what an entry must hold one of', () => {
  const word = { goesOn: [], near: [] }
  it.each([
    ['a letter', { ...word, text: 'c' }, { name: ['pc'], any: ['wc', 'pc'] }],
    ['a character', { ...word, text: '肝' }, { name: ['p肝'], any: ['q肝'] }],
    ['a short word', { ...word, text: 'clip' }, { name: ['pclip'], any: ['qclip'] }],
    ['a long word, as it goes on', { ...word, text: 'radio', goesOn: ['radiology'] }, { name: ['nradio', 'nradiology'], any: ['wradio', 'wradiology'] }],
    ['what it is meant for', { ...word, text: 'clup', near: ['clip'] }, { name: ['pclup', 'nclip'], any: ['qclup', 'wclip'] }],
    ['what a long one is meant for', { ...word, text: 'radiolgy', near: ['radiology'] }, { name: ['nradiolgy', 'nradiology'], any: ['wradiolgy', 'wradiology'] }],
  ])('for %s', (_, asked, tokens) => expect(wordTokens(asked)).toEqual(tokens))
})
