import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../migrate'
import { startPostgres } from '../postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the test server's `postgres` database. */
    postgres: string
    /** How many acceptances instances are read under. */
    acceptances: number
  }
}

/** The name of the migrated database that tests copy. */
export const template = 'template_portal'

/** Starts one Postgres for all database tests, with a migrated database to copy. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-test-'))
  // As root, the server runs as another user, who must be able to enter.
  await chmod(folder, 0o711)
  const server = await startPostgres(join(folder, 'postgres'), randomBytes(12).toString('hex'))
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await server.create(template)
    await migrate(server.url(template))
  } catch (error) {
    // Without tests there is nobody to end it.
    await stop()
    throw error
  }
  provide('postgres', server.url('postgres'))
  return stop
}
