import { connect } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { readHolder } from '@/scripts/start/folder-lock'
import type { Portal } from './portal'

/** A connection to the database of a portal that runs, for what its pages don't show. To be closed with `$disconnect`. */
export function databaseOf({ data }: Pick<Portal, 'data'>): PrismaClient {
  const url = readHolder(data)?.databaseUrl
  if (!url) throw new Error(`no portal runs on ${data}`)
  return connect(url)
}
