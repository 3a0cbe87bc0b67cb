import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { exportReadme } from '@/lib/readme/export'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person, seedBytes } from '@/scripts/testing/database'
import type { ProposalInput } from './change'
import { decideProposal } from './decide'
import { proposalView } from './queries'
import { queue } from './queue'
import { reviseProposal, submitProposal, withdrawProposal } from './service'

const now = new Date('2026-11-24T23:59:59Z')

function addModel(name: string, section = 'language-models'): ProposalInput {
  const fields = { name, subfield: 'Medicine', paper: null, code: null, base: ['BERT'], data: ['MIMIC-IV'], starred: false }
  return { rationale: 'It belongs here.', changes: [{ op: 'add', section, entry: { kind: 'model', fields } }] }
}

let db: PrismaClient
let seed: string
let ada: Viewer, max: Viewer, root: Viewer

beforeAll(async () => {
  db = await freshCatalog()
  seed = (await seedBytes()).toString()
  ada = await person(db, 'Ada')
  max = await person(db, 'Max', 'maintainer')
  root = await person(db, 'Root', 'admin')
})
afterAll(() => db.$disconnect())

async function submitted(name: string, by = ada): Promise<number> {
  const sent = await submitProposal(db, by, addModel(name))
  if (!sent.ok) throw new Error(sent.message)
  return sent.value.id
}

/** The README's lines that the seed, or an earlier README, has not. */
function newLines(before: string, after: string): string[] {
  const known = new Set(before.split('\n'))
  return after.split('\n').filter((line) => !known.has(line))
}

describe('an acceptance', () => {
  it('adds the row at the top, moves the date line, and changes no other byte', async () => {
    const before = (await exportReadme(db))?.text ?? ''
    expect(before).toBe(seed)
    const proposal = await submitted('TestLM')
    const decided = await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)
    expect(decided).toMatchObject({ ok: true, value: { state: 'accepted', catalogRevision: 2, entry: { slug: 'testlm' } } })
    const after = (await exportReadme(db))?.text ?? ''
    const row = after.split('\n').find((line) => line.startsWith('| TestLM '))
    expect(newLines(before, after)).toEqual(['Last updated: 2026/11/24', row])
    expect(after.replace(`${row}\n`, '').replace('2026/11/24', '2024/03/03')).toBe(seed)
    expect(after.indexOf('| TestLM ')).toBeLessThan(after.indexOf('| MMedLM 2 '))
  })

  it('re-pads the table when the row is wider, and nothing else', async () => {
    const before = (await exportReadme(db))?.text ?? ''
    const proposal = await submitted('A name that is wider than the column')
    await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)
    const after = (await exportReadme(db))?.text ?? ''
    const bare = (text: string) => text.replace(/ +\|/g, ' |').replace(/:-+/g, ':-').split('\n')
    expect(newLines(bare(before).join('\n'), bare(after).join('\n'))).toHaveLength(1)
    const table = after.split('\n').filter((line) => line.startsWith('|'))
    expect(table[0]).toMatch(/^\| Model {32}\|/)
  })

  it('leaves every earlier README as it was', async () => {
    expect((await exportReadme(db, 1))?.text).toBe(seed)
    expect(await exportReadme(db, 99)).toBeNull()
  })

  it('never tells an earlier date than the one before', async () => {
    const proposal = await submitted('Late clock')
    await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, new Date('2026-11-23T12:00:00Z'))
    expect((await exportReadme(db))?.text).toContain('Last updated: 2026/11/24')
  })

  it('gives a second entry of the same name its own address', async () => {
    const proposal = await submitted('TestLM')
    const decided = await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)
    expect(decided).toMatchObject({ value: { entry: { slug: 'testlm-2' } } })
  })

  it('of several changes is one revision, in their order', async () => {
    const input = { rationale: '', changes: [...addModel('First').changes, ...addModel('Second').changes] }
    const sent = await submitProposal(db, ada, input)
    const proposal = sent.ok ? sent.value.id : 0
    const size = (await db.document.findUniqueOrThrow({ where: { id: 1 } })).revision
    const decided = await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)
    expect(decided).toMatchObject({ value: { catalogRevision: size + 1 } })
    const text = (await exportReadme(db))?.text ?? ''
    expect(text.indexOf('| Second ')).toBeLessThan(text.indexOf('| First '))
  })
})

describe('the life of a proposal', () => {
  it('asked for changes, revised, rejected with a reason', async () => {
    const proposal = await submitted('Lively')
    const without = await decideProposal(db, max, { proposal, version: 1, verdict: 'changes_requested' }, now)
    expect(without).toMatchObject({ ok: false, code: 'invalid', fields: { reason: expect.any(String) } })
    await decideProposal(db, max, { proposal, version: 1, verdict: 'changes_requested', reason: 'Which data?' }, now)
    const revised = await reviseProposal(db, ada, { proposal, version: 1, input: addModel('Livelier') })
    expect(revised).toEqual({ ok: true, value: { id: proposal, version: 2 } })
    const stale = await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)
    expect(stale).toMatchObject({ ok: false, code: 'conflict', message: expect.stringContaining('version 2') })
    await decideProposal(db, max, { proposal, version: 2, verdict: 'rejected', reason: 'Out of scope.' }, now)
    const view = await proposalView(db, ada, proposal, now)
    expect(view).toMatchObject({
      ok: true,
      value: { state: 'rejected', title: 'Add Livelier', readme: null, may: { decide: false, revise: false, withdraw: false } },
    })
    expect(view.ok && view.value.decisions.map(({ reason, decider }) => [decider, reason])).toEqual([
      ['Max', 'Which data?'],
      ['Max', 'Out of scope.'],
    ])
    const events = await db.event.findMany({ where: { proposalId: proposal }, orderBy: { id: 'asc' } })
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'changes_requested', 'resubmitted', 'rejected'])
  })

  it('withdrawn, and then closed to all', async () => {
    const proposal = await submitted('Gone')
    expect(await withdrawProposal(db, ada, { proposal, version: 1 })).toMatchObject({ ok: true })
    const late = await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)
    expect(late).toMatchObject({ code: 'conflict', message: 'The proposer withdrew this proposal.' })
    expect(await reviseProposal(db, ada, { proposal, version: 1, input: addModel('Back') })).toMatchObject({ code: 'conflict' })
  })

  it('shows before the decision the very README that the decision makes', async () => {
    const proposal = await submitted('Foreseen')
    const before = await proposalView(db, max, proposal, now)
    await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)
    const after = await proposalView(db, max, proposal, now)
    expect(before.ok && before.value.readme).toEqual(after.ok && after.value.readme)
  })
})

describe('who may not', () => {
  it('nobody decides their own, a contributor decides none, a stranger sees none', async () => {
    const own = await submitted('Own', max)
    const others = await submitted('Others')
    const accept = (actor: Viewer | null, proposal: number) =>
      decideProposal(db, actor, { proposal, version: 1, verdict: 'accepted' }, now)
    expect(await accept(max, own)).toMatchObject({ code: 'forbidden' })
    expect(await accept(ada, others)).toMatchObject({ code: 'forbidden' })
    expect(await accept(ada, own)).toMatchObject({ code: 'not-found' })
    expect(await accept(null, others)).toMatchObject({ code: 'signed-out' })
    expect(await proposalView(db, await person(db, 'Eve'), others, now)).toMatchObject({ code: 'not-found' })
    expect(await queue(db, ada)).toMatchObject({ code: 'forbidden' })
    expect(await accept(max, 999_999)).toMatchObject({ code: 'not-found' })
    expect(await accept(root, await submitted('Roots', root))).toMatchObject({ code: 'forbidden' })
  })
})

describe('acceptances at once', () => {
  it('eight proposals accepted at the same moment make eight revisions, each exported as a whole', async () => {
    const first = (await db.document.findUniqueOrThrow({ where: { id: 1 } })).revision
    const ids = []
    for (let index = 0; index < 8; index++) ids.push(await submitted(`Crowd ${index}`))
    const results = await Promise.all(ids.map((proposal) => decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)))
    expect(results.every(({ ok }) => ok)).toBe(true)
    for (let revision = first + 1; revision <= first + 8; revision++) {
      const [before, after] = [(await exportReadme(db, revision - 1))?.text ?? '', (await exportReadme(db, revision))?.text ?? '']
      expect(newLines(before, after)).toHaveLength(1)
    }
  })
})
