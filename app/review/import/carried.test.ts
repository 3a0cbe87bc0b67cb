import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { pack, unpack } from './carried'

it('gives back the very bytes', () => {
  const bytes = Buffer.from('\ufeff# List\r\n\n| a |\r')
  expect(unpack(pack(bytes), 100)?.toString()).toBe(bytes.toString())
})

it.each([
  ['what is no packed README', 'nonsense'],
  ['what is longer than it may be', gzipSync(Buffer.alloc(101)).toString('base64')],
])('refuses %s', (_, packed) => expect(unpack(packed, 100)).toBeNull())
