import { z } from 'zod'
import { logItems, revisionSelect, type LogItem } from '@/lib/catalog/log'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import { readCursor, writeCursor } from './cursor'
import type { Page } from './entry-list'
import type { Snapshot } from './snapshot'

/** A page of the catalog's revisions up to a state, newest first. Fails as `invalid`, naming the parameter. */
export async function listRevisions(db: Db, { revision }: Snapshot, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Result<Page<LogItem>>> {
  const before = readCursor(z.tuple([z.int().min(1).max(999_999_999)]), cursor)
  if (!before.ok) return before
  const found = await db.catalogRevision.findMany({
    where: { number: { lt: Math.min(before.value?.[0] ?? revision + 1, revision + 1) } },
    select: revisionSelect,
    orderBy: { number: 'desc' },
    take: limit + 1,
  })
  const items = await logItems(db, found.slice(0, limit))
  const last = found.length > limit ? items.at(-1) : undefined
  return ok({ items, next: last ? writeCursor([last.revision]) : null })
}

/** One revision. Fails as `not-found`. */
export async function readRevision(db: Db, number: number): Promise<Result<LogItem>> {
  const found = await db.catalogRevision.findUnique({ where: { number }, select: revisionSelect })
  const [item] = found ? await logItems(db, [found]) : []
  return item ? ok(item) : fail('not-found', 'There is no such revision.')
}
