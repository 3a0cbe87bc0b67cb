import { describe, expect, it } from 'vitest'
import { dateOf, laterDate, readDate, writeDate } from './date-line'

describe('the date line', () => {
  it.each([
    ['# List\n\nLast updated: 2025/04/11\n', '2025/04/11'],
    ['Last updated: 2025/04/11 (weekly)', '2025/04/11'],
    ['a\r\nLast updated: 2025/04/11\r\nLast updated: 2026/01/01\r\n', '2025/04/11'],
    ['It was Last updated: 2025/04/11', undefined],
    ['Last updated: 2025-04-11', undefined],
    ['', undefined],
  ])('in %j tells %s', (prose, date) => expect(readDate(prose)).toBe(date))

  it('is written in its place, and nothing else is', () =>
    expect(writeDate('a\r\nLast updated: 2025/04/11 $1\r\nLast updated: 2025/04/11\r\n', '2026/11/24')).toBe(
      'a\r\nLast updated: 2026/11/24 $1\r\nLast updated: 2025/04/11\r\n',
    ))
  it('is not made where there is none', () => expect(writeDate('Updated 2025/04/11\n', '2026/11/24')).toBe('Updated 2025/04/11\n'))
  it.each(['2026-11-24T23:59:59.999Z', '2026-11-25T00:30:00+01:00'])('tells the day in UTC of %s', (moment) =>
    expect(dateOf(new Date(moment))).toBe('2026/11/24'),
  )
})

describe('the date of a change', () => {
  const now = new Date('2026-11-24T10:00:00Z')
  it.each([
    [null, '2026/11/24'],
    ['2024/03/03', '2026/11/24'],
    ['2026/11/25', '2026/11/25'],
  ])('after %s is %s', (before, date) => expect(laterDate(now, before)).toBe(date))
})
