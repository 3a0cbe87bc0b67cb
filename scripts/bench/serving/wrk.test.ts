import { describe, expect, it } from 'vitest'
import { readWrk } from './wrk'

/** What wrk prints, of which one line is for programs. */
const said = (figures: object) => `Running 1s test @ http://127.0.0.1:1/\n  1 threads and 4 connections\n${JSON.stringify(figures)}\n`
const figures = { requests: 3000, microseconds: 1_500_000, bytes: 900_000, p50: 250, p99: 1_000, errors: 0 }

describe('what wrk said', () => {
  it('is told by the second and in milliseconds', () =>
    expect(readWrk(said(figures), 4, { status: 200, bytes: 300 })).toEqual({ requestsPerSecond: 2000, p50: 0.25, p99: 1, failed: 0 }))

  it.each([
    ['errors are failures', { errors: 7 }, { status: 200, bytes: 300 }, 7],
    ['an answer that is unchanged is good', {}, { status: 304, bytes: 300 }, 0],
    ['answers that the end cut off are good', { bytes: 900_000 + 4 * 299 }, { status: 200, bytes: 300 }, 0],
    ['a redirect is none', {}, { status: 307, bytes: 300 }, 3000],
    ['so is an error', { errors: 3000 }, { status: 500, bytes: 300 }, 3000],
    ['so is what is shorter than it should be', {}, { status: 200, bytes: 400 }, 3000],
    ['so is what is longer', {}, { status: 200, bytes: 200 }, 3000],
    ['so is none at all', { requests: 0, bytes: 0 }, { status: 200, bytes: 300 }, 1],
  ])('%s', (_, other, answer, failed) => expect(readWrk(said({ ...figures, ...other }), 4, answer).failed).toBe(failed))

  it('must be there', () => expect(() => readWrk('unable to connect', 4, { status: 200, bytes: 300 })).toThrow('unable to connect'))
})
