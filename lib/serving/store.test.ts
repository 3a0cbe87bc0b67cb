import { expect, it } from 'vitest'
import type { PublicAddress } from './address'
import type { Finished } from './finished'
import { makeStore } from './store'

const answer = (revision: number, bytes = 1_000, status = 200): Finished => ({
  ...{ revision, status, tag: '"t"', modified: null, canShrink: true, encoded: {}, unchanged: [] },
  plain: { headers: [], bytes: Buffer.alloc(bytes) },
})
const at = (url: string, isPlain = true): PublicAddress => ({ url, isPlain, isOfBuild: false, isForPrograms: false })

it('holds the latest of an address, and no more than it may', () => {
  const store = makeStore(100_000)
  store.keep(at('/'), answer(1))
  store.keep(at('/'), answer(2))
  expect(store.get(at('/'))?.revision).toBe(2)
  for (let count = 0; count < 500; count++) store.keep(at(`/models/${count}`), answer(2))
  expect(store.size()).toBeLessThanOrEqual(75_000)
  expect(store.get(at('/'))).toBeUndefined()
  expect(store.get(at('/models/499'))).toBeDefined()
})

it('keeps searches and what is not there from crowding the catalog’s pages out', () => {
  const store = makeStore(100_000)
  store.keep(at('/'), answer(1))
  for (let count = 0; count < 500; count++) {
    store.keep(at(`/?q=${count}`, false), answer(1))
    store.keep(at(`/models/never-${count}`), answer(1, 1_000, 404))
  }
  expect(store.get(at('/'))).toBeDefined()
  expect(store.get(at('/models/never-499'))?.status).toBe(404)
  expect(store.get(at('/models/never-1'))).toBeUndefined()
  expect(store.size()).toBeLessThanOrEqual(100_000)
})

it('forgets that a page was missing once it is there, and the other way round', () => {
  const store = makeStore(100_000)
  for (const status of [404, 200, 410, 200]) {
    store.keep(at('/models/x'), answer(1, 10, status))
    expect(store.get(at('/models/x'))?.status).toBe(status)
  }
})

it('tells how long a body may be, so that its encodings can be kept with it', () => {
  for (const isPlain of [true, false]) {
    const store = makeStore(1_000_000)
    const [address, longest] = [at('/README.md', isPlain), store.longest(at('/README.md', isPlain))]
    const { plain, ...answered } = answer(1, longest)
    store.keep(address, { ...answered, plain, encoded: { br: { ...plain }, gzip: { ...plain } } })
    expect(store.get(address)).toBeDefined()
    expect(longest).toBeGreaterThan(isPlain ? 60_000 : 15_000)
  }
  expect(makeStore(1_000).longest(at('/'))).toBe(0)
})

it('remembers of the latest revision that what an address shows is too long', () => {
  const store = makeStore(1_000_000)
  expect(store.isTooLong(at('/README.md'), 1)).toBe(false)
  store.setTooLong(at('/README.md'), 1)
  expect([1, 2, null].map((revision) => store.isTooLong(at('/README.md'), revision))).toEqual([true, false, false])
})

it('does not keep what would push out everything else', () => {
  const store = makeStore(100_000)
  store.keep(at('/'), answer(1))
  store.keep(at('/README.md'), answer(1, 50_000))
  expect(store.get(at('/README.md'))).toBeUndefined()
  expect(store.get(at('/'))).toBeDefined()
})
