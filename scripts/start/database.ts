import pg from 'pg'
import { migrate } from '../migrate'
import { PostgresFailure, startPostgres, type RunningPostgres } from '../postgres'
import type { DataFolder } from './data-folder'
import { StartFailure } from './failure.mjs'

const database = 'portal'

/** Starts the embedded Postgres of a data folder and makes the portal's database in it. */
export async function startEmbedded(folder: DataFolder): Promise<RunningPostgres & { databaseUrl: string }> {
  try {
    const server = await startPostgres(folder.postgres, folder.secrets.database)
    await server.create(database)
    return { ...server, databaseUrl: server.url(database) }
  } catch (error) {
    if (!(error instanceof PostgresFailure)) throw error
    throw new StartFailure(`${error.message}\n\nThe data folder is ${folder.path}; another one can be named with PORTAL_DATA.`)
  }
}

/** Connects to the server that DATABASE_URL names, to say plainly what is wrong before anything else fails by it. */
export async function requireDatabase(url: string): Promise<void> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new StartFailure('DATABASE_URL is not an address like postgresql://user:password@host:5432/database: correct it, or unset it to use the embedded Postgres.')
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    const { host, pathname, username } = new URL(url)
    throw new StartFailure(sayConnection(error, { host, database: pathname.slice(1), user: username }))
  }
}

/** What a failed connection means; never with the password in it. */
function sayConnection(error: unknown, { host, database: name, user }: { host: string; database: string; user: string }): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '28P01' || code === '28000') return `Postgres at ${host} refuses the user "${user}" or its password: correct them in DATABASE_URL.`
  if (code === '3D000') return `Postgres at ${host} has no database "${name}": create it, or correct DATABASE_URL.`
  const reason = error instanceof Error && error.message ? error.message : code || 'no answer'
  return `Postgres at ${host} cannot be reached (${reason}): start it, correct DATABASE_URL, or unset it to use the embedded Postgres.`
}

/** Brings the database to this version's schema; false where it was. */
export async function migrateDatabase(url: string): Promise<boolean | undefined> {
  try {
    return (await migrate(url)).length === 0 ? false : undefined
  } catch (error) {
    throw new StartFailure(`${error instanceof Error ? error.message : String(error)}\n\nThe database could not be brought to this version's schema; the lines above say why.`)
  }
}
