import { expect, it } from 'vitest'
import { found } from './found'
import { mostRecords, questionSchema, recordSchema, unrecognised } from './record'

it('a question is a text that is no library, and a record what was found under an id', () => {
  expect(questionSchema.safeParse({ text: ' x ' }).data).toEqual({ text: 'x' })
  expect([{ text: '' }, { text: 'x'.repeat(20_001) }, null].map((input) => questionSchema.safeParse(input).success)).toEqual([false, false, false])
  const record = { id: '01990000-0000-7000-8000-000000000000', at: '2026-11-25T12:00:00.000Z', found: found('arXiv', null, {}) }
  expect(recordSchema.parse(record)).toEqual(record)
  expect(recordSchema.safeParse({ ...record, id: '1' }).success).toBe(false)
  expect(mostRecords).toBeGreaterThan(1)
  expect(unrecognised).toMatch(/\.$/)
})
