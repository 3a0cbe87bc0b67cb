import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { exits } from '@/lib/errors'
import { migrate, newMigration } from './migrate'
import { startPostgres } from './postgres'
import { migrateDatabase, requireDatabase } from './start/database'
import { isStartFailure, StartFailure } from './start/failure.mjs'
import { root } from './start/root.mjs'

const usage = `migrate               bring the database that DATABASE_URL names to this version's schema
migrate new NAME      write what leads from the migrations to prisma/schema.prisma as the next migration

The embedded database is migrated by every start.`

/** Runs a database made for the moment, migrated as far as the checked-in migrations go. */
async function onScratch<T>(use: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-migrate-'))
  // As root the database runs as another user, who must be able to enter.
  await chmod(folder, 0o711)
  const server = await startPostgres(join(folder, 'postgres'), randomBytes(12).toString('hex'))
  try {
    await server.create('scratch')
    await migrate(server.url('scratch'))
    return await use(server.url('scratch'))
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function apply(): Promise<string> {
  const url = process.env.DATABASE_URL
  if (!url) throw new StartFailure('DATABASE_URL is not set: name the database to migrate. The embedded one is migrated by every start.')
  await requireDatabase(url)
  return (await migrateDatabase(url)) === false ? 'Nothing to do.' : 'The database has this version’s schema.'
}

async function write(name: string): Promise<string> {
  const directory = await onScratch((url) => newMigration(url, name, new Date()))
  return directory ? `${relative(root, directory)}: read it, and write by hand what the schema's language cannot say.` : 'The migrations lead to the schema already.'
}

async function main(args: string[]): Promise<number> {
  const [command, name = '', ...rest] = args
  const work = args.length === 0 ? apply : command === 'new' && /^[a-z\d_]+$/.test(name) && rest.length === 0 ? () => write(name) : null
  if (!work) {
    const asked = command === '--help'
    ;(asked ? process.stdout : process.stderr).write(`${usage}\n`)
    return asked ? 0 : exits.invalid.exit
  }
  try {
    console.log(await work())
    return 0
  } catch (error) {
    if (!isStartFailure(error)) throw error
    console.error(error.message)
    return 1
  }
}

process.exitCode = await main(process.argv.slice(2))
