import { afterEach, describe, expect, it } from 'vitest'
import { served, type Served } from '@/scripts/testing/served'
import { makeHandler, type PageHandler } from './handler'

let portal: Served | undefined
afterEach(() => portal?.close())

async function get(next: PageHandler, path: string, method = 'GET') {
  await portal?.close()
  portal = await served(makeHandler(next, { publicOrigin: 'http://catalog.example', formTargets: [], isReady: async () => true, onError: () => undefined }))
  return portal.get(path, {}, method)
}

const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'x-content-type-options': 'nosniff' }

describe('whoever asks the API', () => {
  it.each(['/api/v1/entries/%E0%A4%A', '/api/v1/../catalog.csv'])('is told as a problem that %s is damaged', async (path) => {
    const answer = await get(() => expect.unreachable(), path)
    expect(answer).toMatchObject({ status: 400, headers })
    expect(JSON.parse(answer.text)).toMatchObject({ status: 400, type: '/api#invalid-parameter', detail: 'This address is damaged: it leads nowhere.' })
  })

  it('is told of a bug as a problem, whether Next fails or says so', async () => {
    const broken: PageHandler[] = [
      (_, response) => void response.writeHead(500).end(),
      (_, response) => void response.writeHead(500, { 'Content-Type': 'text/html', 'Content-Length': '6' }).end('<html>'),
      (_, response) => (response.setHeader('Content-Type', 'text/html'), Promise.reject(new Error('secret'))),
    ]
    for (const next of broken) {
      const answer = await get(next, '/api/v1/entries?limit=1')
      expect(answer).toMatchObject({ status: 500, headers })
      expect(JSON.parse(answer.text)).toEqual({ type: 'about:blank', title: 'Something went wrong', status: 500, detail: 'Something went wrong on our side. Try again in a moment.' })
      expect(await get(next, '/api/v1/entries', 'HEAD')).toMatchObject({ status: 500, headers, text: '' })
    }
  })

  it('is told by the API itself what it knows of a failure', async () => {
    const busy: PageHandler = (_, response) => void response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '5' }).end('{ "status": 503 }')
    expect(await get(busy, '/api/v1/entries')).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, text: '{ "status": 503 }' })
  })

  it('alone is: anybody else reads a sentence', async () => {
    expect(await get(() => expect.unreachable(), '/api/v10/%E0%A4%A')).toMatchObject({ status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' }, text: 'This address is damaged: it leads nowhere.\n' })
  })
})
