import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answers, type Canned } from './service-answers'

/** The services that look-ups ask, played on this machine in their own formats. */
export interface Services {
  /** What PORTAL_LOOKUP_ORIGIN must say. */
  origin: string
  /** The requests so far: host, path, and what the asker says of itself. */
  asked: { host: string; path: string; agent: string }[]
  close: () => Promise<void>
}

/** Starts them on a free port: `/HOST/PATH` is what HOST answers to PATH. */
export async function startServices(): Promise<Services> {
  const asked: Services['asked'] = []
  const held: ServerResponse[] = []
  const server = createServer((request, response) => {
    const [, host = '', path = ''] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? '') ?? []
    // Who waits for a slow answer lets it go when it has seen enough.
    if (host === 'release') return release(held, response)
    asked.push({ host, path, agent: request.headers['user-agent'] ?? '' })
    answer(answers(host, path), request, response, held)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(canned: Canned, request: IncomingMessage, response: ServerResponse, held: ServerResponse[]): void {
  const origin = `http://${request.headers.host}`
  switch (canned.how) {
    case 'says':
      return void response.writeHead(canned.status ?? 200, { 'content-type': canned.type }).end(canned.body)
    case 'sends':
      return void response.writeHead(canned.status ?? 301, { location: canned.to.replace('ORIGIN', origin) }).end()
    case 'hangs':
      return void held.push(response)
    case 'breaks off':
      response.writeHead(200, { 'content-type': canned.type, 'content-length': '5000' }).write(canned.body)
      return request.socket.destroySoon()
    case 'goes on':
      response.writeHead(200, { 'content-type': canned.type })
      return pour(response)
  }
}

/** Sends more than anybody should read, as fast as it is taken. */
function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, ' ')
  const more = () => {
    while (response.writable && response.write(chunk));
  }
  response.on('drain', more)
  more()
}

function release(held: ServerResponse[], response: ServerResponse): void {
  for (const waiting of held.splice(0)) waiting.writeHead(503).end()
  response.end('released')
}
