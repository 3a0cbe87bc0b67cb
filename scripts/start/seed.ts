import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '@/lib/db'
import { currentRevision } from '@/lib/readme/load'
import { importReadme } from '@/lib/readme/import'
import { root } from './root.mjs'

/** Imports the seed README into an empty catalog; false where the catalog is not empty. */
export async function seedCatalog(databaseUrl: string): Promise<boolean | undefined> {
  const db = connect(databaseUrl)
  try {
    if ((await currentRevision(db)) > 0) return false
    const imported = await importReadme(db, await readFile(join(root, 'prisma', 'seed.README.md')), null)
    // Another instance may have been first.
    if (!imported.ok && imported.code !== 'conflict') throw new Error(imported.message)
    return undefined
  } finally {
    await db.$disconnect()
  }
}
