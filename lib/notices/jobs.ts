import { setTimeout as wait } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import type { Settings } from '@/lib/env'
import type { PrismaClient } from '@/prisma/generated/client'
import { deliver } from './deliver'
import { openMailer } from './mailer'
import { gatherDay, relay, requeue, type Enqueue } from './outbox'

/** The queues: an e-mail to send; the day's e-mails to put together. */
const mailQueue = 'mail'
const dayQueue = 'mail-of-the-day'

/** Tried again for about a day, ever more rarely: after seconds at first, and hours at last. */
const retries = { retryLimit: 14, retryDelay: 3, retryBackoff: true }
/** Longer than all of a batch may take, so that nobody takes over while it is being sent. */
const batchSize = 5
const expireInSeconds = 360

/** In the morning of Europe, at noon of China: who is asleep finds it. */
const daily = '0 6 * * *'

/**
 * Makes the queues in their schema `pgboss`. They are tables of their own, so it is done where migrations are: whoever runs the portal
 * needs no right to make tables. Done again, nothing happens.
 */
export async function installQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false })
  // Whatever fails is thrown by the call that failed.
  boss.on('error', () => {})
  await boss.start()
  try {
    await boss.createQueue(mailQueue, { name: mailQueue, ...retries, expireInSeconds })
    await boss.createQueue(dayQueue, { name: dayQueue, retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 })
    // pg-boss' own, by which instances agree on who sends what is due.
    await boss.createQueue('__pgboss__send-it')
    await boss.schedule(dayQueue, daily, undefined, { tz: 'UTC' })
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** What the workers need. */
export interface Work {
  db: PrismaClient
  databaseUrl: string
  settings: Settings
  onError: (error: unknown) => void
  /** How often new notices are looked for, in seconds. */
  pause?: number
}

/**
 * Starts what delivers: any number of instances may, on one database. Answers with what stops it, once what is under way is done. Without
 * a mail server there is nothing to deliver.
 */
export async function startWork({ db, databaseUrl, settings, onError, pause = 2 }: Work): Promise<() => Promise<void>> {
  const { email, secret, publicOrigin } = settings
  if (!email) return async () => {}
  const mailer = openMailer(email)
  const boss = new PgBoss({ connectionString: databaseUrl, max: 4, migrate: false })
  boss.on('error', onError)
  await boss.start()
  const enqueue = enqueueWith(boss)
  await boss.work<{ mail: string }>(mailQueue, { batchSize, pollingIntervalSeconds: pause, includeMetadata: true }, async (jobs) => {
    for (const { id, data, retryCount, retryLimit } of jobs) {
      const delivery = { secret, publicOrigin, send: mailer.send, now: new Date(), last: retryCount >= retryLimit }
      // Each by itself: pg-boss would try all of a batch again.
      await deliver(db, data.mail, delivery).catch(async (error: unknown) => {
        onError(error)
        await boss.fail(mailQueue, id, { message: String(error) })
      })
    }
  })
  await boss.work(dayQueue, { pollingIntervalSeconds: pause }, async () => {
    await gatherDay(db, enqueue, new Date())
    await requeue(db, enqueue, new Date())
  })
  const stopRelay = repeat(() => relay(db, enqueue, new Date()), pause * 1_000, onError)
  return async () => {
    await stopRelay()
    await boss.stop({ timeout: 10_000 })
    mailer.close()
  }
}

/** Jobs are written by the transaction that the e-mails are written in; each has its e-mail's id, so that none is queued twice. */
function enqueueWith(boss: PgBoss): Enqueue {
  return async (tx, mails) => {
    const executeSql = async (text: string, values: unknown[]) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values.map((value) => value ?? null)) })
    await boss.insert(mails.map((mail) => ({ id: mail, name: mailQueue, data: { mail } })), { db: { executeSql } })
  }
}

/** Does something over and over: again at once while there is more to do, and after a pause where there was nothing, or it failed. */
function repeat(once: () => Promise<number>, pause: number, onError: (error: unknown) => void): () => Promise<void> {
  const stopping = new AbortController()
  const rest = () => wait(pause, undefined, { signal: stopping.signal }).catch(() => {})
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const done = await once().catch((error: unknown) => {
        onError(error)
        return 0
      })
      if (done === 0) await rest()
    }
  }
  const running = loop()
  return async () => {
    stopping.abort()
    await running
  }
}
