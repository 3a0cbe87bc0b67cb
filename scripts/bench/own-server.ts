import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres, type RunningPostgres } from '../postgres'

/** Measures on a Postgres of its own, which goes with all that was made in it. Throws where fewer gigabytes are left on the disk than it takes. */
export async function onOwnServer<T>(measure: (server: RunningPostgres) => Promise<T>, gigabytes = 1): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-bench-'))
  try {
    // As root the database runs as another user, who must be able to enter.
    await chmod(folder, 0o711)
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < gigabytes * 2 ** 30) throw new Error(`${folder} has less than ${gigabytes} GB left, which this takes.`)
    const server = await startPostgres(join(folder, 'postgres'), randomBytes(12).toString('hex'))
    try {
      return await measure(server)
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
