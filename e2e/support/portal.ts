import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '@/scripts/postgres'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One demo researcher sends in minutes what people send in weeks; an empty setting is the default again. */
const unlimited = { PORTAL_LIMIT_SIGN_IN: 'off', PORTAL_LIMIT_PROPOSALS: 'off', PORTAL_LIMIT_UPDATES: 'off', PORTAL_LIMIT_PENDING: 'off' }

/** A portal started as a user starts it, on data of its own. */
export interface Portal {
  url: string
  data: string
  /** Runs the command line on its data. */
  catalog(...args: string[]): Promise<string>
  /** Sends it a signal and waits; answers its exit code, null where the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>
  /** Ends it as Ctrl-C does, and removes its data. */
  stop(): Promise<void>
}

/** What a portal is started with. */
export interface PortalOptions {
  port?: number
  env?: Record<string, string>
  /** The data of an earlier one; else fresh. */
  data?: string
  /** Who starts it, where that is not who runs the tests. */
  user?: { uid: number; gid: number }
}

/** Starts a portal with `npm start`'s own script on a free port, and on a fresh data folder where none is named. */
export async function startPortal({ port, env = {}, data = '', user }: PortalOptions = {}): Promise<Portal> {
  const folder = data || (await freshFolder())
  if (user) await chown(folder, user.uid, user.gid)
  const bound = port ?? (await freePort())
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    ...{ cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...user },
    env: { ...withoutSettings(), ...unlimited, PORT: String(bound), PORTAL_DATA: folder, ...env },
  })
  await ready(child)
  const end = (signal: NodeJS.Signals) => endWith(child, signal)
  return {
    ...{ url: `http://localhost:${bound}`, data: folder, end },
    catalog: (...args) => catalog(folder, args),
    async stop() {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A fresh data folder whose catalog is a README of one's own, not the seed's. */
export async function folderOf(readme: string): Promise<string> {
  const folder = await freshFolder()
  await catalog(folder, ['import', readme])
  return folder
}

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-e2e-'))
  // As root the database runs as another user, who must be able to enter.
  await chmod(folder, 0o711)
  return folder
}

async function endWith(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  child.kill(signal)
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** The caller's environment without its own portal's settings. */
function withoutSettings(): NodeJS.ProcessEnv {
  const own = /^(DATABASE_URL|HOST|PORT|NODE_OPTIONS|(PORTAL|NEXTAUTH|GITHUB|ORCID|OIDC|EMAIL)_.*)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name))) as NodeJS.ProcessEnv
}

/** Waits until the portal says how to stop it; fails with all it printed where it exits instead. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Ctrl-C stops it.')) resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the portal exited with ${code}:\n${output}`)))
  })
}

async function catalog(data: string, args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/catalog.ts', ...args], {
    cwd: root,
    env: { ...withoutSettings(), PORTAL_DATA: data },
    maxBuffer: 16_000_000,
  })
  return stdout
}

/** Runs the command line on the data of a portal that the global setup started. */
export function catalogOf(variable: 'PORTAL_DATA_DEMO' | 'PORTAL_DATA_OIDC', ...args: string[]): Promise<string> {
  const data = process.env[variable]
  if (!data) throw new Error(`${variable} is not set: run by Playwright's global setup`)
  return catalog(data, args)
}
