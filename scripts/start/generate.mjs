import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { requireWritable, root } from './root.mjs'
import { run } from './run.mjs'

/** Generates the Prisma client where it is missing or older than the schema; false where there was nothing to do. */
export async function generateClient() {
  const client = join(root, 'prisma', 'generated', 'client.ts')
  if (existsSync(client) && statSync(client).mtimeMs >= statSync(join(root, 'prisma', 'schema.prisma')).mtimeMs) return false
  requireWritable('the database client is not generated')
  await run(process.execPath, [join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'], {
    cwd: root,
    // Any existing file will do: generation never runs the engine, but would download it.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    failure: 'The database client could not be generated; the lines above say why.',
  })
  return undefined
}
