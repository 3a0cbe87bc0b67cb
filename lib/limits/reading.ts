import type { Db } from '@/lib/db'
import { limits } from '@/lib/env'
import { failLimited, ok, type Result } from '@/lib/errors'
import { clearFull, take } from './bucket'
import { hashOf } from './hash'
import { sayWait } from './rate'

/**
 * The header that tells how often one address may have an answer for programs made anew: the same for everybody, as answers are kept for
 * all (docs/decisions/0023). Nothing where there is no limit.
 */
export function readingPolicy(): Record<string, string> {
  const { reading } = limits()
  if (reading === null) return {}
  const { burst, seconds } = reading
  return { 'RateLimit-Policy': `"reading";q=${burst};w=${burst * seconds}` }
}

// Readers come from ever new addresses, and few ask for too much. Less than `clearFull` clears at once.
const mostUncleared = 50
let uncleared = 0

/** Whether somebody may have another answer for programs made now, by the address that they come from (null: unknown); counts it. Fails as `limited`. */
export async function allowReading(db: Db, address: string | null): Promise<Result<null>> {
  const { reading } = limits()
  if (reading === null || address === null) return ok(null)
  const wait = await take(db, `reading ${hashOf(address)}`, reading)
  if (wait > 0 || ++uncleared >= mostUncleared) {
    uncleared = 0
    await clearFull(db)
  }
  if (wait === 0) return ok(null)
  return failLimited(`Your address has asked for much in a short time. Try again in ${sayWait(wait)}; to have everything, take a dump.`, wait)
}
