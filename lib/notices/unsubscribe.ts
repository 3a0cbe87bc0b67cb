import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { kindsFor, paceOf, type NoticeKind } from './kinds'
import { readUnsubscribing, type Unsubscribing } from './links'
import { chosenPaces, recordOwn, writePaces } from './settings'
import { unseal } from './token'

/** What a link of an e-mail can end. */
export interface Ending {
  scope: Unsubscribing['scope']
  kinds: NoticeKind[]
}

const none = fail('not-found', 'This link is not whole. Copy it from the e-mail again, or change what you are told of under “Watching”.')

/** What an unsubscribe link would end, without ending it. Whoever has the link may ask: it stands in the person's own mail. */
export async function ending(db: Db, secret: string, token: string): Promise<Result<Ending>> {
  const asked = await read(db, secret, token)
  return asked ? ok({ scope: asked.scope, kinds: await kindsIn(db, asked) }) : none
}

/** Ends what an unsubscribe link names, or all e-mails; done again, nothing happens. Whoever has the link may, without signing in. */
export async function unsubscribe(db: PrismaClient, secret: string, token: string, what: 'these' | 'all'): Promise<Result<{ ended: NoticeKind[] }>> {
  return db.$transaction(async (tx) => {
    const asked = await read(tx, secret, token)
    if (!asked) return none
    const kinds = what === 'all' ? kindsFor(true) : await kindsIn(tx, asked)
    const ended = await writePaces(tx, asked.person, Object.fromEntries(kinds.map((kind) => [kind, 'never'])))
    if (ended.length > 0) await recordOwn(tx, 'unsubscribed', { id: asked.person, name: asked.name }, { kinds: ended })
    return ok({ ended })
  })
}

async function read(db: Db, secret: string, token: string): Promise<(Unsubscribing & { name: string | null }) | null> {
  const asked = readUnsubscribing(unseal(secret, 'unsubscribe', token) ?? '')
  const person = asked && (await db.user.findUnique({ where: { id: asked.person }, select: { name: true } }))
  return person && { ...asked, name: person.name }
}

/** Of a day's e-mail, all that would come in the next. */
async function kindsIn(db: Db, { person, scope }: Unsubscribing): Promise<NoticeKind[]> {
  if (scope !== 'daily') return [scope]
  const chosen = await chosenPaces(db, person)
  return kindsFor(true).filter((kind) => paceOf(kind, chosen) === 'daily')
}
