import autocannon, { type Result } from 'autocannon'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createHistogram } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { versionOf } from '../report'
import type { Load, Loader, Stood } from './load'

/** autocannon in a node of its own, which is everywhere, and itself takes a core for some 30,000 answers a second. */
export function startAutocannon(): Loader {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), { execArgv: ['--import', 'tsx'] })
  return {
    name: `autocannon ${versionOf('autocannon')}`,
    async run(load) {
      child.send(load)
      const [stood] = (await once(child, 'message')) as [Stood]
      return stood
    },
    stop: () => child.disconnect(),
  }
}

async function put({ url, headers, connections, seconds }: Load): Promise<Stood> {
  // In microseconds: autocannon's own histogram knows whole milliseconds only.
  const taken = createHistogram()
  const result = await new Promise<Result>((resolve, reject) => {
    const run = autocannon({ url, headers, connections, duration: seconds }, (error: Error | null, ended) => (error ? reject(error) : resolve(ended)))
    run.on('response', (_client, _status, _bytes, milliseconds) => taken.record(Math.max(1, Math.round(milliseconds * 1000))))
  })
  const ok = result.statusCodeStats ?? {}
  const failed = result.errors + Object.entries(ok).reduce((sum, [status, { count = 0 }]) => sum + (status === '200' || status === '304' ? 0 : count), 0)
  return { requestsPerSecond: taken.count / result.duration, p50: taken.percentile(50) / 1000, p99: taken.percentile(99) / 1000, failed }
}

if (process.send) process.on('message', (load: Load) => void put(load).then((stood) => process.send?.(stood)))
