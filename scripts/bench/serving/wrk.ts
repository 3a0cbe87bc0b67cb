import { execFile, spawnSync } from 'node:child_process'
import { Agent, get } from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Load, Loader, Stood } from './load'

/** What came for one request, in bytes with the headers. */
export interface Answer {
  status: number
  bytes: number
}

const script = fileURLToPath(new URL('wrk.lua', import.meta.url))

/** wrk on one thread, which takes a fourth of what autocannon takes for the same load; null where there is no wrk on this machine. */
export function startWrk(): Loader | null {
  // It tells its version, and then how it is used, as if that were a failure.
  const version = /^wrk (\S+)/.exec(spawnSync('wrk', ['-v'], { encoding: 'utf8' }).stdout ?? '')?.[1]
  return version === undefined ? null : { name: `wrk ${version}`, run: put, stop: () => undefined }
}

async function put(load: Load): Promise<Stood> {
  const { url, headers, connections, seconds } = load
  const answer = await askOnce(load)
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const { stdout } = await promisify(execFile)('wrk', ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--latency', '-s', script, ...named, url])
  return readWrk(stdout, connections, answer)
}

/** One answer to what the load asks, on a connection that stays open as those of the load do: servers say so in a header. */
async function askOnce({ url, headers }: Load): Promise<Answer> {
  const agent = new Agent({ keepAlive: true })
  try {
    return await new Promise((resolve, reject) => {
      get(url, { headers, agent }, (response) => {
        const { socket } = response
        response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes: socket.bytesRead })).on('error', reject)
        response.resume()
      }).on('error', reject)
    })
  } finally {
    agent.destroy()
  }
}

/**
 * How a server stood it, by what wrk said and by one answer that came before. wrk itself calls a status over 399 an error; all others are taken for what
 * that one was, as long as what came is as large.
 */
export function readWrk(said: string, connections: number, answer: Answer): Stood {
  const line = said.split('\n').find((one) => one.startsWith('{'))
  if (line === undefined) throw new Error(`wrk told no figures:\n${said}`)
  const { requests, microseconds, bytes, p50, p99, errors } = JSON.parse(line) as Record<'requests' | 'microseconds' | 'bytes' | 'p50' | 'p99' | 'errors', number>
  // At the end each connection may be in the middle of an answer; and what is compressed for each may be cut into other pieces.
  const isWhole = bytes >= requests * answer.bytes * 0.99 && bytes <= (requests + connections) * answer.bytes * 1.01
  const isGood = requests > 0 && isWhole && (answer.status === 200 || answer.status === 304)
  return { requestsPerSecond: (requests / microseconds) * 1_000_000, p50: p50 / 1000, p99: p99 / 1000, failed: isGood ? errors : Math.max(requests, errors, 1) }
}
