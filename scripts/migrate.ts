import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { indexMissing } from '@/lib/catalog/search/index-entries'
import { connect } from '@/lib/db'
import { installQueues } from '@/lib/notices/jobs'
import { withSchemaEngine, type MigrationList } from './schema-engine'

const folder = fileURLToPath(new URL('../prisma/', import.meta.url))
const migrations = join(folder, 'migrations')
const noFilters = { externalTables: [], externalEnums: [] }
/** Any number, the same for all who migrate. */
const lockKey = 7_041_963

/**
 * Applies the checked-in migrations that a database lacks, under an advisory lock, so that instances which start together
 * migrate one after another, makes the queues of jobs, and indexes what searches do not find yet. Names those applied. Throws what Postgres or the engine says.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = new pg.Client(databaseUrl)
  await lock.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [lockKey])
    const input = { migrationsList: await migrationsList(), filters: noFilters }
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, await schema(), (engine) => engine.applyMigrations(input))
    await installQueues(databaseUrl)
    await fillSearch(databaseUrl)
    return appliedMigrationNames
  } finally {
    await lock.end()
  }
}

/** A migration that changes what searches read empties it: only the catalog's own code can fill it. */
async function fillSearch(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl)
  try {
    await indexMissing(db)
  } finally {
    await db.$disconnect()
  }
}

/** Writes the SQL that leads from the migrations to the schema as a new migration; null where nothing is to be done. */
export async function newMigration(databaseUrl: string, name: string, at: Date): Promise<string | null> {
  const sql = await drift(databaseUrl)
  if (sql === '') return null
  const stamp = at.toISOString().replace(/\D/g, '').slice(0, 14)
  const directory = join(migrations, `${stamp}_${name}`)
  await mkdir(directory)
  await writeFile(join(directory, 'migration.sql'), sql)
  return directory
}

/** The SQL that leads from a migrated database to schema.prisma; empty where they agree. */
export async function drift(databaseUrl: string): Promise<string> {
  const content = await schema()
  const files = [{ path: 'schema.prisma', content }]
  const from = (await readdir(migrations).catch(() => [])).length === 0 ? ({ tag: 'empty' } as const) : ({ tag: 'schemaDatasource', files, configDir: folder } as const)
  const to = { tag: 'schemaDatamodel' as const, files }
  const { stdout } = await withSchemaEngine(databaseUrl, content, (engine) =>
    engine.diff({ from, to, script: true, exitCode: null, filters: noFilters }),
  )
  return (stdout ?? '').includes('empty migration') ? '' : (stdout ?? '')
}

function schema(): Promise<string> {
  return readFile(join(folder, 'schema.prisma'), 'utf8')
}

async function migrationsList(): Promise<MigrationList> {
  const names = (await readdir(migrations, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return {
    baseDir: migrations,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(migrations, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.toSorted().map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(migrations, path, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  }
}
