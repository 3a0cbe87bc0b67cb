import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import type { Result } from '@/lib/errors'
import { comment } from '@/lib/proposals/comments'
import { decideProposal } from '@/lib/proposals/decide'
import { reviseProposal, submitProposal, withdrawProposal } from '@/lib/proposals/service'
import { undoProposal } from '@/lib/proposals/undo'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { decided as decide, newDataset, sent as send } from '@/scripts/testing/proposals'
import { withUsualLimits } from '@/scripts/testing/usual-limits'
import { clearFull, take } from './bucket'
import { allowReading, readingPolicy } from './reading'
import { allowSignIn } from './sign-in'

let db: PrismaClient
let made = 0
beforeAll(async () => {
  db = await freshCatalog()
})
afterAll(() => db.$disconnect())
withUsualLimits()

const input = () => ({ changes: [newDataset(`Limited ${++made}`, 'drug')] })

/** Somebody who has been here for two days. */
async function settled(name: string, role: Viewer['role'] = 'contributor'): Promise<Viewer> {
  const one = await person(db, name, role)
  await db.$executeRaw`UPDATE "user" SET created_at = created_at - interval '2 days' WHERE id = ${one.id}::uuid`
  return one
}

/** Lets the clock of all buckets run on. */
async function pass(seconds: number): Promise<void> {
  await db.$executeRaw`UPDATE bucket SET full_at = full_at - make_interval(secs => ${seconds})`
}

const submit = (one: Viewer) => send(db, one, ...input().changes)
const accept = async (id: number) => decide(db, await person(db, 'Decider', 'maintainer'), id, 'accepted')

/** Does something `times` times, all of which must work, and once more, which must not; answers why not. */
async function exhaust(times: number, act: (at: number) => Promise<Result<unknown>>): Promise<Result<unknown>> {
  for (let at = 0; at < times; at++) expect(await act(at)).toMatchObject({ ok: true })
  const one = await act(times)
  expect(one).toMatchObject({ ok: false, code: 'limited', retryAfter: expect.any(Number) })
  return one
}

const retryAfter = (result: Result<unknown>) => (result.ok ? undefined : result.retryAfter) ?? 0

describe('a bucket', () => {
  it('gives what it holds, then one each interval, and holds no more however long it waits', async () => {
    const rate = { burst: 3, seconds: 60 }
    const several = async (times: number) => {
      const waits = []
      for (let at = 0; at < times; at++) waits.push(await take(db, 'one', rate))
      return waits.map((wait) => wait > 0)
    }
    expect(await several(5)).toEqual([false, false, false, true, true])
    await pass(60)
    expect(await several(2)).toEqual([false, true])
    await pass(59)
    const wait = await take(db, 'one', rate)
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(1)
    await pass(86_400)
    expect(await several(4)).toEqual([false, false, false, true])
  })

  it('of one is one', async () => {
    expect([await take(db, 'single', { burst: 1, seconds: 60 }), await take(db, 'single', { burst: 1, seconds: 60 })]).toEqual([0, 60])
  })

  it('gives no more than it holds, however many take at once', async () => {
    const waits = await Promise.all(Array.from({ length: 40 }, () => take(db, 'crowd', { burst: 10, seconds: 60 })))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
  })

  it('gets back what a transaction took that failed', async () => {
    const rate = { burst: 1, seconds: 60 }
    await expect(db.$transaction(async (tx) => {
      expect(await take(tx, 'failed', rate)).toBe(0)
      throw new Error('later')
    })).rejects.toThrow('later')
    expect(await take(db, 'failed', rate)).toBe(0)
  })

  it('goes once it is full again', async () => {
    await take(db, 'gone', { burst: 1, seconds: 1 })
    await take(db, 'stays', { burst: 1, seconds: 3600 })
    await pass(10)
    await clearFull(db)
    const left = (await db.bucket.findMany({ where: { key: { in: ['gone', 'stays'] } } })).map(({ key }) => key)
    expect(left).toEqual(['stays'])
  })
})

describe('signing in', () => {
  it('can be begun ten times from an address, and again half a minute later', async () => {
    const refused = await exhaust(10, (at) => allowSignIn(db, { address: '192.0.2.1', person: `p${at}@example.org` }))
    expect(retryAfter(refused)).toBeLessThanOrEqual(30)
    expect(refused).toMatchObject({ message: expect.stringContaining('from your address') })
    expect(await allowSignIn(db, { address: '192.0.2.2', person: null })).toMatchObject({ ok: true })
    await pass(30)
    expect(await allowSignIn(db, { address: '192.0.2.1', person: null })).toMatchObject({ ok: true })
  })

  it('can be begun ten times for a person, from wherever and however they are written', async () => {
    const refused = await exhaust(10, (at) => allowSignIn(db, { address: `198.51.100.${at}`, person: at % 2 ? 'Rosa@Example.org' : ' rosa@example.org' }))
    expect(refused).toMatchObject({ message: expect.stringContaining('as this person') })
  })

  it('keeps no address that could be read', async () => {
    await allowSignIn(db, { address: '203.0.113.77', person: 'secret@example.org' })
    expect((await db.bucket.findMany()).some(({ key }) => /203\.0|secret/.test(key))).toBe(false)
  })
})

describe('newcomers', () => {
  it('have three that wait on their first day, and room again after a decision', async () => {
    const rosa = await person(db, 'Rosa')
    const ids: number[] = []
    const refused = await exhaust(3, async () => {
      const sent = await submitProposal(db, rosa, input())
      if (sent.ok) ids.push(sent.value.id)
      return sent
    })
    expect(retryAfter(refused)).toBeGreaterThan(86_000)
    await decideProposal(db, await person(db, 'Max', 'maintainer'), { proposal: ids[0] ?? 0, version: 1, verdict: 'rejected', reason: 'No.' }, new Date())
    expect(await submitProposal(db, rosa, input())).toMatchObject({ ok: true })
  })

  it('have three that wait also where all are sent at once', async () => {
    const rosa = await person(db, 'Rosa')
    const sent = await Promise.all(Array.from({ length: 8 }, () => submitProposal(db, rosa, input())))
    expect(sent.filter(({ ok }) => ok)).toHaveLength(3)
    expect(await db.proposal.count({ where: { proposerId: rosa.id } })).toBe(3)
  })

  it('send five, and one more each ten minutes', async () => {
    const rosa = await settled('Rosa')
    const refused = await exhaust(5, () => submitProposal(db, rosa, input()))
    expect(retryAfter(refused)).toBeLessThanOrEqual(600)
    expect(retryAfter(refused)).toBeGreaterThan(590)
    expect(refused).toMatchObject({ message: 'You have sent much in a short time. Try again in 10 minutes.' })
    await pass(600)
    await exhaust(1, () => submitProposal(db, rosa, input()))
  })

  it('are none once something of theirs is accepted', async () => {
    const rosa = await person(db, 'Rosa')
    await accept(await submit(rosa))
    await exhaust(30, () => submitProposal(db, rosa, input()))
  })

  it('lose none of what they may send by what is wrong in itself', async () => {
    const rosa = await settled('Rosa')
    for (let at = 0; at < 10; at++) expect(await submitProposal(db, rosa, { changes: [] })).toMatchObject({ code: 'invalid' })
    await exhaust(5, () => submitProposal(db, rosa, input()))
  })
})

describe('whatever else is sent', () => {
  it('is thirty at once, and one more each minute: versions, comments, a withdrawal alike', async () => {
    const rosa = await settled('Rosa')
    const proposal = await submit(rosa)
    let version = 0
    for (let at = 0; at < 10; at++) expect(await reviseProposal(db, rosa, { proposal, version: ++version, input: input() })).toMatchObject({ ok: true })
    const say = () => comment(db, rosa, { proposal, body: 'A word.' })
    const refused = await exhaust(20, say)
    expect(retryAfter(refused)).toBeLessThanOrEqual(60)
    expect(await reviseProposal(db, rosa, { proposal, version: 11, input: input() })).toMatchObject({ code: 'limited' })
    expect(await withdrawProposal(db, rosa, { proposal, version: 11 })).toMatchObject({ code: 'limited' })
    await pass(60)
    expect(await withdrawProposal(db, rosa, { proposal, version: 11 })).toMatchObject({ ok: true })
    expect(await say()).toMatchObject({ code: 'limited' })
  })

  it('leaves what was refused as it was, without an event', async () => {
    const rosa = await settled('Rosa')
    const proposal = await submit(rosa)
    await exhaust(30, () => comment(db, rosa, { proposal, body: 'A word.' }))
    expect(await db.comment.count({ where: { proposalId: proposal } })).toBe(30)
    expect(await db.event.count({ where: { proposalId: proposal, kind: 'commented' } })).toBe(30)
  })
})

describe('maintainers', () => {
  it.each(['maintainer', 'admin'] as const)('as %s are no newcomers, and decide as often as they like', async (role) => {
    const [mia, rosa] = [await person(db, 'Mia', role), await settled('Rosa')]
    await accept(await submit(rosa))
    for (let at = 0; at < 31; at++) {
      await pass(60)
      const decided = await decideProposal(db, mia, { proposal: await submit(rosa), version: 1, verdict: 'rejected', reason: 'No.' }, new Date())
      expect(decided).toMatchObject({ ok: true })
    }
    await exhaust(30, () => submitProposal(db, mia, input()))
  })

  it('undo within the limits of what is sent', async () => {
    const [mia, rosa] = [await person(db, 'Mia', 'maintainer'), await person(db, 'Rosa')]
    const proposal = await submit(rosa)
    await accept(proposal)
    await exhaust(30, () => submitProposal(db, mia, input()))
    expect(await undoProposal(db, mia, { proposal, rationale: '' })).toMatchObject({ code: 'limited' })
  })
})

it('a setting widens a limit, or lifts it', async () => {
  vi.stubEnv('PORTAL_LIMIT_PENDING', '1')
  const rosa = await person(db, 'Rosa')
  await exhaust(1, () => submitProposal(db, rosa, input()))
  vi.stubEnv('PORTAL_LIMIT_PENDING', 'off')
  vi.stubEnv('PORTAL_LIMIT_PROPOSALS', '2/60')
  const ruben = await person(db, 'Ruben')
  const refused = await exhaust(2, () => submitProposal(db, ruben, input()))
  expect(retryAfter(refused)).toBeLessThanOrEqual(60)
})

describe('reading', () => {
  it('is counted by address, in what is made anew', async () => {
    vi.stubEnv('PORTAL_LIMIT_READING', '2/10')
    const asked = async (address: string | null) => (await allowReading(db, address)).ok
    expect([await asked('192.0.2.1'), await asked('192.0.2.1'), await asked('192.0.2.1'), await asked('192.0.2.2'), await asked(null)]).toEqual([true, true, false, true, true])
    expect(await allowReading(db, '192.0.2.1')).toMatchObject({ code: 'limited', retryAfter: expect.any(Number) })
    expect((await db.bucket.findMany({ where: { key: { contains: '192.0.2' } } })).length).toBe(0)
    await pass(10)
    expect(await asked('192.0.2.1')).toBe(true)
    expect(readingPolicy()).toEqual({ 'RateLimit-Policy': '"reading";q=2;w=20' })
  })

  it('leaves no buckets behind of those who came once', async () => {
    vi.stubEnv('PORTAL_LIMIT_READING', '2/10')
    await db.bucket.deleteMany()
    for (let round = 0; round < 3; round++) {
      for (let reader = 0; reader < 50; reader++) expect(await allowReading(db, `198.51.100.${reader}-${round}`)).toMatchObject({ ok: true })
      await pass(20)
    }
    expect(await db.bucket.count()).toBeLessThanOrEqual(100)
  })

  it('can be left uncounted', async () => {
    vi.stubEnv('PORTAL_LIMIT_READING', 'off')
    expect([readingPolicy(), await allowReading(db, '192.0.2.3')]).toEqual([{}, { ok: true, value: null }])
  })
})
