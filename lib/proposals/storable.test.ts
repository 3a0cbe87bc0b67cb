import { expect, it } from 'vitest'
import { isStorable } from './storable'

const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`) as unknown

it('knows what a form holds', () => {
  for (const value of [null, 1, true, '', 'naïve 🧬', { a: [{ b: 'c' }] }, nested(20)]) expect(isStorable(value)).toBe(true)
})

it('knows what the database has no place for', () => {
  for (const value of ['\0', '\ud83e', { a: ['\udd8d b'] }, { 'a\0': 1 }, nested(21), nested(100_000)]) expect(isStorable(value)).toBe(false)
})
