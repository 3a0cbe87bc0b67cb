import { expect, it } from 'vitest'
import { bodyRefusal } from './body-limit'

const megabyte = 1024 * 1024

it.each([
  [{}, null],
  [{ 'content-length': '0' }, null],
  [{ 'content-length': String(megabyte) }, null],
  [{ 'content-length': String(megabyte + 1) }, 413],
  [{ 'transfer-encoding': 'chunked' }, 411],
])('of the headers %j: %s', (headers, status) => expect(bodyRefusal({ headers, url: '/propose/model' })?.status ?? null).toBe(status))

it.each([
  ['/review/import', 8, null],
  ['/review/import?_rsc=1', 8, null],
  ['/review/import', 9, 413],
  ['/review/imports', 8, 413],
  [undefined, 8, 413],
])('at %s, of %s MB: %s', (url, size, status) => {
  const asked = { headers: { 'content-length': String(size * megabyte) }, ...(url !== undefined && { url }) }
  expect(bodyRefusal(asked)?.status ?? null).toBe(status)
})
