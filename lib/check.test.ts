import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { check } from './check'

const schema = z.object({ name: z.string().min(2, 'Too short.').startsWith('a', 'Not an a.'), list: z.array(z.object({ n: z.number('No number.') })) })

describe('check', () => {
  it('gives what the schema makes of the input', () =>
    expect(check(schema, { name: 'ab', list: [], more: 1 })).toEqual({ ok: true, value: { name: 'ab', list: [] } }))
  it('tells the first message of each path', () =>
    expect(check(schema, { name: 'b', list: [{ n: 1 }, { n: 'x' }] })).toEqual({
      ok: false,
      code: 'invalid',
      message: 'Some fields need another look.',
      fields: { name: 'Too short.', 'list.1.n': 'No number.' },
    }))
})
