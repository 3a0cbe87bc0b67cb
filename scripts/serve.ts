import next from 'next'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { allowReading } from '@/lib/limits/reading'
import { startWork } from '@/lib/notices/jobs'
import { formTargets } from '@/lib/serving/form-targets'
import { makeHandler } from '@/lib/serving/handler'
import { setLimits } from '@/lib/serving/limits'
import { isCatalogReady } from '@/lib/serving/readiness'
import { responseCache } from '@/lib/serving/response-cache'
import { StartFailure } from './start/failure.mjs'
import { root } from './start/root.mjs'

/** Where to listen. */
export interface Serving {
  host: string
  port: number
}

/** Serves the built portal behind a server of our own (DESIGN §8); answers with what stops it. */
export async function serve({ host, port }: Serving): Promise<() => Promise<void>> {
  const app = next({ dev: false, dir: root, hostname: host, port })
  await app.prepare()
  const { publicOrigin, proxies, cacheMegabytes, ...providers } = settings()
  const databaseUrl = process.env.DATABASE_URL ?? ''
  const pages = app.getRequestHandler()
  const build = await readFile(join(root, '.next', 'BUILD_ID'), 'utf8')
  const cache = await responseCache(pages, { publicOrigin, databaseUrl, build, megabytes: cacheMegabytes, onError: console.error })
  const counted = (address: string | null) => allowReading(database(), address)
  const options = { publicOrigin, proxies, formTargets: formTargets(providers), isReady: isCatalogReady, answerPublic: cache.answer, allowReading: counted, onError: console.error }
  const server = createServer(makeHandler(pages, options))
  setLimits(server)
  await listen(server, host, port)
  const stopWork = await startWork({ db: database(), databaseUrl, settings: settings(), onError: console.error })
  return async () => {
    await close(server)
    await stopWork()
    await cache.close()
    await app.close()
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartFailure(`The address ${host}:${port} cannot be listened on (${error.code}): choose another with PORT.`)),
    )
    server.listen(port, host, resolve)
  })
}

/** Lets the requests under way finish for a few seconds, then ends their connections. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), 5_000)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
