import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { indexMissing } from '@/lib/catalog/search/index-entries'
import { connect } from '@/lib/db'
import { installQueues } from '@/lib/notices/jobs'
import { LocksTaken, runScript } from './migration-script'
import { withSchemaEngine, type MigrationList, type RunScript, type SchemaEngine } from './schema-engine'

const folder = fileURLToPath(new URL('../prisma/', import.meta.url))
const migrations = join(folder, 'migrations')
const noFilters = { externalTables: [], externalEnums: [] }
/** Any number, the same for all who migrate. */
const lockKey = 7_041_963

/** Where migrations are read from, and how long is waited for what others hold, in ms. */
export interface Migrating {
  folder?: string
  patience?: number
}

/**
 * Applies the checked-in migrations that a database lacks, under an advisory lock, so that instances which start together
 * migrate one after another, makes the queues of jobs, and indexes what searches do not find yet. Each is done as a whole or not at all; one
 * that finds its tables in use gives way, and is tried again. Names those applied. Throws with a message that says what is wrong.
 */
export async function migrate(databaseUrl: string, { folder: from = migrations, patience = 120_000 }: Migrating = {}): Promise<string[]> {
  // Longer than another instance may take.
  const lock = new pg.Client({ connectionString: databaseUrl, lock_timeout: patience + 120_000 })
  await lock.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [lockKey])
    const list = await migrationsList(from)
    const before = await finished(lock)
    const until = Date.now() + patience
    for (let turn = 0; !(await applyOrGiveWay(databaseUrl, lock, list, { last: Date.now() >= until, firstWait: Math.min(longestTurn, 500 * 2 ** turn) })); turn++) {
      await wait(200 + Math.random() * 800)
    }
    await installQueues(databaseUrl)
    await fillSearch(databaseUrl)
    return list.migrationDirectories.map(({ path }) => path).filter((name) => !before.has(name))
  } finally {
    await lock.end()
  }
}

/** With what comes behind it, shorter than the portal waits for a lock: whoever queues behind a migration is late, and does not fail. In ms. */
const longestTurn = 3_000

/** Whether all are applied; false where one gave way, and this was not the `last` time. */
async function applyOrGiveWay(databaseUrl: string, db: pg.Client, list: MigrationList, { last, firstWait }: { last: boolean; firstWait: number }): Promise<boolean> {
  let failure: unknown
  const run: RunScript = (pool, script) =>
    runScript(pool, script, firstWait).catch((error: unknown) => {
      failure = error
      throw error
    })
  const apply = async (engine: SchemaEngine) => {
    await setAside(engine, db)
    const refusal = await engine.applyMigrations({ migrationsList: list, filters: noFilters }).then(() => null, (error: unknown) => ({ error }))
    if (!refusal) return true
    const [name = 'a migration'] = await unfinished(db)
    if (failure === undefined) throw refusal.error
    if (!(failure instanceof LocksTaken)) throw new Error(`${name} failed, and nothing of it stays: ${sayFailure(failure)}`, { cause: failure })
    await setAside(engine, db)
    if (last) throw new Error(`${name} ${inUse}`, { cause: failure })
    return false
  }
  return withSchemaEngine(databaseUrl, await schema(), apply, run)
}

const inUse =
  'found its tables in use all the time, and nothing of it stays: end what holds them (pg_stat_activity tells), or stop the other instances, and start again.'

/** What is recorded as begun and not as finished is recorded as rolled back: the same transaction would have finished it, whatever ended it. */
async function setAside(engine: SchemaEngine, db: pg.Client): Promise<void> {
  for (const migrationName of await unfinished(db)) await engine.markMigrationRolledBack({ migrationName })
}

function sayFailure(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function finished(db: pg.Client): Promise<Set<string>> {
  return new Set(await recorded(db, 'finished_at IS NOT NULL AND rolled_back_at IS NULL'))
}

function unfinished(db: pg.Client): Promise<string[]> {
  return recorded(db, 'finished_at IS NULL AND rolled_back_at IS NULL')
}

async function recorded(db: pg.Client, which: string): Promise<string[]> {
  const { rows: [there] } = await db.query<{ yes: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS yes`)
  if (!there?.yes) return []
  return (await db.query<{ name: string }>(`SELECT migration_name AS name FROM _prisma_migrations WHERE ${which} ORDER BY started_at`)).rows.map(({ name }) => name)
}

/** Fills what searches read where it is empty, as a migration that changes it leaves it: only the catalog's own code can. */
export async function fillSearch(databaseUrl: string): Promise<void> {
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

async function migrationsList(from: string): Promise<MigrationList> {
  const names = (await readdir(from, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return {
    baseDir: from,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(from, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.toSorted().map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(from, path, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  }
}
