import { can } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { noticeKinds, paceOf, type NoticeKind } from './kinds'
import { printUnsubscribing, type Unsubscribing } from './links'
import { writeLetter, type Letter, type Written } from './mail-text'
import { waitingFor } from './outbox'
import { recipientOf, recipientSelect } from './recipient'
import { isFinal, reasonOf } from './refusal'
import { addressOf, chosenPaces } from './settings'
import { seal } from './token'
import { noticeSelect, noticeViews } from './views'

/** What sends an e-mail; rejects where the mail server does not take it. */
export type Send = (to: string, letter: Written) => Promise<void>

/** What delivering needs to know of the deployment. */
export interface Delivery {
  secret: string
  publicOrigin: string
  send: Send
  now: Date
  /** Whether it will not be tried again. */
  last: boolean
}

/** How long whoever sends has for it; behind it another may, as after a crash. Longer than a mail server is waited for. */
const lease = 120_000

/**
 * Sends one of the e-mails that notices were put into, once: whoever sends it claims it first, and what was sent or given up is left
 * alone. Rejects where it is to be tried again: the mail server did not take it, or another is at it.
 */
export async function deliver(db: PrismaClient, mail: string, delivery: Delivery): Promise<'sent' | 'dropped' | 'done'> {
  const claimed = await claimMail(db, mail, delivery.now)
  if (claimed === 'done') return 'done'
  if (claimed === 'busy') throw new Error(`e-mail ${mail} is being sent by another`)
  const letter = await letterOf(db, mail, delivery)
  if (!letter) return drop(db, mail, delivery.now, 'nothing left to tell, or nowhere to')
  const refusal = await delivery.send(letter.to, letter.written).then(() => null, (error: unknown) => ({ error }))
  if (refusal) {
    const reason = reasonOf(refusal.error)
    if (delivery.last || isFinal(refusal.error)) return drop(db, mail, delivery.now, reason)
    await db.mail.updateMany({ where: { id: mail, sentAt: null, droppedAt: null }, data: { claimedUntil: null } })
    // Not what the mail server said: it may repeat the address, and this is logged.
    throw new Error(`the mail server did not take e-mail ${mail}: ${reason}`)
  }
  await db.mail.update({ where: { id: mail }, data: { sentAt: delivery.now, claimedUntil: null } })
  return 'sent'
}

async function claimMail(db: Db, id: string, now: Date): Promise<'claimed' | 'busy' | 'done'> {
  const open = { id, sentAt: null, droppedAt: null }
  const { count } = await db.mail.updateMany({
    where: { ...open, OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
    data: { claimedUntil: new Date(now.getTime() + lease) },
  })
  if (count === 1) return 'claimed'
  return (await db.mail.count({ where: open })) === 1 ? 'busy' : 'done'
}

async function drop(db: Db, id: string, droppedAt: Date, problem: string): Promise<'dropped'> {
  await db.mail.update({ where: { id }, data: { droppedAt, problem, claimedUntil: null } })
  return 'dropped'
}

/** As many as somebody reads; the others are in the inbox, the newest on top. */
const mostTold = 50

/** The e-mail as it is to be said now: what may be seen, and is wanted, may have changed since; null where nothing is left. */
async function letterOf(db: Db, id: string, { secret, publicOrigin }: Delivery): Promise<{ to: string; written: Written } | null> {
  const mail = await db.mail.findUniqueOrThrow({
    where: { id },
    select: { daily: true, queueDay: true, createdAt: true, recipient: { select: recipientSelect } },
  })
  const { daily } = mail
  const recipient = recipientOf(mail.recipient)
  const chosen = await chosenPaces(db, recipient.id)
  const wants = (kind: NoticeKind) => paceOf(kind, chosen) !== 'never'
  const where = { mailId: id, kind: { in: noticeKinds.filter(wants) } }
  const notices = await noticeViews(db, recipient, await db.notice.findMany({ where, select: noticeSelect, orderBy: { id: 'asc' }, take: mostTold }))
  const more = notices.length < mostTold ? 0 : (await db.notice.count({ where })) - mostTold
  const waiting = mail.queueDay && wants('queue') && can(recipient, 'queue.view').allowed ? await waitingFor(db, recipient.id) : []
  const address = await addressOf(db, recipient.id)
  if (!address || (notices.length === 0 && waiting.length === 0)) return null
  const unsubscribing: Unsubscribing = { person: recipient.id, scope: daily ? 'daily' : (notices[0]?.kind ?? 'daily') }
  const letter: Letter = {
    ...{ origin: publicOrigin, mail: id, at: mail.createdAt, daily, notices, more, queue: waiting.length > 0 ? waiting : null },
    unsubscribe: `${publicOrigin}/unsubscribe/${seal(secret, 'unsubscribe', printUnsubscribing(unsubscribing))}`,
  }
  return { to: address.address, written: writeLetter(letter) }
}
