import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { drift } from '@/scripts/migrate'
import { freshCatalog, freshDatabase, person, seedBytes } from '@/scripts/testing/database'
import { decideProposal } from './decide'
import { submitProposal } from './service'

let db: PrismaClient

beforeAll(async () => {
  db = await freshCatalog()
  const [ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer')]
  const fields = { name: 'Guarded', papers: [], description: 'A set.', links: [] }
  const input = { changes: [{ op: 'add' as const, section: 'text', entry: { kind: 'dataset' as const, fields } }] }
  const sent = await submitProposal(db, ada, input)
  await decideProposal(db, max, { proposal: sent.ok ? sent.value.id : 0, version: 1, verdict: 'accepted' }, new Date())
})
afterAll(() => db.$disconnect())

describe('history is append-only in the database itself', () => {
  const tables = [
    ...['catalog_revision', 'document_revision', 'section_revision', 'entry_revision'],
    ...['proposal_version', 'change_identity', 'decision', 'event'],
  ]

  it.each(tables)('%s refuses DELETE and TRUNCATE', async (table) => {
    await expect(db.$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/append-only/)
    await expect(db.$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(/append-only/)
  })

  it.each([
    `UPDATE event SET kind = 'rejected'`,
    `UPDATE decision SET reason = 'other'`,
    `UPDATE entry_revision SET cells = '{x}'`,
    `UPDATE catalog_revision SET updated = '2000/01/01'`,
    `UPDATE proposal_version SET rationale = 'other'`,
  ])('refuses %s', async (statement) => {
    await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
  })

  it.each(['document', 'section', 'entry', 'proposal', 'change', 'user'])('%s is never deleted', async (table) => {
    await expect(db.$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/append-only/)
  })

  it('a change that was sent is never edited', async () => {
    await expect(db.$executeRawUnsafe(`UPDATE change SET change = '{}'`)).rejects.toThrow(/never edited/)
    await expect(db.$executeRawUnsafe(`UPDATE change SET verdict = 'rejected'`)).rejects.toThrow(/never edited/)
  })
})

describe('the database refuses what no code should write', () => {
  it.each([
    [`INSERT INTO document (id) VALUES (2)`, /document_one/],
    [`UPDATE section SET size = -1`, /section_size_counts/],
    [`UPDATE section SET slug = 'No Slug'`, /section_slug_form/],
    [`UPDATE entry SET slug = ''`, /entry_slug_form/],
    [`UPDATE proposal SET submitted_at = NULL`, /proposal_submitted_at_known/],
    [`INSERT INTO catalog_revision (number, updated) VALUES (99, 'today')`, /catalog_revision_updated_form/],
    [`INSERT INTO entry_term (entry_id, facet, ordinal, value, key) VALUES (gen_random_uuid(), 'base', 0, 'x', 'x')`, /foreign key/i],
  ])('%s', async (statement, message) => {
    await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(message)
  })

  it('a negative verdict without a reason', async () => {
    const user = await person(db, 'Someone')
    await db.proposal.create({ data: { id: 900, proposerId: user.id, title: 'x', state: 'submitted', submittedAt: new Date() } })
    await db.proposalVersion.create({ data: { proposalId: 900, number: 1, title: 'x' } })
    const decision = { proposalId: 900, version: 1, deciderId: user.id }
    await expect(db.decision.create({ data: { ...decision, verdict: 'rejected', reason: '  ' } })).rejects.toThrow(/decision_has_reason/)
    await expect(db.decision.create({ data: { ...decision, verdict: 'accepted' } })).rejects.toThrow(/decision_acceptance_has_revision/)
  })
})

describe('import', () => {
  it('works once', async () => {
    expect(await importReadme(db, await seedBytes(), null)).toMatchObject({ ok: false, code: 'conflict' })
  })

  it('that two start at once imports once', async () => {
    const { connect } = await import('@/lib/db')
    const fresh = connect(await freshDatabase())
    const bytes = await seedBytes()
    const results = await Promise.all([importReadme(fresh, bytes, null), importReadme(fresh, bytes, null)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await exportReadme(fresh))?.text).toBe(bytes.toString())
    await fresh.$disconnect()
  })

  it('refuses what is not UTF-8 and what lists nothing, changing nothing', async () => {
    const { connect } = await import('@/lib/db')
    const fresh = connect(await freshDatabase())
    expect(await importReadme(fresh, new Uint8Array([0x23, 0xff]), null)).toMatchObject({ code: 'invalid', message: expect.stringContaining('offset 1') })
    expect(await importReadme(fresh, Buffer.from('# Empty\n'), null)).toMatchObject({ code: 'invalid' })
    expect(await exportReadme(fresh)).toBeNull()
    await fresh.$disconnect()
  })
})

it('the migrations make what schema.prisma says', async () => {
  expect(await drift(await freshDatabase())).toBe('')
})
