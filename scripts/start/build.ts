import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { requireWritable, root } from './root.mjs'
import { run } from './run.mjs'

const sources = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json']
const keyFile = join(root, '.next', 'built-from')

/** Builds the pages where the build is missing or of other sources; false where there was nothing to do. */
export async function build(): Promise<boolean | undefined> {
  const key = await sourcesKey()
  if ((await readFile(keyFile, 'utf8').catch(() => '')) === key) return false
  requireWritable('the pages are not built')
  // A build that is broken off must not pass for the one before it, once the sources are those again.
  await rm(keyFile, { force: true })
  await run(process.execPath, [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    cwd: root,
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    failure: 'The pages could not be built; the lines above say why.',
  })
  await writeFile(keyFile, key)
  return undefined
}

/** A hash of everything that the build is made of: contents, not times, which a checkout or a copy changes. */
async function sourcesKey(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) await addTo(hash, source)
  return hash.digest('hex')
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null)
  if (!entries) {
    const bytes = await readFile(join(root, path)).catch(() => null)
    if (bytes) hash.update(`${path}\0${bytes.length}\0`).update(bytes)
    return
  }
  const names = entries.map(({ name }) => name).filter((name) => !name.includes('.test.'))
  for (const name of names.toSorted()) await addTo(hash, `${path}/${name}`)
}
