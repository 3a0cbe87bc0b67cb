import { expect, it } from 'vitest'
import { answerTag, holds, namesTag, revisionHeaders } from './conditional'

const tag = answerTag(3)

it('tells revisions apart', () => expect(answerTag(2)).not.toBe(tag))

it.each([tag, `W/${tag}`, `"a", ${tag}`, `"a",W/${tag} ,"b"`, '*'])('finds it in %s', (header) => expect(holds(header, tag)).toBe(true))
it.each([null, '', '"a"', answerTag(2), tag.replaceAll('"', '')])('does not find it in %s', (header) => expect(holds(header, tag)).toBe(false))

it('finds no tag named in what means anything that is there', () => {
  expect([namesTag('*', tag), namesTag(`"a", *, W/${tag}`, tag), namesTag('"a"', tag), namesTag(null, tag)]).toEqual([false, true, false, false])
})

it('finds a weak one, too', () => expect([holds(tag, `W/${tag}`), holds(`W/${tag}`, `W/${tag}`), holds('"a"', `W/${tag}`)]).toEqual([true, true, false]))

it('has an address that names its revision kept for a day, and any other asked about each time', () => {
  const state = { revision: 3, at: new Date('2024-05-06T07:08:09Z') }
  expect(revisionHeaders(state, false)).toEqual({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, no-cache', 'Catalog-Revision': '3', ETag: tag, 'Last-Modified': 'Mon, 06 May 2024 07:08:09 GMT' })
  expect(revisionHeaders(state, true)).toMatchObject({ 'Cache-Control': 'public, max-age=86400' })
})
