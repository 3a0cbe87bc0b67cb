import type { Viewer } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import { Prisma } from '@/prisma/generated/client'
import { z } from 'zod'
import { foundSchema, type Found } from './found'
import type { LookupRecord } from './record'

/** What a look-up came to; of a failure also why, for those who run the portal. */
export type Outcome = { found: Found; failure?: undefined } | { found?: undefined; failure: Failure; why: string }

const failureSchema = z.object({ code: z.enum(['not-found', 'unavailable']), message: z.string() })

/** What is older went out of use with every form that could still name it. */
const MOST_DAYS = 60
const MOST_ROWS = 20_000

const select = { id: true, at: true, found: true, failure: true } as const
type Row = Prisma.LookupGetPayload<{ select: typeof select }>

/** The latest look-up of a key that is still fresh at a moment, or whatever was found last (`now` null); null where there is none. */
export async function kept(db: Db, key: string, now: Date | null): Promise<Result<LookupRecord> | null> {
  const where = now ? { key, freshUntil: { gt: now } } : { key, failure: { equals: Prisma.DbNull } }
  const row = await db.lookup.findFirst({ where, select, orderBy: { at: 'desc' } })
  return row && (resultOf(row) ?? null)
}

/** Keeps what a look-up came to for `fresh` milliseconds, and lets go of the oldest. */
export async function keep(
  db: Db,
  actor: Viewer,
  { key, outcome, now, fresh }: { key: string; outcome: Outcome; now: Date; fresh: number },
): Promise<Result<LookupRecord>> {
  const { id } = await db.lookup.create({
    data: {
      ...{ key, at: now, freshUntil: new Date(now.getTime() + fresh), askedById: actor.id },
      found: outcome.found ?? Prisma.DbNull,
      failure: outcome.failure ? { code: outcome.failure.code, message: outcome.failure.message, why: outcome.why } : Prisma.DbNull,
    },
    select: { id: true },
  })
  await letGo(db, now)
  return outcome.found ? ok({ id, at: now.toISOString(), found: outcome.found }) : outcome.failure
}

async function letGo(db: Db, now: Date): Promise<void> {
  await db.lookup.deleteMany({ where: { at: { lt: new Date(now.getTime() - MOST_DAYS * 24 * 3_600_000) } } })
  await db.$executeRaw`DELETE FROM lookup WHERE id IN (SELECT id FROM lookup ORDER BY at DESC OFFSET ${MOST_ROWS})`
}

/** Look-ups by their ids, as the portal itself wrote them; what is no longer there, or found nothing, is left out. */
export async function recordsOf(db: Db, ids: readonly string[]): Promise<LookupRecord[]> {
  const rows = await db.lookup.findMany({ where: { id: { in: [...ids] } }, select })
  const results = new Map(rows.map((row) => [row.id, resultOf(row)]))
  return ids.flatMap((id) => {
    const result = results.get(id)
    return result?.ok ? [result.value] : []
  })
}

/** Undefined of what another release of the portal kept in a shape of its own: it is as if it was not there. */
function resultOf({ id, at, found, failure }: Row): Result<LookupRecord> | undefined {
  const told = foundSchema.safeParse(found)
  if (told.success) return ok({ id, at: at.toISOString(), found: told.data })
  const failed = failureSchema.safeParse(failure)
  return failed.success ? fail(failed.data.code, failed.data.message) : undefined
}
