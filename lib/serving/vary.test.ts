import { expect, it } from 'vitest'
import { isRouterOrEncoding, varyingBy } from './vary'

const ofNext = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch'
const names = ofNext.split(', ')

it.each(['text/html; charset=utf-8', 'text/x-component', ''])('leaves the router’s headers to %j', (type) => expect(varyingBy(ofNext, type)).toEqual(names))
it.each(['application/json', 'text/markdown; charset=utf-8', 'application/atom+xml; charset=utf-8', 'image/png'])('takes them from %j, which has no parts', (type) => {
  expect(varyingBy(ofNext, type)).toEqual([])
  expect(varyingBy([`${ofNext}, next-url`, 'Accept-Encoding'], type)).toEqual(['Accept-Encoding'])
})
it('takes nothing else away', () => {
  expect(varyingBy('Cookie, Origin', 'application/json')).toEqual(['Cookie', 'Origin'])
  expect(varyingBy(undefined, 'application/json')).toEqual([])
})
it('knows what no kept answer differs by', () => {
  expect([...names, 'Next-Url', 'Accept-Encoding'].every(isRouterOrEncoding)).toBe(true)
  expect(['Cookie', '*', 'x-rsc'].some(isRouterOrEncoding)).toBe(false)
})
