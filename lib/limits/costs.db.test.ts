import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { lookUp } from '@/lib/lookup/look-up'
import { setPaces } from '@/lib/notices/settings'
import { unwatch, watch } from '@/lib/notices/watching'
import { comment } from '@/lib/proposals/comments'
import { putBack } from '@/lib/proposals/put-back'
import { reviseProposal, withdrawProposal } from '@/lib/proposals/service'
import { sendTray } from '@/lib/proposals/tray'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { newDataset, sent } from '@/scripts/testing/proposals'
import { withUsualLimits } from '@/scripts/testing/usual-limits'
import { allowSignIn } from './sign-in'

let db: PrismaClient
let made = 0
beforeAll(async () => {
  db = await freshCatalog()
})
afterAll(() => db.$disconnect())
withUsualLimits()

const input = () => ({ changes: [newDataset(`Costs ${++made}`)] })
const submit = (one: Viewer) => sent(db, one, ...input().changes)

describe('what fails as can be expected', () => {
  const tray = () => db.trayItem.deleteMany()
  const buckets = () => db.bucket.findMany({ orderBy: { key: 'asc' } })

  it('costs nothing, also where the failure is found behind the limit', async () => {
    const rosa = await person(db, 'Rosa')
    const proposal = await submit(rosa)
    await tray()
    await db.$executeRaw`INSERT INTO tray_item (user_id, change, rationale, lookups) SELECT ${rosa.id}::uuid, ${JSON.stringify(input().changes[0])}::jsonb, '', '{}' FROM generate_series(1, 200)`
    const before = await buckets()
    expect(await putBack(db, rosa, { proposal, version: 1 })).toMatchObject({ code: 'invalid' })
    expect(await reviseProposal(db, rosa, { proposal, version: 7, input: input() })).toMatchObject({ code: 'conflict' })
    expect(await reviseProposal(db, rosa, { proposal, version: 1, input: { changes: [] } })).toMatchObject({ code: 'invalid' })
    expect(await withdrawProposal(db, rosa, { proposal, version: 7 })).toMatchObject({ code: 'conflict' })
    expect(await comment(db, rosa, { proposal, body: ' ' })).toMatchObject({ code: 'invalid' })
    expect(await watch(db, rosa, { what: 'section', slug: 'nowhere' })).toMatchObject({ code: 'not-found' })
    expect(await sendTray(db, rosa, { items: [1], rationale: '' })).toMatchObject({ code: 'conflict' })
    for (const text of ['what', '@misc{', '10.1000/nothing']) expect(await lookUp(db, rosa, { text }, { now: new Date(), reach: null })).toMatchObject({ ok: false })
    expect(await buckets()).toEqual(before)
    await tray()
  })

  it('and what changes nothing costs nothing either', async () => {
    const rosa = await person(db, 'Rosa')
    await watch(db, rosa, { what: 'all' })
    const before = await buckets()
    expect(await watch(db, rosa, { what: 'all' })).toMatchObject({ ok: true })
    expect(await unwatch(db, rosa, { what: 'section', slug: 'text' })).toMatchObject({ ok: true })
    expect(await setPaces(db, rosa, { decided: 'at_once' })).toMatchObject({ ok: true })
    expect(await buckets()).toEqual(before)
  })

  it('leaves the address its tries where the person has none left', async () => {
    for (let at = 0; at < 10; at++) await allowSignIn(db, { address: `198.18.0.${at}`, person: 'Attacked' })
    for (let at = 0; at < 20; at++) expect(await allowSignIn(db, { address: '198.18.1.1', person: 'attacked' })).toMatchObject({ code: 'limited' })
    for (let at = 0; at < 10; at++) expect(await allowSignIn(db, { address: '198.18.1.1', person: null })).toMatchObject({ ok: true })
  })
})

it('settings, watching and taking back into the tray are limited with whatever else is sent', async () => {
  const rosa = await person(db, 'Rosa')
  const proposal = await submit(rosa)
  for (let at = 0; at < 30; at++) expect(await (at % 2 ? unwatch : watch)(db, rosa, { what: 'all' })).toMatchObject({ ok: true })
  expect(await watch(db, rosa, { what: 'all' })).toMatchObject({ code: 'limited' })
  expect(await setPaces(db, rosa, { decided: 'never' })).toMatchObject({ code: 'limited' })
  expect(await putBack(db, rosa, { proposal, version: 1 })).toMatchObject({ code: 'limited' })
  expect(await db.noticePace.count({ where: { personId: rosa.id } })).toBe(0)
  expect(await db.trayItem.count({ where: { userId: rosa.id } })).toBe(0)
})
