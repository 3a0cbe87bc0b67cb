import { expect, it } from 'vitest'
import { typedWords } from './typed-words'
import { blank } from './values'

it('what was typed is told by its fields, and what is empty is not', () => {
  const values = blank('text', [])
  expect(typedWords(values)).toEqual([])
  Object.assign(values.model, { name: 'CLIP', paper: { label: 'Paper', url: 'https://a.example' }, base: { names: ['A'], typing: 'B' } })
  Object.assign(values, { more: { Stars: '7' }, rationale: 'Why.' })
  expect(typedWords(values)).toEqual([
    { term: 'Name', detail: 'CLIP' },
    { term: 'Paper', detail: 'Paper https://a.example' },
    { term: 'Base models', detail: 'A, B' },
    { term: 'Stars', detail: '7' },
    { term: 'Note', detail: 'Why.' },
  ])
})
