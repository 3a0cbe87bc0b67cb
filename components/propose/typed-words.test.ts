import { expect, it } from 'vitest'
import { typedWords } from './typed-words'
import { blank } from './values'

it('is what somebody typed, and not what stood there before', () => {
  const start = blank('text', [])
  const values = structuredClone(start)
  Object.assign(values, { rationale: ' Why. ', section: 'images', more: { c_a: 'x' } })
  Object.assign(values.model, { name: 'A', noCode: true, paper: { label: 'On A', url: 'https://example.org/a' }, base: { names: ['B', 'C'], typing: 'D' } })
  values.dataset.links = [{ label: 'Site', url: 'https://example.org/s' }, { label: '', url: '' }]
  start.model.subfield = values.model.subfield = 'Clinic'
  expect(typedWords({ version: null, start, values })).toEqual([
    { label: 'Note to the maintainers', text: 'Why.' },
    { label: 'Name', text: 'A' },
    { label: 'Paper title', text: 'On A' },
    { label: 'Paper address', text: 'https://example.org/a' },
    { label: 'Base models', text: 'B + C D' },
    { label: 'Links', text: 'Site https://example.org/s' },
    { label: expect.any(String), text: 'x' },
  ])
})

it('is all of it where nobody knows what stood there', () => {
  expect(typedWords({ version: 2, values: { text: 'a\nb', rationale: '' } })).toEqual([{ label: 'The text', text: 'a\nb' }])
})
