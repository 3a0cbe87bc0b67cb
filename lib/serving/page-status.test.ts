import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { setPageStatus, withPageStatus } from './page-status'

const fresh = () => new ServerResponse(new IncomingMessage(new Socket()))

describe('setPageStatus', () => {
  it('reaches the response of the request under way, and no other', async () => {
    const [lost, gone, found] = [fresh(), fresh(), fresh()]
    const page = async (status?: 404 | 410) => {
      await Promise.resolve()
      return status && setPageStatus(status)
    }
    const said = await Promise.all([
      withPageStatus(lost, () => page(404)),
      withPageStatus(gone, () => page(410)),
      withPageStatus(found, () => page()),
    ])
    expect(said).toEqual([true, true, undefined])
    expect([lost, gone, found].map(({ statusCode }) => statusCode)).toEqual([404, 410, 200])
  })

  it('says so where there is no response, or its head is gone already', () => {
    expect(setPageStatus(404)).toBe(false)
    const sent = fresh()
    sent.writeHead(200)
    expect(withPageStatus(sent, () => setPageStatus(404))).toBe(false)
    expect(sent.statusCode).toBe(200)
  })
})
