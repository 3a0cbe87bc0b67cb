import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { comment } from '@/lib/proposals/comments'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { decided, newDataset, newSubfield, sent } from '@/scripts/testing/proposals'
import { askAddress, confirmAddress, readLink, removeAddress } from './address'
import { inbox, openNotice, readAll, unreadOf } from './inbox'
import { printAddressAsked, printUnsubscribing } from './links'
import { noticeSettings, setPaces } from './settings'
import { seal } from './token'
import { ending, unsubscribe } from './unsubscribe'
import { full, unwatch, watch, watching } from './watching'

const secret = 'a secret of the tests, long enough'
const now = new Date('2026-11-25T12:00:00Z')

let db: PrismaClient
let ada: Viewer, mia: Viewer
beforeAll(async () => {
  db = await freshCatalog()
})
afterAll(() => db.$disconnect())
beforeEach(async () => {
  ada = await person(db, 'Ada')
  mia = await person(db, 'Mia', 'maintainer')
})

/** The events of a person, which hold no address. */
async function events(one: Viewer): Promise<string[]> {
  const found = await db.event.findMany({ where: { actorId: one.id }, select: { kind: true, data: true }, orderBy: { id: 'asc' } })
  expect(JSON.stringify(found)).not.toContain('@')
  return found.map(({ kind }) => kind)
}

let made = 0
const rejected = async () => {
  const id = await sent(db, ada, newDataset(`Read ${++made}`))
  await decided(db, mia, id, 'rejected', 'No.')
  return id
}

describe('the inbox', () => {
  it('lists one’s own, newest first, in pages, and counts what is new', async () => {
    const id = await rejected()
    for (let count = 0; count < 51; count++) await comment(db, mia, { proposal: id, body: `Word ${count}` })
    const first = await inbox(db, ada)
    if (!first.ok) throw new Error(first.message)
    expect(first.value.items).toHaveLength(50)
    expect(first.value.items[0]).toMatchObject({ kind: 'commented', said: 'Word 50', path: `/proposals/${id}`, own: true, read: false, actor: 'Mia' })
    expect(first.value.unread).toBe(52)
    const second = await inbox(db, ada, { before: BigInt(first.value.more ?? 0) })
    expect(second.ok && second.value.items.map(({ kind }) => kind)).toEqual(['commented', 'decided'])
    expect(second.ok && second.value.more).toBeNull()
    expect(await readAll(db, ada, BigInt(first.value.items[1]?.id ?? 0), now)).toEqual({ ok: true, value: { read: 51 } })
    expect(await unreadOf(db, ada.id)).toBe(1)
    expect(await inbox(db, mia)).toMatchObject({ value: { items: [], unread: 0 } })
  })

  it('leads to what a notice tells of, and not to another’s', async () => {
    const id = await rejected()
    const { id: notice } = await db.notice.findFirstOrThrow({ where: { proposalId: id } })
    expect(await openNotice(db, mia, notice, now)).toMatchObject({ code: 'not-found' })
    expect(await unreadOf(db, ada.id)).toBe(1)
    expect(await openNotice(db, ada, notice, now)).toEqual({ ok: true, value: { path: `/proposals/${id}` } })
    expect(await unreadOf(db, ada.id)).toBe(0)
    expect(await events(ada)).toEqual(['submitted'])
  })

  it('leads who may not see a proposal to what it is about, and names nobody', async () => {
    const wim = await person(db, 'Wim')
    await watch(db, wim, { what: 'all' })
    const [edit, add] = [await sent(db, ada, await newSubfield(db, 'biomistral', 'Clinic')), await sent(db, ada, newDataset(`Read ${++made}`, 'drug'))]
    await decided(db, mia, edit, 'accepted')
    const found = await inbox(db, wim)
    const { revision } = await db.document.findUniqueOrThrow({ where: { id: 1 } })
    expect(found.ok && found.value.items).toMatchObject([
      { kind: 'changed', actor: 'Mia', said: 'Good.', path: `/log?before=${revision + 1}#r${revision}` },
      { kind: 'proposed', proposal: add, actor: null, said: '', path: '/sections/drug' },
      { kind: 'proposed', proposal: edit, actor: null, said: '', path: '/models/biomistral' },
    ])
    await watch(db, mia, { what: 'all' })
    const next = await sent(db, ada, newDataset(`Read ${++made}`))
    expect(await inbox(db, mia)).toMatchObject({ value: { items: [{ kind: 'proposed', actor: 'Ada', said: 'Because it is so.', path: `/review/${next}` }] } })
    for (const one of [wim, mia]) await unwatch(db, one, { what: 'all' })
  })
})

describe('watching', () => {
  it('is done and undone, once each, with an event', async () => {
    const clip = { what: 'entry', kind: 'model', slug: 'biomistral' } as const
    const done = await Promise.all([1, 2, 3].map(() => watch(db, ada, clip)))
    expect(done).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: { name: 'BioMistral' } })))
    await watch(db, ada, { what: 'section', slug: 'text' })
    await watch(db, ada, { what: 'all' })
    await watch(db, ada, { what: 'all' })
    const found = await watching(db, ada, clip)
    expect(found).toMatchObject({ value: { all: true, asked: { name: 'BioMistral', watched: true, section: { slug: 'language-models' } } } })
    expect(found.ok && found.value.items.map(({ name }) => name)).toEqual(['Text', 'BioMistral'])
    expect(await watching(db, ada, { what: 'section', slug: 'drug' })).toMatchObject({ value: { asked: { name: 'Drug', watched: false } } })
    await unwatch(db, ada, clip)
    await unwatch(db, ada, clip)
    expect(await events(ada)).toEqual(['watched', 'watched', 'watched', 'unwatched'])
  })

  it('is of what is in the catalog', async () => {
    expect(await watch(db, ada, { what: 'section', slug: 'nowhere' })).toMatchObject({ code: 'not-found' })
    expect(await watch(db, ada, { what: 'entry', kind: 'model', slug: 'nothing' })).toMatchObject({ code: 'not-found' })
    expect(await watching(db, ada, { what: 'entry', kind: 'model', slug: 'nothing' })).toMatchObject({ value: { asked: null } })
    expect(await events(ada)).toEqual([])
  })
})

it('nobody watches more than a thousand', async () => {
  const eager = await person(db, 'Eager')
  const { id } = await db.section.findFirstOrThrow({ select: { id: true } })
  await db.$executeRaw`
    WITH made AS (INSERT INTO entry (id, kind, section_id, slug, rank, name, name_key, cells, removed)
      SELECT gen_random_uuid(), 'table', ${id}::uuid, 'much-' || n, 'zz' || n, 'Much', 'much', '{-}', true FROM generate_series(1, 1000) n RETURNING id)
    INSERT INTO watch (id, person_id, entry_id) SELECT gen_random_uuid(), ${eager.id}::uuid, id FROM made`
  expect(await watch(db, eager, { what: 'all' })).toEqual(full)
  expect(await watch(db, eager, { what: 'entry', kind: 'table', slug: 'much-7' })).toMatchObject({ ok: true })
  expect(await unwatch(db, eager, { what: 'entry', kind: 'table', slug: 'much-7' })).toMatchObject({ ok: true })
  expect(await watch(db, eager, { what: 'all' })).toMatchObject({ ok: true })
  expect(await watching(db, eager)).toMatchObject({ value: { all: true, items: { length: 999 } } })
})

describe('the settings', () => {
  it('keep what is chosen, and tell it by an event only where it is new', async () => {
    expect(await setPaces(db, ada, { decided: 'daily', commented: 'at_once' })).toEqual({ ok: true, value: { changed: ['decided'] } })
    expect(await setPaces(db, ada, { decided: 'daily' })).toEqual({ ok: true, value: { changed: [] } })
    expect(await setPaces(db, ada, { queue: 'at_once' as 'daily' })).toMatchObject({ code: 'invalid' })
    const found = await noticeSettings(db, ada)
    expect(found.ok && found.value.kinds.find(({ kind }) => kind === 'decided')?.pace).toBe('daily')
    expect(found.ok && found.value.kinds.map(({ kind }) => kind)).not.toContain('queue')
    expect(await events(ada)).toEqual(['notices_set'])
  })
})

describe('an address', () => {
  const mails: { address: string; token: string }[] = []
  const send = async (address: string, token: string) => void mails.push({ address, token })

  it('counts once its link was followed, and until it is taken back', async () => {
    expect(await askAddress(db, ada, { address: ' ada@example.org ' }, { secret, now, send })).toEqual({ ok: true, value: { address: 'ada@example.org' } })
    expect(await noticeSettings(db, ada)).toMatchObject({ value: { address: null } })
    const token = mails.at(-1)?.token ?? ''
    expect(readLink(mia, secret, token, now)).toMatchObject({ code: 'forbidden' })
    expect(await confirmAddress(db, mia, token, { secret, now })).toMatchObject({ code: 'forbidden' })
    expect(await confirmAddress(db, ada, token, { secret, now: new Date(now.getTime() + 3_600_001) })).toMatchObject({ code: 'not-found' })
    expect(await confirmAddress(db, ada, `${token}x`, { secret, now })).toMatchObject({ code: 'not-found' })
    expect(await confirmAddress(db, ada, token, { secret, now })).toEqual({ ok: true, value: { address: 'ada@example.org' } })
    expect(await noticeSettings(db, ada)).toMatchObject({ value: { address: { address: 'ada@example.org', given: true } } })
    await removeAddress(db, ada)
    await removeAddress(db, ada)
    expect(await noticeSettings(db, ada)).toMatchObject({ value: { address: null } })
    expect(await events(ada)).toEqual(['address_asked', 'address_confirmed', 'address_removed'])
  })

  it('that one signs in by counts too, and gives way to another', async () => {
    await db.user.update({ where: { id: ada.id }, data: { email: `${ada.id}@example.org`, emailVerified: now } })
    expect(await noticeSettings(db, ada)).toMatchObject({ value: { address: { address: `${ada.id}@example.org`, given: false } } })
    await confirmAddress(db, ada, seal(secret, 'address', printAddressAsked({ person: ada.id, address: 'other@example.org', until: now })), { secret, now })
    expect(await noticeSettings(db, ada)).toMatchObject({ value: { address: { address: 'other@example.org', given: true } } })
  })

  it('is not written to without end, nor without a mail server', async () => {
    const ask = (at = now) => askAddress(db, ada, { address: 'ada@example.org' }, { secret, now: at, send })
    await db.user.update({ where: { id: ada.id }, data: { createdAt: now } })
    const at = new Date()
    const all = await Promise.all(Array.from({ length: 7 }, () => ask(at)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(5)
    expect(all.find(({ ok }) => !ok)).toMatchObject({ code: 'conflict' })
    expect(await ask(new Date(at.getTime() + 86_400_000 + 60_000))).toMatchObject({ ok: true })
    expect(await askAddress(db, mia, { address: 'no' }, { secret, now, send })).toMatchObject({ code: 'invalid', fields: { address: 'Give an e-mail address.' } })
    expect(await askAddress(db, mia, { address: 'mia@example.org' }, { secret, now, send: null })).toMatchObject({ code: 'unavailable' })
    expect(await askAddress(db, mia, { address: 'mia@example.org' }, { secret, now, send: () => Promise.reject(new Error('away')) })).toMatchObject({ code: 'unavailable' })
  })
})

describe('an unsubscribe link', () => {
  const link = (scope: 'decided' | 'daily') => seal(secret, 'unsubscribe', printUnsubscribing({ person: ada.id, scope }))

  it('ends one kind, what comes daily, or all, and is recorded once', async () => {
    expect(await ending(db, secret, link('decided'))).toEqual({ ok: true, value: { scope: 'decided', kinds: ['decided'] } })
    expect(await unsubscribe(db, secret, link('decided'), 'these')).toEqual({ ok: true, value: { ended: ['decided'] } })
    expect(await unsubscribe(db, secret, link('decided'), 'these')).toEqual({ ok: true, value: { ended: [] } })
    expect(await ending(db, secret, link('daily'))).toMatchObject({ value: { kinds: ['amended', 'proposed', 'changed', 'queue'] } })
    expect(await unsubscribe(db, secret, link('daily'), 'these')).toMatchObject({ value: { ended: ['amended', 'proposed', 'changed', 'queue'] } })
    expect(await unsubscribe(db, secret, link('daily'), 'all')).toMatchObject({ value: { ended: ['changes_requested', 'commented', 'undone', 'revised'] } })
    expect(await events(ada)).toEqual(['unsubscribed', 'unsubscribed', 'unsubscribed'])
  })

  it('that is not whole, or of nobody, ends nothing', async () => {
    const nobody = seal(secret, 'unsubscribe', printUnsubscribing({ person: '00000000-0000-7000-8000-000000000000', scope: 'daily' }))
    for (const token of ['', 'x.y', `${link('daily')}x`, nobody, seal('another secret of somebody else’s', 'unsubscribe', printUnsubscribing({ person: ada.id, scope: 'daily' }))]) {
      expect(await unsubscribe(db, secret, token, 'all')).toMatchObject({ code: 'not-found' })
      expect(await ending(db, secret, token)).toMatchObject({ code: 'not-found' })
    }
  })
})
