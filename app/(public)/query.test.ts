import { expect, it } from 'vitest'
import { cursorOf, isSlug, queryOf, revisionOf, searchOf, subjectOf } from './query'

it('reads what an address searches for', () => {
  expect(searchOf({ q: ' mim ', kind: ['model', 'tool'], utm_source: 'x' })).toMatchObject({ q: 'mim', kind: ['model'], sort: null, page: 1 })
})

it.each([['me-llama', true], ['a', true], ['', false], ['A', false], ['-a', false], ['a--b', false], ['%00', false], ['a'.repeat(101), false]])(
  'tells whether %j may be a slug',
  (text, may) => {
    expect(isSlug(text)).toBe(may)
  },
)

it.each([['1', 1], ['123456789', 123456789], ['0', undefined], ['01', undefined], ['1e3', undefined], ['1234567890', undefined], [['1', '2'], undefined], [undefined, undefined]])(
  'reads %j as a revision',
  (text, revision) => {
    expect(revisionOf(text)).toBe(revision)
  },
)

it.each([['a0', 'a0'], ['', undefined], ['a\u0000', undefined], [['a0', 'a1'], undefined], ['a'.repeat(201), undefined]])('reads %j as a cursor', (after, cursor) => {
  expect(cursorOf({ after })).toBe(cursor)
})

it.each<[string | undefined, ReturnType<typeof subjectOf>]>([
  ['models/uni', { kind: 'model', slug: 'uni' }],
  ['datasets/mimic-cxr', { kind: 'dataset', slug: 'mimic-cxr' }],
  ...['entries/x', 'models/', 'models/A', 'models/a/b', '/models/a', '', undefined].map((text): [string | undefined, undefined] => [text, undefined]),
])('reads %j as an entry that a page is about', (text, subject) => {
  expect(subjectOf(text)).toEqual(subject)
})

it('hands the parameters of an address over as pages get them', () => {
  expect(queryOf(new URLSearchParams('q=a&kind=model&kind=dataset&since='))).toEqual({ q: 'a', kind: ['model', 'dataset'], since: '' })
})
