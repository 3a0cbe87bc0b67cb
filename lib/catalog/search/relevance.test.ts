import { expect, it } from 'vitest'
import { relevanceOf, relevances } from './relevance'

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
])('%j in %s: %s', (q, name, relevance) => expect(relevances[relevanceOf(q, words(q), name)]).toBe(relevance))

it('takes what a word was meant for as the word', () => {
  expect(relevances[relevanceOf('clup', words('clup', ['clip']), 'CXR-CLIP')]).toBe('words')
  expect(relevances[relevanceOf('cx clup', [...words('cx'), ...words('clup', ['clip'])], 'CXR-CLIP')]).toBe('beginnings')
})
it('knows a name of signs alone', () => expect(relevances[relevanceOf('🔥', [], '🔥')]).toBe('exact'))
