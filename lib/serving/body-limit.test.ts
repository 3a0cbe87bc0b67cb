import { expect, it } from 'vitest'
import { bodyRefusal } from './body-limit'

const megabyte = 1024 * 1024

it.each([
  [{}, null],
  [{ 'content-length': '0' }, null],
  [{ 'content-length': String(megabyte) }, null],
  [{ 'content-length': String(megabyte + 1) }, 413],
  [{ 'transfer-encoding': 'chunked' }, 411],
])('of the headers %j: %s', (headers, status) => expect(bodyRefusal({ headers })?.status ?? null).toBe(status))
