import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inbox, openNotice, readAll } from '@/lib/notices/inbox'
import { noticeSettings, setPaces } from '@/lib/notices/settings'
import { unwatch, watch, watching } from '@/lib/notices/watching'
import { comment } from '@/lib/proposals/comments'
import { decideProposal } from '@/lib/proposals/decide'
import { keepDraft, readDraft, throwAway, unsentForms } from '@/lib/proposals/drafts'
import { personRecord } from '@/lib/proposals/person-record'
import { proposalView } from '@/lib/proposals/queries'
import { queue } from '@/lib/proposals/queue'
import { rejectOpen } from '@/lib/proposals/reject-open'
import { withdrawProposal } from '@/lib/proposals/service'
import { exportReadme } from '@/lib/readme/export'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { newDataset, sent } from '@/scripts/testing/proposals'
import { databaseAdapter, newSessionToken } from './adapter'
import { blockOf, blockPerson, unblockPerson } from './blocks'
import { makeFirstAdmin } from './first-admin'
import { findPeople } from './people'
import type { Viewer } from './policy'
import { grantRole } from './roles'

let db: PrismaClient
let made = 0
const now = new Date('2026-11-24T12:00:00Z')
beforeAll(async () => {
  db = await freshCatalog()
})
afterAll(() => db.$disconnect())

const submit = (one: Viewer) => sent(db, one, newDataset(`Blocked ${++made}`, 'drug'))

/** Who a session says somebody is, at a request now. */
async function seen({ id }: Viewer): Promise<Viewer> {
  const adapter = databaseAdapter(db)
  const sessionToken = newSessionToken()
  await adapter.createSession?.({ sessionToken, userId: id, expires: new Date(Date.now() + 60_000) })
  const found = await adapter.getSessionAndUser?.(sessionToken)
  if (!found) throw new Error('no session')
  const { user } = found
  return { id: user.id, name: user.name ?? null, role: user.role, blocked: user.blocked }
}

const reason = 'Advertises.'
const eventsOf = ({ id }: Viewer) => db.event.findMany({ where: { kind: { in: ['blocked', 'unblocked'] }, data: { path: ['userId'], equals: id } }, select: { kind: true, actorId: true, data: true }, orderBy: { id: 'asc' } })

describe('who is blocked', () => {
  it('changes nothing from their next request on, reads their own and why, and is let in again', async () => {
    const [mia, rosa] = [await person(db, 'Mia', 'maintainer'), await person(db, 'Rosa')]
    const proposal = await submit(rosa)
    expect(await blockPerson(db, mia, { person: rosa.id, reason })).toEqual({ ok: true, value: { id: rosa.id } })
    const me = await seen(rosa)
    expect(await withdrawProposal(db, me, { proposal, version: 1 })).toMatchObject({ code: 'forbidden', message: expect.stringContaining('blocked') })
    expect(await comment(db, me, { proposal, body: 'Please.' })).toMatchObject({ code: 'forbidden' })
    expect(await proposalView(db, me, proposal, now)).toMatchObject({ ok: true, value: { may: { comment: false, withdraw: false, revise: false } } })
    expect(await blockOf(db, me)).toMatchObject({ value: { reason, since: expect.any(Date) } })
    expect(await personRecord(db, mia, rosa.id)).toMatchObject({ value: { block: { reason }, mayBlock: true } })
    expect(await unblockPerson(db, mia, rosa.id)).toMatchObject({ ok: true })
    expect(await withdrawProposal(db, await seen(rosa), { proposal, version: 1 })).toMatchObject({ ok: true })
    expect(await blockOf(db, rosa)).toEqual({ ok: true, value: null })
    expect(await eventsOf(rosa)).toEqual([
      { kind: 'blocked', actorId: mia.id, data: { userId: rosa.id, actor: 'Mia', reason } },
      { kind: 'unblocked', actorId: mia.id, data: { userId: rosa.id, actor: 'Mia' } },
    ])
  })

  it('writes nothing even with the word of a session from before', async () => {
    const rosa = await person(db, 'Rosa')
    await blockPerson(db, 'system', { person: rosa.id, reason })
    const before = await db.proposal.count()
    await expect(submit(rosa)).rejects.toThrow(/blocked changes nothing/)
    expect(await db.proposal.count()).toBe(before)
  })

  it('keeps what was accepted, in the list and under their name', async () => {
    const [mia, rosa] = [await person(db, 'Mia', 'maintainer'), await person(db, 'Rosa')]
    await decideProposal(db, mia, { proposal: await submit(rosa), version: 1, verdict: 'accepted' }, now)
    const before = (await exportReadme(db))?.text
    await blockPerson(db, mia, { person: rosa.id, reason })
    expect((await exportReadme(db))?.text).toBe(before)
    expect(await personRecord(db, mia, rosa.id)).toMatchObject({ value: { name: 'Rosa', accepted: 1 } })
  })

  it('leaves what waits to the maintainers, who reject it for the same reason where they say so', async () => {
    const [mia, rosa] = [await person(db, 'Mia', 'maintainer'), await person(db, 'Rosa')]
    const ids = [await submit(rosa), await submit(rosa)]
    await blockPerson(db, mia, { person: rosa.id, reason })
    const waits = await queue(db, mia, { now })
    expect(waits.ok && waits.value.items.filter(({ id }) => ids.includes(id))).toHaveLength(2)
    expect(await rejectOpen(db, await seen(rosa), rosa.id, reason, now)).toMatchObject({ code: 'forbidden' })
    expect(await rejectOpen(db, mia, rosa.id, reason, now)).toEqual({ ok: true, value: { rejected: 2, left: 0 } })
    expect(await db.decision.findMany({ where: { proposalId: { in: ids } }, select: { verdict: true, reason: true } })).toEqual(ids.map(() => ({ verdict: 'rejected', reason })))
  })

  it('has the rest rejected in turns, where more waits than one request rejects', async () => {
    const [mia, rosa] = [await person(db, 'Mia', 'maintainer'), await person(db, 'Rosa')]
    for (let count = 0; count < 3; count++) await submit(rosa)
    await blockPerson(db, mia, { person: rosa.id, reason })
    expect(await rejectOpen(db, mia, rosa.id, reason, now, 2)).toEqual({ ok: true, value: { rejected: 2, left: 1 } })
    expect(await personRecord(db, mia, rosa.id)).toMatchObject({ value: { rejected: 2, waiting: 1 } })
    expect(await rejectOpen(db, mia, rosa.id, reason, now, 2)).toEqual({ ok: true, value: { rejected: 1, left: 0 } })
    expect(await rejectOpen(db, mia, rosa.id, reason, now, 2)).toEqual({ ok: true, value: { rejected: 0, left: 0 } })
  })

  it('is seen beside what waits of them, by maintainers', async () => {
    const [mia, rosa] = [await person(db, 'Mia', 'maintainer'), await person(db, 'Rosa')]
    const proposal = await submit(rosa)
    const seenBy = async (viewer: Viewer) => {
      const view = await proposalView(db, viewer, proposal, now)
      return view.ok && view.value.proposer.blocked
    }
    const listed = async () => {
      const page = await queue(db, mia, { now })
      return page.ok && page.value.items.find(({ id }) => id === proposal)?.byBlocked
    }
    expect([await seenBy(mia), await listed()]).toEqual([false, false])
    await blockPerson(db, mia, { person: rosa.id, reason })
    expect([await seenBy(mia), await listed(), await seenBy(await seen(rosa))]).toEqual([true, true, false])
  })

  it('leaves them what is their own to be read, and nothing of it to be changed', async () => {
    const [mia, rosa] = [await person(db, 'Mia', 'maintainer'), await person(db, 'Rosa')]
    await decideProposal(db, mia, { proposal: await submit(rosa), version: 1, verdict: 'rejected', reason }, now)
    await watch(db, rosa, { what: 'all' })
    await keepDraft(db, rosa, { form: 'model', over: null, title: 'Add it', content: { typed: true } })
    await blockPerson(db, mia, { person: rosa.id, reason })
    const blocked = await seen(rosa)
    const told = await inbox(db, blocked)
    expect(told).toMatchObject({ value: { unread: 1, items: [{ kind: 'decided', said: reason }] } })
    const notice = BigInt(told.ok ? (told.value.items[0]?.id ?? 0) : 0)
    expect(await openNotice(db, blocked, notice, now)).toMatchObject({ value: { path: expect.stringContaining('/proposals/') } })
    expect(await readAll(db, blocked, notice, now)).toMatchObject({ code: 'forbidden' })
    expect(await inbox(db, blocked)).toMatchObject({ value: { unread: 1 } })
    expect(await watching(db, blocked)).toMatchObject({ value: { all: true } })
    expect(await unwatch(db, blocked, { what: 'all' })).toMatchObject({ code: 'forbidden' })
    expect(await noticeSettings(db, blocked)).toMatchObject({ ok: true })
    expect(await setPaces(db, blocked, { decided: 'never' })).toMatchObject({ code: 'forbidden' })
    expect(await readDraft(db, blocked, 'model')).toEqual({ revision: 1, content: { typed: true } })
    expect(await unsentForms(db, blocked)).toMatchObject([{ title: 'Add it' }])
    expect(await throwAway(db, blocked, 'model')).toMatchObject({ code: 'forbidden' })
  })

  it('is told apart on the page of people', async () => {
    const [ada, rosa] = [await person(db, 'Ada', 'admin'), await person(db, 'Rosa')]
    await blockPerson(db, ada, { person: rosa.id, reason })
    expect(await findPeople(db, ada, rosa.id)).toMatchObject({ value: [{ blocked: true }] })
    expect(await findPeople(db, ada, ada.id)).toMatchObject({ value: [{ blocked: false }] })
  })
})

describe('blocking', () => {
  it('needs a reason, somebody who is there, and once', async () => {
    const [mia, rosa] = [await person(db, 'Mia', 'maintainer'), await person(db, 'Rosa')]
    expect(await blockPerson(db, mia, { person: rosa.id, reason: ' ' })).toMatchObject({ code: 'invalid', fields: { reason: expect.any(String) } })
    expect(await blockPerson(db, mia, { person: '01a20f93-116e-73c8-bdb5-51ed78c17f3a', reason })).toMatchObject({ code: 'not-found' })
    expect(await blockPerson(db, mia, { person: 'rosa', reason })).toMatchObject({ code: 'not-found' })
    expect(await unblockPerson(db, mia, rosa.id)).toMatchObject({ code: 'conflict' })
    const both = await Promise.all([blockPerson(db, mia, { person: rosa.id, reason }), blockPerson(db, mia, { person: rosa.id, reason })])
    expect(both.map((result) => (result.ok ? 'ok' : result.code)).toSorted()).toEqual(['conflict', 'ok'])
    expect(await eventsOf(rosa)).toHaveLength(1)
  })

  it('is done by whom the policy says now, not by a session of before', async () => {
    const [mia, max, rosa] = [await person(db, 'Mia', 'maintainer'), await person(db, 'Max', 'maintainer'), await person(db, 'Rosa')]
    expect(await blockPerson(db, mia, { person: max.id, reason })).toMatchObject({ code: 'forbidden' })
    expect(await blockPerson(db, mia, { person: mia.id, reason })).toMatchObject({ code: 'forbidden', message: 'Nobody blocks themselves.' })
    expect(await blockPerson(db, null, { person: rosa.id, reason })).toMatchObject({ code: 'signed-out' })
    await db.user.update({ where: { id: mia.id }, data: { role: 'contributor' } })
    expect(await blockPerson(db, mia, { person: rosa.id, reason })).toMatchObject({ code: 'forbidden' })
    await blockPerson(db, 'system', { person: max.id, reason })
    expect(await blockPerson(db, max, { person: rosa.id, reason })).toMatchObject({ code: 'forbidden' })
    expect(await eventsOf(rosa)).toEqual([])
  })
})

describe('admins', () => {
  it('never all go, by block or by role', async () => {
    await db.user.updateMany({ where: { role: 'admin' }, data: { role: 'contributor' } })
    const [ada, root] = [await person(db, 'Ada', 'admin'), await person(db, 'Root', 'admin')]
    const both = await Promise.all([blockPerson(db, ada, { person: root.id, reason }), blockPerson(db, root, { person: ada.id, reason })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const left = both[0]?.ok ? ada : root
    expect(await blockPerson(db, 'system', { person: left.id, reason })).toMatchObject({ code: 'conflict' })
    expect(await grantRole(db, 'system', left.id, 'maintainer')).toMatchObject({ code: 'conflict' })
    const gone = both[0]?.ok ? root : ada
    expect(await grantRole(db, gone, left.id, 'contributor')).toMatchObject({ code: 'forbidden' })
    expect(await grantRole(db, 'system', gone.id, 'contributor')).toMatchObject({ ok: true })
  })

  it('begin with whom the setting names, once', async () => {
    await db.user.updateMany({ where: { role: 'admin' }, data: { role: 'contributor' } })
    const [ada, eve] = [await person(db, 'Ada'), await person(db, 'Eve')]
    const as = ({ id }: Viewer, provider: string, providerAccountId: string) => ({ userId: id, provider, providerAccountId })
    expect(await makeFirstAdmin(db, 'github:1', as(eve, 'github', '11'))).toBe(false)
    expect(await makeFirstAdmin(db, 'github:1', as(eve, 'oidc', '1'))).toBe(false)
    expect(await makeFirstAdmin(db, 'Ada@example.org', as(eve, 'github', 'ada@example.org'))).toBe(false)
    expect(await makeFirstAdmin(db, 'Ada@example.org', as(ada, 'email', 'ada@example.org'))).toBe(true)
    expect(await makeFirstAdmin(db, 'github:1', as(eve, 'github', '1'))).toBe(false)
    expect(await seen(ada)).toMatchObject({ role: 'admin' })
    expect(await seen(eve)).toMatchObject({ role: 'contributor' })
    expect(await db.event.findFirst({ where: { kind: 'role_changed', data: { path: ['userId'], equals: ada.id } } })).toMatchObject({ actorId: null, data: { from: 'contributor', to: 'admin', first: true } })
  })
})
