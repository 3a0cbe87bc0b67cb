import { expect, it } from 'vitest'
import { fail } from '@/lib/errors'
import { problemNamed, problemOf } from './problem'

it('names the parameters that are wrong', () => {
  expect(problemOf(fail('invalid', '“limit” is wrong.', { limit: 'is wrong' }))).toEqual({
    ...{ type: '/api#invalid-parameter', title: 'A parameter is wrong', status: 400, detail: '“limit” is wrong.' },
    errors: [{ parameter: 'limit', detail: 'is wrong' }],
  })
})

it.each([
  ['not-found', 404, '/api#not-found'],
  ['limited', 429, '/api#too-many-requests'],
  ['unavailable', 503, '/api#unavailable'],
  ['signed-out', 401, 'about:blank'],
  ['forbidden', 403, 'about:blank'],
  ['conflict', 409, 'about:blank'],
  ['bug', 500, 'about:blank'],
] as const)('tells %s as %d', (code, status, type) => {
  const problem = problemOf(fail(code, 'Because.'))
  expect(problem).toMatchObject({ status, type, detail: 'Because.' })
  expect([problem.title.length > 0, 'errors' in problem]).toEqual([true, false])
})

it('knows what is gone', () => expect(problemNamed('gone', 'It went.')).toMatchObject({ status: 410, type: '/api#gone', detail: 'It went.' }))
