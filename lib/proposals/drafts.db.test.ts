import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { keepDraft, readDraft, throwAway, unsentForms } from './drafts'
import { submitProposal } from './service'

let db: PrismaClient
let ada: Viewer, bo: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ;[ada, bo] = [await person(db, 'Ada'), await person(db, 'Bo')]
})
afterAll(() => db.$disconnect())

const keep = (actor: Viewer, form: string, over: number | null, content: unknown) => keepDraft(db, actor, { form, over, title: `Add ${form}`, content })

it('keeps each saving over the one before, and each person’s own', async () => {
  expect(await keep(ada, 'model', null, { a: 1 })).toEqual({ ok: true, value: { kept: true, revision: 1 } })
  expect(await keep(ada, 'model', 1, { a: 2 })).toEqual({ ok: true, value: { kept: true, revision: 2 } })
  expect(await readDraft(db, ada, 'model')).toEqual({ revision: 2, content: { a: 2 } })
  expect(await readDraft(db, bo, 'model')).toBeNull()
  expect(await readDraft(db, null, 'model')).toBeNull()
  expect(await unsentForms(db, bo)).toEqual([])
})

it('writes over nothing that another tab kept', async () => {
  const now = { revision: 2, content: { a: 2 } }
  for (const over of [null, 1, 3]) expect(await keep(ada, 'model', over, { b: 1 })).toEqual({ ok: true, value: { kept: false, draft: now } })
  expect(await keep(ada, 'model', 1, null)).toEqual({ ok: true, value: { kept: false, draft: now } })
  expect(await keep(ada, 'other', 4, { b: 1 })).toEqual({ ok: true, value: { kept: false, draft: null } })
  expect(await readDraft(db, ada, 'model')).toEqual(now)
})

it('of many tabs that keep at once, one does', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, (_, index) => keep(ada, 'race', null, { index })))
  expect(all.filter((one) => one.ok && one.value.kept)).toHaveLength(1)
})

it('throws away what is as the form was, and what nobody wants', async () => {
  expect(await keep(ada, 'model', 2, null)).toEqual({ ok: true, value: { kept: true, revision: 0 } })
  expect(await throwAway(db, ada, 'race')).toEqual({ ok: true, value: null })
  expect(await unsentForms(db, ada)).toEqual([])
})

it('bounds how much and how many it keeps', async () => {
  expect(await keep(bo, 'model', null, 'x'.repeat(500_001))).toMatchObject({ code: 'invalid' })
  expect(await keep(bo, 'm'.repeat(501), null, {})).toMatchObject({ code: 'invalid' })
  await db.draft.createMany({ data: Array.from({ length: 200 }, (_, index) => ({ userId: bo.id, form: `f${index}`, title: '', content: {} })) })
  expect(await keep(bo, 'model', null, {})).toMatchObject({ code: 'invalid', message: expect.stringContaining('200 forms') })
  expect(await keep(bo, 'f1', 1, {})).toMatchObject({ ok: true })
})

it('keeps no more of many that come at once', async () => {
  await db.draft.deleteMany({ where: { userId: bo.id, form: { in: ['f0', 'f1', 'f2'] } } })
  const all = await Promise.all(Array.from({ length: 12 }, (_, index) => keep(bo, `at once ${index}`, null, {})))
  expect(all.filter((one) => one.ok)).toHaveLength(3)
  expect(await db.draft.count({ where: { userId: bo.id } })).toBe(200)
})

it('refuses what the database has no place for', async () => {
  const deep = JSON.parse(`${'['.repeat(9_000)}${']'.repeat(9_000)}`) as unknown
  for (const content of [{ a: '\0' }, { a: '\ud800' }, { a: deep }]) expect(await keep(ada, 'odd', null, content)).toMatchObject({ code: 'invalid' })
  expect(await keep(ada, 'odd\0', null, {})).toMatchObject({ code: 'invalid' })
})

it('goes with what is sent of its form, and stays where that is refused', async () => {
  await keep(ada, 'dataset', null, { a: 1 })
  const fields = { name: 'Draft of a set', papers: [], description: null, links: [] }
  const input = (section: string) => ({ changes: [{ op: 'add' as const, section, entry: { kind: 'dataset' as const, fields } }] })
  expect(await submitProposal(db, ada, input('nowhere'), { form: 'dataset', revision: 1 })).toMatchObject({ code: 'invalid' })
  expect(await readDraft(db, ada, 'dataset')).not.toBeNull()
  expect(await submitProposal(db, ada, input('drug'), { form: 'dataset', revision: 1 })).toMatchObject({ ok: true })
  expect(await readDraft(db, ada, 'dataset')).toBeNull()
})

it('stays where another device saved more of it since', async () => {
  await keep(ada, 'dataset', null, { a: 1 })
  await keep(ada, 'dataset', 1, { a: 2 })
  const fields = { name: 'Sent from an old tab', papers: [], description: null, links: [] }
  const input = { changes: [{ op: 'add' as const, section: 'drug', entry: { kind: 'dataset' as const, fields } }] }
  expect(await submitProposal(db, ada, input, { form: 'dataset', revision: 1 })).toMatchObject({ ok: true })
  expect(await readDraft(db, ada, 'dataset')).toEqual({ revision: 2, content: { a: 2 } })
})
