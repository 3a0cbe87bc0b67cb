import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { counted, line, linkSchema, names, ordinal, url } from './schema'

function messages(schema: z.ZodType, input: unknown): string[] {
  const parsed = schema.safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [...path, message].join(': '))
}

describe('a number that the database counts with', () => {
  it('has 32 bits at most, and begins with 1', () => {
    const numbers = [1, 2 ** 31 - 1, 0, -1, 1.5, Number.NaN, 2 ** 31, 99_999_999_999, '1']
    expect(numbers.filter((number) => counted.safeParse(number).success)).toEqual([1, 2 ** 31 - 1])
  })
  it('begins with 0 where it is a place', () => expect([0, -1, 2 ** 31].map((number) => ordinal.safeParse(number).success)).toEqual([true, false, false]))
})

describe('a line of text', () => {
  const name = line(5, 'Name it.')

  it('comes out trimmed', () => expect(name.parse('  ab  ')).toBe('ab'))
  it.each([
    ['   ', 'Name it.'],
    ['abcdef', 'Keep it under 5 characters.'],
    ['a\nb', 'Line breaks and control characters do not fit into a table cell.'],
    ['a\u202eb', 'Line breaks and control characters do not fit into a table cell.'],
    ['a\ud800', 'Line breaks and control characters do not fit into a table cell.'],
  ])('%j is refused', (text, message) => expect(messages(name, text)).toEqual([message]))
  it.each(['\u200b', '\u200d\u2060', '\u0301'])('that shows nothing is missing: %j', (text) =>
    expect(messages(line(5), text)).toEqual(['Fill this in.']))
  it('asks to be filled in by default', () => expect(messages(line(5), '')).toEqual(['Fill this in.']))
})

describe('an address', () => {
  it('comes out trimmed and encoded', () => expect(url.parse(' https://a.org/<b>?c=[1] ')).toBe('https://a.org/%3Cb%3E?c=[1]'))
  it('that is missing is asked for, and nothing else said', () => expect(messages(url, ' ')).toEqual(['Give the address.']))
  it.each(['ftp://a.org', 'javascript:alert(1)', 'a.org', 'https://', 'https://me:secret@a.org', 'https://a.org/b c'])(
    '%s is refused with one sentence',
    (text) => expect(messages(url, text)).toHaveLength(1),
  )
  it('has an end', () => expect(messages(url, `https://a.org/${'a'.repeat(2000)}`)).toEqual(['Keep the address under 2,000 characters.']))
})

describe('a link', () => {
  it('needs both its parts', () =>
    expect(messages(linkSchema, { label: '', url: '' })).toEqual(['label: Name the link.', 'url: Give the address.']))
})

describe('a list of names', () => {
  it('may be empty', () => expect(names(2).parse([])).toEqual([]))
  it('tells of each repetition at its place', () =>
    expect(messages(names(4), ['A', 'b', ' a', 'B'])).toEqual(['2: This is listed already.', '3: This is listed already.']))
  it('has an end', () => expect(messages(names(1), ['a', 'b'])).toEqual(['List at most 1.']))
  it('has no empty lines', () => expect(messages(names(2), ['a', ''])).toEqual(['1: Name it, or remove this line.']))
})
