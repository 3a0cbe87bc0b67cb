import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '@/scripts/postgres'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A portal started as a user starts it, on data of its own. */
export interface Portal {
  url: string
  data: string
  /** Runs the command line on its data. */
  catalog(...args: string[]): Promise<string>
  stop(): Promise<void>
}

/** What a portal is started with. */
export interface PortalOptions {
  port?: number
  env?: Record<string, string>
}

/** Starts a portal with `npm start`'s own script on a free port and a fresh data folder. */
export async function startPortal({ port, env = {} }: PortalOptions = {}): Promise<Portal> {
  const data = await mkdtemp(join(tmpdir(), 'portal-e2e-'))
  await chmod(data, 0o711)
  const bound = port ?? (await freePort())
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...withoutSettings(), PORT: String(bound), PORTAL_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await ready(child)
  return {
    ...{ url: `http://localhost:${bound}`, data },
    catalog: (...args) => catalog(data, args),
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The caller's environment without its own portal's settings. */
function withoutSettings(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, NEXTAUTH_URL: _origin, PORTAL_DATA: _data, NODE_OPTIONS: _options, ...rest } = process.env
  return rest
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
