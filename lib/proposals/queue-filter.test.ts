import { expect, it } from 'vitest'
import { isFiltered, queueFilterSchema } from './queue-filter'

it('reads an address, and leaves out what makes no sense in it', () => {
  const query = { kind: 'model', section: 'text', age: 'week', newcomer: 'yes', duplicates: 'yes', moved: 'yes', mine: 'yes' }
  expect(queueFilterSchema.parse(query)).toEqual(query)
  expect(isFiltered(queueFilterSchema.parse(query))).toBe(true)
  const nonsense = { kind: 'paper', section: "x'--", age: 'year', newcomer: 'no', duplicates: ['yes'], moved: 1, mine: '', other: 'x' }
  expect(isFiltered(queueFilterSchema.parse(nonsense))).toBe(false)
})
