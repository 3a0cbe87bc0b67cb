import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLookup, readDuplicates, type LikelyDuplicate } from './lookup'

const found: LikelyDuplicate[] = [{ why: 'same name', entry: { kind: 'model', slug: 'uni', name: 'UNI' }, proposal: null, readable: true }]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('asks once the person pauses, with the last question', async () => {
  const ask = vi.fn(async () => found)
  const lookup = createLookup(ask, 400)
  const heard = vi.fn()
  const leave = lookup.subscribe(heard)
  lookup.update('name', 'UN')
  await vi.advanceTimersByTimeAsync(399)
  lookup.update('name', 'UNI')
  lookup.update('name', 'UNI')
  await vi.advanceTimersByTimeAsync(400)
  expect(ask).toHaveBeenCalledExactlyOnceWith('UNI', expect.any(AbortSignal))
  expect(lookup.found('name')).toEqual(found)
  expect(lookup.found('other')).toEqual([])
  heard.mockClear()
  leave()
  lookup.update('name', null)
  expect(heard).not.toHaveBeenCalled()
  expect(lookup.found('name')).toEqual([])
})

it('drops the answer to a question that nobody asks any more', async () => {
  const answers: ((found: LikelyDuplicate[]) => void)[] = []
  const lookup = createLookup(() => new Promise((resolve) => answers.push(resolve)), 0)
  lookup.update('name', 'UNI')
  await vi.advanceTimersByTimeAsync(0)
  lookup.update('name', null)
  answers[0]?.(found)
  await vi.advanceTimersByTimeAsync(0)
  expect(lookup.found('name')).toEqual([])
})

it('shows nothing where asking fails', async () => {
  const lookup = createLookup(async () => Promise.reject(new Error('offline')), 0)
  lookup.update('name', 'UNI')
  await vi.advanceTimersByTimeAsync(0)
  expect(lookup.found('name')).toEqual([])
})

it('reads an answer, and takes any other for none', () => {
  expect(readDuplicates(found)).toEqual(found)
  expect(readDuplicates({ error: 'Sign in first.' })).toEqual([])
})
