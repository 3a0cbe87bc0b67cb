import { connect } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'

/** An open database, to be closed when the command is done. */
export interface Opened {
  db: PrismaClient
  close(): Promise<void>
}

/** Opens the catalog's database: the one that DATABASE_URL names. */
export async function openDatabase(): Promise<Result<Opened>> {
  const url = process.env.DATABASE_URL
  if (!url) return fail('unavailable', 'DATABASE_URL is not set.')
  const db = connect(url)
  return ok({ db, close: () => db.$disconnect() })
}
