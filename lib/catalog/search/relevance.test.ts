import { expect, it } from 'vitest'
import { nameKey } from '../fold'
import { relevanceOf, relevances } from './relevance'

const relevance = (q: string, asked: ReturnType<typeof words>, name: string) => relevances[relevanceOf(nameKey(q), asked, { name, nameKey: nameKey(name) })]
const words = (q: string, near: string[] = []) => q.split(' ').filter(Boolean).map((text) => ({ text, goesOn: [], near }))

it.each([
  ['cxr clip', 'CXR-CLIP', 'exact'],
  ['cxr', 'CXR-CLIP', 'begins'],
  ['clip cxr', 'CXR-CLIP', 'words'],
  ['cli cx', 'CXR-CLIP', 'beginnings'],
  ['clip zebra', 'CXR-CLIP', 'partly'],
  ['zebra', 'CXR-CLIP', 'elsewhere'],
  ['lip', 'CXR-CLIP', 'elsewhere'],
  ['', '🔥', 'elsewhere'],
])('%j in %s: %s', (q, name, expected) => expect(relevance(q, words(q), name)).toBe(expected))

it('takes what a word was meant for as the word', () => {
  expect(relevance('clup', words('clup', ['clip']), 'CXR-CLIP')).toBe('words')
  expect(relevance('cx clup', [...words('cx'), ...words('clup', ['clip'])], 'CXR-CLIP')).toBe('beginnings')
})
it('knows a name of signs alone', () => expect(relevance('🔥', [], '🔥')).toBe('exact'))
