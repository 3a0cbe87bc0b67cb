import type { Db } from '@/lib/db'
import type { Rate } from './rate'

/**
 * Takes one out of the bucket of `key`, and answers the seconds until that will work; 0: it is taken. All instances share the
 * buckets, and the database's clock fills them. Whoever takes inside a transaction holds the bucket until its end, and gives
 * back what they took where it fails.
 */
export async function take(db: Db, key: string, { burst, seconds }: Rate): Promise<number> {
  // One statement, so that no two can take the last: a bucket is the moment at which it is full again (as in the generic cell
  // rate algorithm), and `excluded.full_at` is that of a full one, taken from now.
  const taken = await db.$executeRaw`
    INSERT INTO bucket AS had (key, full_at) VALUES (${key}, clock_timestamp() + make_interval(secs => ${seconds}))
    ON CONFLICT (key) DO UPDATE
      SET full_at = greatest(had.full_at + make_interval(secs => ${seconds}), excluded.full_at)
      WHERE had.full_at <= excluded.full_at + make_interval(secs => ${seconds * (burst - 2)})`
  return taken > 0 ? 0 : waitFor(db, key, { burst, seconds })
}

async function waitFor(db: Db, key: string, { burst, seconds }: Rate): Promise<number> {
  const [row] = await db.$queryRaw<{ wait: number }[]>`
    SELECT extract(epoch FROM full_at - clock_timestamp())::float8 - ${seconds * (burst - 1)} AS wait FROM bucket WHERE key = ${key}`
  return Math.max(1, Math.ceil(row?.wait ?? 1))
}

const cleared = 100

/** Clears some buckets away that are full again, and so mean nothing; leaves those that somebody is taking from. */
export async function clearFull(db: Db): Promise<void> {
  await db.$executeRaw`
    DELETE FROM bucket WHERE key IN (SELECT key FROM bucket WHERE full_at < clock_timestamp() LIMIT ${cleared} FOR UPDATE SKIP LOCKED)`
}
