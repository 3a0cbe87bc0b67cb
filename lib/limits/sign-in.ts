import { transact } from '@/lib/db'
import { limits } from '@/lib/env'
import { failLimited, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { clearFull, take } from './bucket'
import { hashOf } from './hash'
import { sayWait } from './rate'

/** Who begins to sign in, as far as that is known yet. */
export interface SignInStart {
  /** The client's address; null: unknown. */
  address: string | null
  /** An e-mail address, or a demo person's key; null: the provider will say. */
  person: string | null
}

/** Whether somebody may begin to sign in now, by the address that they come from and by who they say to be; counts it. Fails as `limited`. */
export async function allowSignIn(db: PrismaClient, { address, person }: SignInStart): Promise<Result<null>> {
  const { signIn } = limits()
  if (signIn === null) return ok(null)
  await clearFull(db)
  // Together: whoever is refused as a person can still begin as often from their address in another way.
  return transact(db, async (tx) => {
    for (const [kind, name] of Object.entries({ address, person })) {
      const wait = name === null ? 0 : await take(tx, `sign-in ${kind} ${hashOf(name)}`, signIn)
      if (wait > 0) return failLimited(`Too many have begun to sign in ${kind === 'address' ? 'from your address' : 'as this person'}. Try again in ${sayWait(wait)}.`, wait)
    }
    return ok(null)
  })
}
