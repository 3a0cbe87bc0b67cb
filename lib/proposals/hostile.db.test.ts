import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPeople } from '@/lib/auth/people'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, freshDatabase, person } from '@/scripts/testing/database'
import { amendChange } from './amend'
import { decideProposal } from './decide'
import { findDuplicates } from './duplicates'
import { proposalView } from './queries'
import { reviseProposal, submitProposal, withdrawProposal } from './service'
import { settleClash } from './settle'

// What a person can send and a database refuses to keep: each is answered, none is a bug.
let db: PrismaClient
let ada: Viewer
let max: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ;[ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'admin')]
})
afterAll(() => db.$disconnect())

/** Characters that no compression makes short. */
const ideographs = (length: number) => Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('')

const proposal = (fields: object = {}, rationale = '', section = 'text') => ({
  rationale,
  changes: [
    {
      ...{ op: 'add' as const, section },
      entry: { kind: 'dataset' as const, fields: { name: 'Guarded', papers: [], description: 'A set.', links: [], ...fields } },
    },
  ],
})

describe('a NUL, which Postgres keeps in no text', () => {
  it('in a note is told at the field', async () =>
    expect(await submitProposal(db, ada, proposal({}, 'a\0b'))).toMatchObject({ code: 'invalid', fields: { rationale: expect.any(String) } }))
  it('in a section is told at the field', async () =>
    expect(await submitProposal(db, ada, proposal({}, '', 'te\0xt'))).toMatchObject({ code: 'invalid', fields: { 'changes.0.section': expect.any(String) } }))
  it('in a reason is told at the field', async () => {
    const sent = await submitProposal(db, ada, proposal({ name: 'Reasoned' }))
    const decision = { proposal: sent.ok ? sent.value.id : 0, version: 1, verdict: 'rejected' as const, reason: 'no\0' }
    expect(await decideProposal(db, max, decision, new Date())).toMatchObject({ code: 'invalid', fields: { reason: expect.any(String) } })
  })
  it('in a name that is typed has no duplicates', async () =>
    expect(await findDuplicates(db, ada, { kind: 'model', name: '\0', urls: [] })).toEqual({ ok: true, value: [] }))
  it('in a search for people is passed over', async () => expect(await findPeople(db, max, 'Ad\0')).toMatchObject({ value: [{ name: 'Ada' }] }))
})

it('keeps line breaks in a note', async () => {
  const sent = await submitProposal(db, ada, proposal({ name: 'Lines' }, 'One.\r\n\n\tTwo.'))
  expect(await proposalView(db, ada, sent.ok ? sent.value.id : 0, new Date())).toMatchObject({ value: { rationale: 'One.\r\n\n\tTwo.' } })
})

it('takes an address longer than an index key', async () => {
  const links = [{ label: 'Site', url: `https://example.org/${ideographs(1_900)}` }]
  expect(await submitProposal(db, ada, proposal({ name: 'Long', links }))).toMatchObject({ ok: true })
})

it.each([0, -1, 1.5, Number.NaN, 2 ** 31, 99_999_999_999])('knows no proposal %s', async (id) => {
  const absent = { ok: false, code: 'not-found' }
  expect(await proposalView(db, ada, id, new Date())).toMatchObject(absent)
  expect(await withdrawProposal(db, ada, { proposal: id, version: 1 })).toMatchObject(absent)
  expect(await reviseProposal(db, ada, { proposal: id, version: 1, input: proposal() })).toMatchObject(absent)
  expect(await decideProposal(db, max, { proposal: id, version: 1, verdict: 'accepted' }, new Date())).toMatchObject(absent)
})

it.each([-1, 1.5, 2 ** 31, 99_999_999_999])('knows no change %s of a proposal, nor any such version', async (number) => {
  const sent = await submitProposal(db, ada, proposal({ name: `Numbered ${number}` }))
  const of = { proposal: sent.ok ? sent.value.id : 0, version: 1, ordinal: 0, picks: {}, changes: [] }
  for (const wrong of [{ ordinal: number }, { version: number }]) {
    expect(await amendChange(db, max, { ...of, ...wrong })).toMatchObject({ code: 'invalid' })
    expect(await settleClash(db, max, { ...of, ...wrong })).toMatchObject({ code: 'invalid' })
  }
  expect(await decideProposal(db, max, { ...of, verdict: 'accepted', without: [{ ordinal: number, reason: 'No.' }] }, new Date())).toMatchObject({ code: 'invalid' })
})

describe('a README', () => {
  const readme = (row: string, prose = 'List') => `# ${prose}\n\n| Model | Subfield |\n| --- | --- |\n${row}\n| B | - |\n`
  async function roundTrip(text: string) {
    const empty = connect(await freshDatabase())
    try {
      const imported = await importReadme(empty, Buffer.from(text), null)
      return imported.ok ? (await exportReadme(empty))?.text : imported
    } finally {
      await empty.$disconnect()
    }
  }

  it.each([
    ['with a row of a lone pipe', readme('|')],
    ['with a name longer than an index key', readme(`| ${ideographs(2_000)} | - |`)],
    ['with a NUL encoded in an address', readme('| [A](https://a.org/%00b) | [c](https://a.org/?u=http%3A%2F%2Fb.org%2F%00) |')],
    ['with a NUL and half a character as entities', readme('| A&#0;b | [c](https://a.org/&#0;&#xD83D;) |')],
    ['with pairs where a key of a name or an address is cut', readme(`| [x${'𠀀'.repeat(400)}](https://a.org/${'𠀀'.repeat(400)}) | - |`)],
    ['with pairs where such a key is cut one further on', readme(`| [${'𠀀'.repeat(400)}](https://aa.org/${'𠀀'.repeat(400)}) | - |`)],
  ])('%s comes back', async (_, text) => expect(await roundTrip(text)).toBe(text))

  it.each([readme('| a\0 | - |'), readme('| A | - |', 'a\0')])('with a NUL is refused, with the line', async (text) =>
    expect(await roundTrip(text)).toMatchObject({ code: 'invalid', message: expect.stringMatching(/^Line [15] holds a NUL/) }))
})
