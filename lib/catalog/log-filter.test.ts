import { expect, it } from 'vitest'
import { narrowsLog, readLogFilter, writeLogFilter } from './log-filter'

it('reads what an address asks for, and leaves out what makes no sense', () => {
  expect(readLogFilter({ did: 'added', section: 'text', person: ' Ada\u0000 ' })).toEqual({ did: 'added', section: 'text', person: 'Ada' })
  expect(readLogFilter({ did: ['removed', 'added'], section: 'No Slug', person: undefined })).toEqual({ did: 'removed', section: null, person: '' })
  expect(readLogFilter({ did: 'all', person: `${'a'.repeat(99)}😀` }).person).toBe('a'.repeat(99))
})

it('knows whether anything is narrowed', () => {
  const none = readLogFilter({})
  expect([none, { ...none, did: 'added' as const }, { ...none, section: 'text' }, { ...none, person: 'A' }].map(narrowsLog)).toEqual([false, true, true, true])
})

it('writes what it reads', () => {
  for (const filter of [{ did: 'added', section: 'text', person: 'Ada' }, { did: null, section: null, person: '' }] as const) expect(readLogFilter(writeLogFilter(filter))).toEqual(filter)
})
