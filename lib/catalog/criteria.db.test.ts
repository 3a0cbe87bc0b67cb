import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { sectionCriteria, writeCriteria } from './criteria'
import { sectionFrames } from './form-data'

let db: PrismaClient
let max: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  max = await person(db, 'Max', 'maintainer')
})
afterAll(() => db.$disconnect())

const events = () => db.event.findMany({ where: { kind: 'criteria_written' }, select: { data: true }, orderBy: { id: 'asc' } })

it('are written with an event that keeps what stood there', async () => {
  expect(await writeCriteria(db, max, { section: 'drug', was: '', criteria: '  Public data only.\n\n- with a licence  ' })).toEqual({ ok: true, value: null })
  expect(await writeCriteria(db, max, { section: 'drug', was: 'Public data only.\n\n- with a licence', criteria: 'Public data only.' })).toEqual({ ok: true, value: null })
  expect(await events()).toMatchObject([{ data: { section: 'drug', was: '' } }, { data: { actor: 'Max', was: 'Public data only.\n\n- with a licence', criteria: 'Public data only.' } }])
  const all = await sectionCriteria(db, max)
  expect(all.ok && all.value.find(({ slug }) => slug === 'drug')).toEqual({ slug: 'drug', heading: 'Drug', criteria: 'Public data only.' })
  expect((await sectionFrames(db, 'dataset')).find(({ slug }) => slug === 'drug')?.criteria).toBe('Public data only.')
})

it('are written over nothing that somebody else wrote meanwhile, and saying the same is no event', async () => {
  const before = (await events()).length
  expect(await writeCriteria(db, max, { section: 'drug', was: '', criteria: 'Mine.' })).toMatchObject({ code: 'conflict' })
  expect(await writeCriteria(db, max, { section: 'nowhere', was: '', criteria: 'Mine.' })).toMatchObject({ code: 'conflict' })
  expect(await writeCriteria(db, max, { section: 'drug', was: 'Public data only.', criteria: 'x'.repeat(2001) })).toMatchObject({ code: 'invalid' })
  expect(await writeCriteria(db, max, { section: 'drug', was: 'Public data only.', criteria: 'Public data only.' })).toMatchObject({ ok: true })
  expect(await events()).toHaveLength(before)
})
