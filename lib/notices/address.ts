import { can, refused, type Actor } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import { transact } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { printAddressAsked, readAddressAsked, type AddressAsked } from './links'
import { recordOwn } from './settings'
import { addressSchema, type AddressInput } from './settings-form'
import { seal, unseal } from './token'

/** Holds an hour, like the link that signs in. */
const holds = 3_600_000
const day = 86_400_000
/** Nobody can have the portal write to strangers without end. */
const mostAsked = 5

/** Sends somebody the link that confirms an address; rejects where the mail server does not take it. */
export type SendLink = (address: string, token: string) => Promise<void>

/**
 * Has a link sent to an address that one wants to be written to. Nothing of it is kept until the link is followed. Fails as `invalid`,
 * as `conflict` after five in a day, and as `unavailable` where there is no mail server or it does not take the mail.
 */
export async function askAddress(
  db: PrismaClient,
  actor: Actor,
  input: AddressInput,
  { secret, now, send }: { secret: string; now: Date; send: SendLink | null },
): Promise<Result<{ address: string }>> {
  const permission = can(actor, 'notices.set')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const asked = check(addressSchema, input)
  if (!asked.ok) return asked
  if (!send) return fail('unavailable', 'This portal has no mail server, so it sends no e-mail.')
  const counted = await transact(db, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`
    const count = await tx.event.count({ where: { actorId: actor.id, kind: 'address_asked', at: { gt: new Date(now.getTime() - day) } } })
    if (count >= mostAsked) return fail('conflict', 'Five links were sent within a day already. Try again tomorrow.')
    await recordOwn(tx, 'address_asked', actor)
    return ok(null)
  })
  if (!counted.ok) return counted
  const { address } = asked.value
  const token = seal(secret, 'address', printAddressAsked({ person: actor.id, address, until: new Date(now.getTime() + holds) }))
  const sent = await send(address, token).then(() => true, () => false)
  return sent ? ok({ address }) : fail('unavailable', 'The mail server did not take the e-mail. Look whether the address is right, or try again in a while.')
}

const stale = fail('not-found', 'This link is not whole, or older than an hour. Ask for another one on your account page.')

/** The address that a link would confirm, for whoever asked for it: somebody else who is signed in is told that it is another's. */
export function readLink(actor: Actor, secret: string, token: string, now: Date): Result<AddressAsked> {
  const permission = can(actor, 'notices.set')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const asked = readAddressAsked(unseal(secret, 'address', token) ?? '')
  if (!asked || asked.until < now) return stale
  return asked.person === actor.id ? ok(asked) : fail('forbidden', 'Another account asked for this link. Sign in as that one.')
}

/** Confirms an address by its link: from now on one is written to there. */
export async function confirmAddress(db: PrismaClient, actor: Actor, token: string, { secret, now }: { secret: string; now: Date }): Promise<Result<{ address: string }>> {
  const asked = readLink(actor, secret, token, now)
  if (!asked.ok) return asked
  if (!actor) return refused('signed-out')
  const { person: personId, address } = asked.value
  return transact(db, async (tx) => {
    await tx.noticeAddress.upsert({ where: { personId }, create: { personId, address, confirmedAt: now }, update: { address, confirmedAt: now } })
    await recordOwn(tx, 'address_confirmed', actor)
    return ok({ address })
  })
}

/** Forgets the address that one gave; where one signs in by e-mail, that one counts again. */
export async function removeAddress(db: PrismaClient, actor: Actor): Promise<Result<null>> {
  const permission = can(actor, 'notices.set')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  return transact(db, async (tx) => {
    const { count } = await tx.noticeAddress.deleteMany({ where: { personId: actor.id } })
    if (count > 0) await recordOwn(tx, 'address_removed', actor)
    return ok(null)
  })
}
