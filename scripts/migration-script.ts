import type pg from 'pg'

/**
 * How long a migration that holds something may wait for the rest of its locks, in ms: less than the second behind which Postgres looks for
 * deadlocks, so that the one of two who gives way is always the migration, and never a decision.
 */
const restWait = 800
/** How long one statement of it may take, in ms. */
const longest = 60_000

/** A migration gave way: others held what it needs, and nothing of it was done. */
export class LocksTaken extends Error {
  constructor(cause: unknown) {
    super('the tables are in use', { cause })
  }
}

/**
 * Runs a migration's script, and that it is finished, as one transaction that takes all its locks before it begins: whatever fails, nothing of it
 * stays, and what is not recorded as finished never happened. `firstWait`: how long it may wait for its first lock, in ms, while others queue
 * behind it. Rejects with `LocksTaken`, or with what Postgres says of the script.
 */
export async function runScript(pool: pg.Pool, script: string, firstWait: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = ${restWait}`)
    await takeLocks(client, await locksOf(client, script), firstWait)
    await client.query(script).catch(orTaken)
    await client.query('UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL')
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // Postgres rolls back what a closed connection had begun.
    client.release(true)
    throw error
  }
}

interface Lock {
  table: string
  mode: 'ACCESS EXCLUSIVE' | 'SHARE ROW EXCLUSIVE'
}

// As the portal's own transactions take them: a decision holds the document before all else, and what tells of it comes last.
const order = ['document', 'user', 'proposal', '', 'event', 'notice', 'mail']

function placeOf(table: string): number {
  return order.includes(table) ? order.indexOf(table) : order.indexOf('')
}

/** What a script needs of the tables that are there: those that it alters nobody may even read. Too much is harmless, as it is held no longer than the script takes. */
async function locksOf(client: pg.PoolClient, script: string): Promise<Lock[]> {
  const { rows } = await client.query<{ name: string }>(`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' ORDER BY 1`)
  const named = new Set(script.match(/\w+/g))
  const altered = new Set([...script.matchAll(/\b(?:ALTER|DROP)\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?"?(\w+)/gi)].map(([, name]) => name))
  const tables = rows.map(({ name }) => name).filter((name) => named.has(name))
  return tables.toSorted((one, other) => placeOf(one) - placeOf(other)).map((table) => ({ table, mode: altered.has(table) ? 'ACCESS EXCLUSIVE' : 'SHARE ROW EXCLUSIVE' }))
}

async function takeLocks(client: pg.PoolClient, locks: readonly Lock[], firstWait: number): Promise<void> {
  let until = Date.now() + firstWait
  for (const [index, { table, mode }] of locks.entries()) {
    // One by one the waits would add up.
    if (index === 1) until = Date.now() + restWait
    const left = Math.max(1, until - Date.now())
    await client.query(`SET LOCAL statement_timeout = ${left}; SET LOCAL lock_timeout = ${left}`)
    await client.query(`LOCK TABLE "${table}" IN ${mode} MODE`).catch((error: unknown) => {
      if (codeOf(error) === queryCanceled) throw new LocksTaken(error)
      return orTaken(error)
    })
  }
  await client.query(`SET LOCAL statement_timeout = ${longest}; SET LOCAL lock_timeout = ${restWait}`)
}

const queryCanceled = '57014'
/** Not to be had in time, or only by a deadlock. */
const taken = new Set(['55P03', '40P01'])

function orTaken(error: unknown): never {
  throw taken.has(codeOf(error)) ? new LocksTaken(error) : error
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
