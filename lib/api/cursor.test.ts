import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { readCursor, writeCursor } from './cursor'

const shape = z.tuple([z.string(), z.int()])

it('reads what it wrote, from an address as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.integer(), (text, number) => {
      const cursor = writeCursor([text, number])
      expect(cursor).toMatch(/^[\w-]+$/)
      expect(readCursor(shape, cursor)).toEqual({ ok: true, value: [text, number] })
    }),
  )
})

it('begins at the beginning without one', () => expect(readCursor(shape, undefined)).toEqual({ ok: true, value: null }))

it.each(['', 'abc', 'WzFd', '%%%', writeCursor(['a', 'b'])])('refuses %j, naming the parameter', (cursor) => {
  expect(readCursor(shape, cursor)).toMatchObject({ ok: false, code: 'invalid', fields: { cursor: expect.any(String) } })
})
