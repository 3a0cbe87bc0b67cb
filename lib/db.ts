import { PrismaPg } from '@prisma/adapter-pg'
import type { Failure, Result } from '@/lib/errors'
import { PrismaClient, Prisma } from '@/prisma/generated/client'

/** The database, or a transaction on it: what queries and services take. */
export type Db = PrismaClient | Prisma.TransactionClient

/**
 * Connects to a Postgres by its `postgresql://` address. Limits stand on every connection, because the driver has none:
 * a statement 15 s, a wait for a lock 5 s, an idle transaction 15 s.
 */
export function connect(url: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 15_000,
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } })
}

/**
 * Does something as one transaction that is undone where it throws, and where it fails as can be expected, too: whatever it wrote
 * before, or took of a limit, is as it was. Answers what it answers. `timeout`, in ms, is for what may take long.
 */
export async function transact<T>(db: PrismaClient, work: (tx: Prisma.TransactionClient) => Promise<Result<T>>, options: { timeout?: number } = {}): Promise<Result<T>> {
  try {
    return await db.$transaction(async (tx) => {
      const result = await work(tx)
      if (!result.ok) throw new Undone(result)
      return result
    }, options)
  } catch (error) {
    if (error instanceof Undone) return error.failure
    throw error
  }
}

/** An expected failure, thrown so that the transaction undoes what came before it. */
class Undone extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message)
  }
}

// Prisma's own codes, and Postgres' where a statement met them: unreachable, too slow, broken off, locked, shutting down.
const passing = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'])
const passingInPostgres = /^(08|40|53|57)|^55P03$/

/** Whether a failure lies with the database's present state, and the same may work in a moment; else it is a bug. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  const known = error instanceof Prisma.PrismaClientKnownRequestError ? error : null
  // What fails at the commit itself is told as the driver's own error.
  const { cause } = ((known ? known.meta?.driverAdapterError : error) ?? {}) as { cause?: { originalCode?: string } }
  return passing.has(known?.code ?? '') || passingInPostgres.test(cause?.originalCode ?? '')
}

const global = globalThis as { catalogDb?: PrismaClient }

/** The process's own client, made at first use from DATABASE_URL. */
export function database(): PrismaClient {
  if (global.catalogDb) return global.catalogDb
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: start the portal with `npm start`, which sets it')
  global.catalogDb = connect(url)
  return global.catalogDb
}
