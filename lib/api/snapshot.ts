import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { refused } from './parameters'

/** The state of the catalog that an answer tells of. */
export interface Snapshot {
  revision: number
  /** When that revision was made. */
  at: Date
  /** Whether it is the latest: then the tables of the present say the same as the history. */
  current: boolean
}

/**
 * The state that a request asks for: of a revision, or as it is now. Fails as `not-found`, where there is no such revision, or nothing
 * was imported yet.
 */
export async function snapshotAt(db: Db, revision: number | undefined): Promise<Result<Snapshot>> {
  const now = (await db.document.findUniqueOrThrow({ where: { id: 1 }, select: { revision: true } })).revision
  if (now === 0) return fail('not-found', 'The catalog is empty: no README was imported yet.')
  const number = revision ?? now
  if (number > now) return { ...refused({ revision: `is not there yet: the catalog is at revision ${now}` }), code: 'not-found' }
  const { at } = await db.catalogRevision.findUniqueOrThrow({ where: { number }, select: { at: true } })
  return ok({ revision: number, at, current: number === now })
}

/** Reads everything that one answer needs out of one state of the database, whoever writes meanwhile. */
export function inOneState<T>(db: PrismaClient, read: (db: Db) => Promise<T>): Promise<T> {
  return db.$transaction(read, { isolationLevel: 'RepeatableRead' })
}
