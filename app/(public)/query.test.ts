import { describe, expect, it } from 'vitest'
import { cursorOf, filterOf, isSlug, revisionOf } from './query'

describe('filterOf', () => {
  it.each([
    ['nothing', {}, {}],
    ['blank fields, as an untouched form sends them', { q: '', section: '', subfield: ' ' }, {}],
    ['all of them', { q: ' mim ', section: 'text', subfield: 'Radiology', kind: 'model' }, { q: 'mim', section: 'text', subfield: 'Radiology', kind: 'model' }],
    ['a kind that is none', { kind: 'tool' }, {}],
    ['the first of several', { q: ['a', 'b'] }, { q: 'a' }],
    ['characters that a database refuses', { q: 'a\u0000b' }, { q: 'a b' }],
    ['a search without end', { q: 'x'.repeat(5000) }, { q: 'x'.repeat(200) }],
    ['what it does not know', { utm_source: 'x' }, {}],
  ])('reads %s', (_, query, filter) => {
    expect(filterOf(query)).toStrictEqual(filter)
  })
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
