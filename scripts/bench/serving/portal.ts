import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../postgres'
import { readHolder } from '../../start/folder-lock'
import { root } from '../../start/root.mjs'

/** A portal in a process of its own. */
export interface BenchPortal {
  origin: string
  /** Where its database is. */
  databaseUrl: string
  stop(): Promise<void>
}

/** Starts a portal as `npm start` does: on a fresh catalog of the seed, or on another portal's database. */
export async function startPortal(databaseUrl?: string): Promise<BenchPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-bench-'))
  // As root the database runs as another user, who must be able to enter.
  await chmod(folder, 0o711)
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), PORTAL_DATA: folder, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) }
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Ctrl-C stops it.')) resolve()
    })
    child.once('exit', () => reject(new Error(`the portal did not start:\n${output}`)))
  })
  return {
    origin: `http://localhost:${port}`,
    databaseUrl: databaseUrl ?? readHolder(folder)?.databaseUrl ?? '',
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
