import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireWritable, root } from './root.mjs'
import { run } from './run.mjs'

const generated = join(root, 'prisma', 'generated')
const prisma = join(root, 'node_modules', 'prisma')

/** Generates the Prisma client where it is missing or of another schema; false where there was nothing to do. */
export async function generateClient() {
  const keyFile = join(generated, 'generated-from')
  const key = sourcesKey()
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return false
  requireWritable('the database client is not generated')
  await run(process.execPath, [join(prisma, 'build', 'index.js'), 'generate'], {
    cwd: root,
    // Any existing file will do: generation never runs the engine, but would download it.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    failure: 'The database client could not be generated; the lines above say why.',
  })
  writeFileSync(keyFile, key)
  return undefined
}

/** A hash of what the client is made of. Contents, not times, which every checkout of a branch and every copy changes. */
function sourcesKey() {
  const hash = createHash('sha256')
  for (const path of [join(root, 'prisma', 'schema.prisma'), join(prisma, 'package.json')]) hash.update(readFileSync(path))
  return hash.digest('hex')
}
