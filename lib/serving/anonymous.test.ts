import { expect, it } from 'vitest'
import { isAnonymous } from './anonymous'

it.each([
  [{}, true],
  [{ cookie: 'theme=dark; other=1' }, true],
  [{ cookie: 'a=1; next-auth.session-token=abc' }, false],
  [{ cookie: '__Host-next-auth.session-token=abc' }, false],
  [{ authorization: 'Bearer x' }, false],
  [{ rsc: '1' }, false],
  [{ 'next-router-prefetch': '1' }, false],
  [{ 'content-length': '3' }, false],
  [{ 'transfer-encoding': 'chunked' }, false],
])('tells by the headers %o whether somebody is nobody in particular: %s', (headers, is) => {
  expect(isAnonymous({ method: 'GET', headers })).toBe(is)
  expect(isAnonymous({ method: 'HEAD', headers })).toBe(is)
  for (const method of ['POST', 'OPTIONS', 'DELETE']) expect(isAnonymous({ method, headers })).toBe(false)
})
