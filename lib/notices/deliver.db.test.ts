import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { comment } from '@/lib/proposals/comments'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { decided, newDataset, sent } from '@/scripts/testing/proposals'
import { deliver, type Send } from './deliver'
import { readAll } from './inbox'
import type { Written } from './mail-text'
import { gatherDay, relay, requeue, type Enqueue } from './outbox'
import { setPaces } from './settings'
import { unsubscribe } from './unsubscribe'

const secret = 'a secret of the tests, long enough'
const publicOrigin = 'https://catalog.example'
const hour = 3_600_000

let db: PrismaClient
let ada: Viewer, mia: Viewer
let queued: string[]
let letters: { to: string; letter: Written }[]
const enqueue: Enqueue = async (_, mails) => void queued.push(...mails)
const send: Send = async (to, letter) => void letters.push({ to, letter })
const delivery = (over: Partial<Parameters<typeof deliver>[2]> = {}) => ({ secret, publicOrigin, send, now: new Date(), last: false, ...over })

beforeAll(async () => {
  db = await freshCatalog()
})
afterAll(() => db.$disconnect())
beforeEach(async () => {
  queued = []
  letters = []
  // What an earlier test left waiting is not this one's.
  await db.notice.updateMany({ data: { waits: null } })
  await db.proposal.updateMany({ where: { state: 'submitted' }, data: { state: 'withdrawn' } })
  ada = await addressed('Ada')
  mia = await person(db, 'Mia', 'maintainer')
})

async function addressed(name: string, role: Viewer['role'] = 'contributor'): Promise<Viewer> {
  const one = await person(db, name, role)
  await db.noticeAddress.create({ data: { personId: one.id, address: `${name.toLowerCase()}@example.org`, confirmedAt: new Date() } })
  return one
}

let made = 0
async function rejected(reason = 'It has no paper.'): Promise<number> {
  const id = await sent(db, ada, newDataset(`Mailed ${++made}`))
  await decided(db, mia, id, 'rejected', reason)
  return id
}

describe('an e-mail at once', () => {
  it('tells what happened, in its proposal’s thread, with the one click that ends it', async () => {
    const id = await rejected('It has <no> paper.')
    await relay(db, enqueue, new Date())
    expect(queued).toHaveLength(1)
    expect(await deliver(db, queued[0] ?? '', delivery())).toBe('sent')
    const [{ to, letter } = { to: '', letter: {} as Written }] = letters
    const notice = await db.notice.findFirstOrThrow({ where: { proposalId: id } })
    expect(to).toBe('ada@example.org')
    expect(letter).toMatchObject({ subject: `Add Mailed ${made} (proposal ${id})`, messageId: `<notice-${notice.id}@catalog.example>`, references: [`<proposal-${id}@catalog.example>`] })
    expect(letter.text).toContain(`Mia rejected your proposal.`)
    expect(letter.text).toContain(`${publicOrigin}/proposals/${id}`)
    expect(letter.text).toContain('> It has <no> paper.')
    expect(letter.html).toContain('It has &lt;no&gt; paper.')
    expect(letter.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const token = /unsubscribe\/([^>]+)>/.exec(letter.headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
    expect(await unsubscribe(db, secret, token, 'these')).toEqual({ ok: true, value: { ended: ['decided'] } })
    await rejected()
    await relay(db, enqueue, new Date())
    expect(queued).toHaveLength(1)
  })

  it('is sent once, by however many workers, and never to whoever did it', async () => {
    await rejected()
    await Promise.all([1, 2, 3, 4].map(() => relay(db, enqueue, new Date())))
    expect(queued).toHaveLength(1)
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => deliver(db, queued[0] ?? '', delivery())))
    expect(outcomes.filter((one) => one.status === 'fulfilled' && one.value === 'sent')).toHaveLength(1)
    expect(await deliver(db, queued[0] ?? '', delivery())).toBe('done')
    expect(letters).toHaveLength(1)
  })

  it('is tried again where the mail server refuses, and by another where whoever sent it died', async () => {
    await rejected()
    await relay(db, enqueue, new Date())
    const mail = queued[0] ?? ''
    const busy = { send: () => Promise.reject(Object.assign(new Error('<ada@example.org> busy'), { code: 'EENVELOPE', responseCode: 451 })) }
    // What is thrown is logged: no address stands in it.
    await expect(deliver(db, mail, delivery(busy))).rejects.toThrow(/^the mail server did not take e-mail [\da-f-]+: EENVELOPE 451$/)
    const now = new Date()
    await db.mail.update({ where: { id: mail }, data: { claimedUntil: new Date(now.getTime() + 1000) } })
    await expect(deliver(db, mail, delivery({ now }))).rejects.toThrow('by another')
    expect(await deliver(db, mail, delivery({ now: new Date(now.getTime() + 1001) }))).toBe('sent')
    expect(letters).toHaveLength(1)
  })

  it('waits for a mailbox that is full', async () => {
    await rejected()
    await relay(db, enqueue, new Date())
    const mail = queued[0] ?? ''
    const response = '552 5.2.2 <ada@example.org> is over quota'
    const full = { send: () => Promise.reject(Object.assign(new Error(response), { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 552, response })) }
    await expect(deliver(db, mail, delivery(full))).rejects.toThrow(/EENVELOPE 552$/)
    expect(await deliver(db, mail, delivery())).toBe('sent')
  })

  it('is given up where the mail server says that it will never take it, and after the last time', async () => {
    await rejected()
    await rejected()
    await relay(db, enqueue, new Date())
    const never = { send: () => Promise.reject(Object.assign(new Error('<ada@example.org> unknown'), { code: 'EENVELOPE', responseCode: 550 })) }
    const away = { send: () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNECTION' })), last: true }
    const vague = { send: () => Promise.reject(new Error('what')), last: true }
    expect(await deliver(db, queued[0] ?? '', delivery(never))).toBe('dropped')
    expect(await deliver(db, queued[1] ?? '', delivery(away))).toBe('dropped')
    const problems = await db.mail.findMany({ where: { id: { in: queued } }, select: { problem: true }, orderBy: { problem: 'asc' } })
    expect(problems.map(({ problem }) => problem)).toEqual(['ECONNECTION', 'EENVELOPE 550'])
    await rejected()
    await relay(db, enqueue, new Date())
    expect(await deliver(db, queued[2] ?? '', delivery(vague))).toBe('dropped')
    await expect(db.$executeRaw`UPDATE mail SET dropped_at = NULL, problem = NULL WHERE id = ${queued[2]}::uuid`).rejects.toThrow('stays so')
  })

  it('goes by the settings as they are when it is due', async () => {
    await rejected()
    await setPaces(db, ada, { decided: 'daily' })
    await relay(db, enqueue, new Date())
    expect(queued).toEqual([])
    expect(await db.notice.count({ where: { recipientId: ada.id, waits: 'daily' } })).toBe(1)
    await setPaces(db, ada, { decided: 'at_once' })
    await rejected()
    await relay(db, enqueue, new Date())
    await db.noticeAddress.deleteMany({ where: { personId: ada.id } })
    expect(await deliver(db, queued[0] ?? '', delivery())).toBe('dropped')
    await rejected()
    expect(letters).toEqual([])
  })

  it('is not written of what is three days old', async () => {
    await rejected()
    expect(await relay(db, enqueue, new Date(Date.now() + 73 * hour))).toBe(1)
    expect(queued).toEqual([])
    expect(await db.notice.count({ where: { recipientId: ada.id, waits: { not: null } } })).toBe(0)
  })

  it.each([
    ['former', { role: 'contributor' }],
    ['blocked', { blockedAt: new Date(), blockReason: 'Spam.' }],
  ] as const)('tells a %s maintainer nothing of what was said', async (_, data) => {
    const former = await addressed('Former', 'maintainer')
    const id = await sent(db, ada, newDataset(`Mailed ${++made}`))
    await comment(db, former, { proposal: id, body: 'One.' })
    await comment(db, mia, { proposal: id, body: 'A secret.' })
    await db.user.update({ where: { id: former.id }, data })
    await comment(db, mia, { proposal: id, body: 'Another secret.' })
    await relay(db, enqueue, new Date())
    for (const mail of queued) await deliver(db, mail, delivery())
    expect(letters.filter(({ to }) => to === 'former@example.org')).toHaveLength(1)
    const letter = letters.find(({ to }) => to === 'former@example.org')?.letter
    expect(letter?.text).toContain('Somebody commented')
    expect(`${letter?.text} ${letter?.html}`).not.toMatch(/secret|Mia|proposals\/|review\/\d/)
  })
})

describe('the day’s e-mail', () => {
  const atSix = new Date(Date.now() + 6 * hour)

  it('tells of all that waits for it and was not read, once', async () => {
    await setPaces(db, ada, { decided: 'daily', commented: 'daily' })
    await rejected('Read already.')
    await readAll(db, ada, (await db.notice.findFirstOrThrow({ orderBy: { id: 'desc' } })).id, new Date())
    await rejected('One.')
    const id = await rejected('Two.')
    await comment(db, mia, { proposal: id, body: 'Three.' })
    expect(await relay(db, enqueue, new Date())).toBe(0)
    await Promise.all([gatherDay(db, enqueue, atSix), gatherDay(db, enqueue, atSix)])
    expect(queued).toHaveLength(1)
    expect(await gatherDay(db, enqueue, atSix)).toEqual([])
    await deliver(db, queued[0] ?? '', delivery())
    const [{ letter } = { letter: {} as Written }] = letters
    expect(letter.subject).toBe(`The catalog on ${atSix.toISOString().slice(0, 10)}`)
    for (const said of ['One.', 'Two.', 'Three.']) expect(letter.text).toContain(said)
    expect(letter.text).not.toContain('Read already.')
    const token = /unsubscribe\/([^>]+)>/.exec(letter.headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
    expect(await unsubscribe(db, secret, token, 'these')).toMatchObject({ value: { ended: expect.arrayContaining(['decided', 'commented', 'proposed']) as string[] } })
    expect(await unsubscribe(db, secret, token, 'these')).toEqual({ ok: true, value: { ended: [] } })
  })

  it('tells no more than fifty at length, however much waits, and that there is more', async () => {
    const many = await addressed('Many')
    const id = await rejected('Much.')
    const { id: event } = await db.event.findFirstOrThrow({ where: { proposalId: id, kind: 'rejected' } })
    await db.$executeRaw`
      WITH told AS (INSERT INTO event (kind, actor_id, proposal_id, data) SELECT 'rejected', actor_id, proposal_id, data FROM event, generate_series(1, 1234) WHERE id = ${event} RETURNING id)
      INSERT INTO notice (recipient_id, event_id, kind, proposal_id, version, waits) SELECT ${many.id}::uuid, id, 'decided', ${id}, 1, 'daily' FROM told`
    const [mail = ''] = await gatherDay(db, enqueue, atSix)
    expect(await db.notice.count({ where: { recipientId: many.id, mailId: mail, waits: null } })).toBe(1234)
    await deliver(db, mail, delivery())
    const text = letters.find(({ to }) => to === 'many@example.org')?.letter.text ?? ''
    expect(text.split('rejected your proposal.')).toHaveLength(51)
    expect(text).toContain(`And 1184 more in your inbox\n${publicOrigin}/inbox`)
  })

  it('leaves what is old, and what nobody can be sent', async () => {
    await setPaces(db, ada, { decided: 'daily' })
    await rejected('Old.')
    expect(await gatherDay(db, enqueue, new Date(Date.now() + 80 * hour))).toEqual([])
    expect(await db.notice.count({ where: { recipientId: ada.id, waits: { not: null } } })).toBe(0)
    await rejected('New.')
    await db.noticeAddress.deleteMany({ where: { personId: ada.id } })
    expect(await gatherDay(db, enqueue, atSix)).toEqual([])
    expect(await db.notice.count({ where: { recipientId: ada.id, waits: { not: null } } })).toBe(0)
  })

  it('tells those who review of the queue, once a day, where something waits that is not their own', async () => {
    const reviewer = await addressed('Rita', 'maintainer')
    await sent(db, reviewer, newDataset(`Mailed ${++made}`))
    expect(await gatherDay(db, enqueue, atSix)).toEqual([])
    const id = await sent(db, ada, newDataset(`Mailed ${++made}`))
    await Promise.all([gatherDay(db, enqueue, atSix), gatherDay(db, enqueue, atSix)])
    expect(queued).toHaveLength(1)
    await deliver(db, queued[0] ?? '', delivery())
    expect(letters[0]?.letter.text).toContain('One proposal waits for a decision.')
    expect(letters[0]?.letter.text).toContain(`${publicOrigin}/review/${id}`)
    expect(await gatherDay(db, enqueue, new Date(atSix.getTime() + 24 * hour))).toHaveLength(1)
    await setPaces(db, reviewer, { queue: 'never' })
    expect(await deliver(db, queued[1] ?? '', delivery())).toBe('dropped')
    expect(await gatherDay(db, enqueue, new Date(atSix.getTime() + 48 * hour))).toEqual([])
  })
})

it('e-mails whose jobs were lost are queued again', async () => {
  await rejected()
  await relay(db, async () => {}, new Date())
  expect(await requeue(db, enqueue, new Date())).toBe(0)
  expect(await requeue(db, enqueue, new Date(Date.now() + 2 * hour))).toBe(1)
  await deliver(db, queued[0] ?? '', delivery())
  expect(await requeue(db, enqueue, new Date(Date.now() + 2 * hour))).toBe(0)
})
