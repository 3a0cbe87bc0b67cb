import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { Stood } from './load'
import { readWrk, startWrk } from './wrk'

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

const wrk = startWrk()

describe.skipIf(!wrk)('wrk itself', () => {
  it('asks as it is told, over and over on the same connections', async () => {
    const asked = new Set<string>()
    const counts = { connections: 0, answers: 0 }
    const stood = await standing(
      ({ url, headers }, response) => {
        asked.add(JSON.stringify([url, headers.host, headers['accept-encoding'], headers['if-none-match']]))
        counts.answers++
        response.end('just this')
      },
      () => counts.connections++,
    )
    expect([...asked]).toEqual([JSON.stringify(['/search?q=a%20b', 'localhost:1', '', '"a:b"'])])
    // Two more: the one answer that comes before, and wrk itself looks first whether anybody is there.
    expect(counts.connections).toBe(3 + 2)
    expect(stood?.failed).toBe(0)
    expect(stood?.requestsPerSecond).toBeGreaterThan(10)
    expect(stood?.requestsPerSecond).toBeLessThanOrEqual(counts.answers)
    expect(stood?.p99).toBeGreaterThanOrEqual(stood?.p50 ?? Infinity)
  })

  it('takes what leads elsewhere for failures, though the first was good', async () => {
    let answers = 0
    const stood = await standing((_, response) => void (answers++ === 0 ? response.end('just this, which is long') : response.writeHead(307, { Location: '/' }).end()))
    expect(stood?.failed).toBeGreaterThan(10)
  })
})

/** How a server of this process stands a load of a second. */
async function standing(answer: RequestListener, onConnection: () => void = () => undefined): Promise<Stood | undefined> {
  const server = createServer(answer).on('connection', onConnection).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/search?q=a%20b`
  try {
    return await wrk?.run({ url, headers: { Host: 'localhost:1', 'Accept-Encoding': '', 'If-None-Match': '"a:b"' }, connections: 3, seconds: 1 })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
