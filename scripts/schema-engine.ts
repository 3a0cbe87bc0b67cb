import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type pg from 'pg'

/**
 * Prisma's schema engine as WebAssembly: what `prisma migrate` does, without the native binary that it would download.
 * The package's own entry expects a bundler, so its module is loaded by hand. Its connections, one of which holds the
 * engine's own lock, are closed when `use` is done. What it runs as a script, as a migration is, `run` runs.
 */
export async function withSchemaEngine<T>(databaseUrl: string, schema: string, use: (engine: SchemaEngine) => Promise<T>, run: RunScript = runWhole): Promise<T> {
  const background = await instance()
  const adapter = adapterOf(databaseUrl, run)
  const log = () => undefined
  const engine = await background.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    log,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  try {
    return await use(engine)
  } finally {
    engine.free()
    await adapter.close()
  }
}

/** Runs a script of several statements; rejects with what Postgres says. */
export type RunScript = (pool: pg.Pool, script: string) => Promise<void>

const runWhole: RunScript = async (pool, script) => {
  await pool.query(script)
}

type Background = typeof import('@prisma/schema-engine-wasm/schema_engine_bg') & { __wbg_set_wasm(exports: WebAssembly.Exports): void }

let loaded: Promise<Background> | undefined

function instance(): Promise<Background> {
  return (loaded ??= load())
}

async function load(): Promise<Background> {
  const background = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as Background
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'))
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(bytes), {
    './schema_engine_bg.js': background as unknown as WebAssembly.ModuleImports,
  })
  background.__wbg_set_wasm(exports)
  ;(exports.__wbindgen_start as () => void)()
  return background
}

const charOid = 18
const textOid = 25

/** The adapter's private step between a query and its result. */
function privately(connection: unknown): { performIO(query: unknown): Promise<{ fields: { dataTypeID: number }[] }> } {
  return connection as never
}

/**
 * Two mends of the adapter, for the engine's use. It cuts scripts at every semicolon, those inside function bodies too;
 * Postgres takes a script whole. And it does not know the catalog tables' type "char" (18), a single character.
 */
class EngineAdapter extends PrismaPg {
  readonly #open: { dispose(): Promise<void> }[] = []
  readonly #run: RunScript

  constructor(config: pg.PoolConfig, run: RunScript) {
    super(config)
    this.#run = run
  }

  override async connect() {
    const connection = await super.connect()
    this.#open.push(connection)
    connection.executeScript = (script) => this.#run(connection.underlyingDriver(), script)
    const perform = privately(connection).performIO.bind(connection)
    const query = connection.queryRaw.bind(connection)
    connection.queryRaw = async (asked) => {
      const chars: number[] = []
      privately(connection).performIO = async (statement) => {
        const result = await perform(statement)
        result.fields.forEach((field, index) => {
          if (field.dataTypeID !== charOid) return
          chars.push(index)
          field.dataTypeID = textOid
        })
        return result
      }
      const found = await query(asked)
      for (const index of chars) found.columnTypes[index] = ColumnTypeEnum.Character
      return found
    }
    return connection
  }

  async close() {
    await Promise.all(this.#open.map((connection) => connection.dispose()))
  }
}

// Host, port, user, password and database apart: with a connection string the engine's shadow database would be the real one.
function adapterOf(databaseUrl: string, run: RunScript): EngineAdapter {
  const url = new URL(databaseUrl)
  const config = {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(url.searchParams.get('sslmode') && url.searchParams.get('sslmode') !== 'disable' ? { ssl: true } : {}),
    statement_timeout: 60_000,
    lock_timeout: 4_000,
  }
  return new EngineAdapter(config, run)
}

export type { MigrationList, SchemaEngine }
