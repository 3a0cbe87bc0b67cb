import type { Viewer } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import { limits } from '@/lib/env'
import { failLimited, ok, type Result } from '@/lib/errors'
import { take } from './bucket'
import { sayWait, type Rate } from './rate'

/**
 * Whether somebody may send another new proposal now; counts it as sent. To be asked in the transaction that writes it, before its
 * first write. Newcomers, of whom nothing was accepted yet, have a rate of their own, and few that wait at once on their first day.
 * Fails as `limited`.
 */
export async function allowProposal(db: Db, actor: Viewer): Promise<Result<null>> {
  if (!(await isNewcomer(db, actor))) return allowUpdate(db, actor)
  const { pending, proposals } = limits()
  const most = pending === null ? ok(null) : await allowPending(db, actor.id, pending)
  return most.ok ? allow(db, `proposals ${actor.id}`, proposals) : most
}

/** Whether somebody may send anything else now: a new version, a comment, a withdrawal. As `allowProposal` else. */
export async function allowUpdate(db: Db, actor: Viewer): Promise<Result<null>> {
  return allow(db, `updates ${actor.id}`, limits().updates)
}

/** So much one person looks up at other services, of what nobody looked up before: no setting, for it spares those services. */
const lookups: Rate = { burst: 30, seconds: 20 }

/** Whether somebody may have another service asked now. As `allowProposal` else. */
export async function allowLookup(db: Db, actor: Viewer): Promise<Result<null>> {
  const wait = await take(db, `lookups ${actor.id}`, lookups)
  return wait === 0 ? ok(null) : failLimited(`You have looked up much in a short time. Fill in the form by hand, or try again in ${sayWait(wait)}.`, wait)
}

/** So often one person looks at what changes would do to the README: no setting, for each look reads all of it. */
const previews: Rate = { burst: 60, seconds: 10 }

/** Whether somebody may have it worked out now what changes do to the README. As `allowProposal` else. */
export async function allowPreview(db: Db, actor: Viewer): Promise<Result<null>> {
  const wait = await take(db, `previews ${actor.id}`, previews)
  return wait === 0 ? ok(null) : failLimited(`You have looked often in a short time at what changes do to the README. Look again in ${sayWait(wait)}.`, wait)
}

async function allow(db: Db, key: string, rate: Rate | null): Promise<Result<null>> {
  const wait = rate === null ? 0 : await take(db, key, rate)
  return wait === 0 ? ok(null) : failLimited(`You have sent much in a short time. Try again in ${sayWait(wait)}.`, wait)
}

async function isNewcomer(db: Db, { id, role }: Viewer): Promise<boolean> {
  if (role !== 'contributor') return false
  return (await db.proposal.findFirst({ where: { proposerId: id, state: 'accepted' }, select: { id: true } })) === null
}

async function allowPending(db: Db, id: string, most: number): Promise<Result<null>> {
  // The person's row is the lock: of two proposals sent at once, the second counts the first.
  const [first] = await db.$queryRaw<{ left: number }[]>`
    SELECT extract(epoch FROM created_at + interval '1 day' - clock_timestamp())::float8 AS left FROM "user" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const left = Math.ceil(first?.left ?? 0)
  if (left <= 0) return ok(null)
  const waiting = await db.proposal.count({ where: { proposerId: id, state: { in: ['submitted', 'changes_requested'] } } })
  if (waiting < most) return ok(null)
  return failLimited(
    `On your first day, ${most === 1 ? 'one proposal' : `${most} proposals`} of yours can wait for a decision. Send this when a maintainer has decided one, or in ${sayWait(left)}.`,
    left,
  )
}
