import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import type { Result } from '@/lib/errors'
import { exportReadme } from '@/lib/readme/export'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { amendChange } from './amend'
import type { ProposalInput } from './change'
import { decideProposal, type Decided } from './decide'
import { reviseProposal, submitProposal, withdrawProposal } from './service'
import { settleClash } from './settle'
import { undoProposal } from './undo'

// Whoever decides at the same moment as others: one decision stands, the others are told, and the log has it once.
const now = new Date('2026-11-24T12:00:00Z')
let db: PrismaClient
let ada: Viewer, max: Viewer, mia: Viewer
let made = 0

beforeAll(async () => {
  db = await freshCatalog()
  ;[ada, max, mia] = [await person(db, 'Ada'), await person(db, 'Max', 'maintainer'), await person(db, 'Mia', 'maintainer')]
})
afterAll(() => db.$disconnect())

function added(): ProposalInput['changes'][number] {
  const fields = { name: `Race ${++made}`, papers: [], description: 'A set.', links: [] }
  return { op: 'add', section: 'drug', entry: { kind: 'dataset', fields } }
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields)}`)
  return result.value
}

const submit = async (changes: ProposalInput['changes'], by = ada) => must(await submitProposal(db, by, { changes })).id
const revision = async () => (await db.document.findUniqueOrThrow({ where: { id: 1 } })).revision
const accept = async (proposal: number) => must(await decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now))

function edited(subfield: string, base: number): ProposalInput['changes'][number] {
  const fields = { name: 'BioMistral', subfield, paper: null, code: null, base: [], data: [], starred: false }
  return { op: 'edit', section: 'language-models', key: 'biomistral', base, entry: { kind: 'model', fields } }
}

/** Proposals of every sort that a decision treats in its own way. */
const sorts = {
  'a plain one': () => submit([added()]),
  'one of which a part is left out': () => submit([added(), added()]),
  'an amended one': async () => {
    const proposal = await submit([added()])
    must(await amendChange(db, max, { proposal, version: 1, ordinal: 0, changes: [added()] }))
    return proposal
  },
  'a settled one': async () => {
    const base = await revision()
    const proposal = await submit([edited(`Subfield ${++made}`, base)])
    await accept(await submit([edited(`Subfield ${++made}`, base)]))
    must(await settleClash(db, mia, { proposal, version: 1, ordinal: 0, picks: { subfield: 'theirs' } }))
    return proposal
  },
  'an undo': async () => {
    const proposal = await submit([added()])
    await accept(proposal)
    return must(await undoProposal(db, ada, { proposal, rationale: '' })).id
  },
}

/** What each of some deciders says: accepts it whole, or but for a part, or rejects it. */
function decisionOf(at: number, proposal: number, parts: number): Parameters<typeof decideProposal>[2] {
  const decision = { proposal, version: 1 }
  if (at % 2 === 1) return { ...decision, verdict: 'rejected', reason: 'No.' }
  return { ...decision, verdict: 'accepted', without: parts > 1 ? [{ ordinal: 1, reason: 'Not this.' }] : [] }
}

/** Has them all decide at once, and checks that it was decided once. */
async function race(proposal: number, deciders: readonly Viewer[]): Promise<void> {
  const before = await revision()
  const parts = await db.change.count({ where: { proposalId: proposal, version: 1 } })
  const results = await Promise.all(deciders.map((one, at) => decideProposal(db, one, decisionOf(at, proposal, parts), now)))
  const won = results.filter((result): result is { ok: true; value: Decided } => result.ok)
  expect(won).toHaveLength(1)
  const winner = deciders[results.findIndex(({ ok }) => ok)] as Viewer
  const { state } = (won[0] as { value: Decided }).value
  for (const result of results.filter(({ ok }) => !ok)) {
    expect(result).toMatchObject({ code: 'conflict', message: expect.stringMatching(new RegExp(`^${winner.name} ${state} this proposal`)) })
  }
  const events = await db.event.findMany({ where: { proposalId: proposal, kind: { in: ['accepted', 'rejected'] } }, select: { kind: true, actorId: true } })
  expect(events).toEqual([{ kind: state, actorId: winner.id }])
  expect(await db.decision.count({ where: { proposalId: proposal } })).toBe(1)
  expect(await revision()).toBe(before + (state === 'accepted' ? 1 : 0))
  if (parts > 1 && state === 'accepted') expect(await db.change.count({ where: { proposalId: proposal, verdict: 'rejected', reason: 'Not this.' } })).toBe(1)
}

const named = Object.entries(sorts).map(([name, make]) => ({ name, make }))

describe('two who decide at once', () => {
  it.each(named)('$name: one wins, the other is told; 40 times', async ({ make }) => {
    for (let round = 0; round < 40; round++) await race(await make(), round % 2 ? [max, mia] : [mia, max])
  })
})

describe('twenty who decide at once', () => {
  let crowd: Viewer[]
  beforeAll(async () => {
    crowd = await Promise.all(Array.from({ length: 20 }, (_, at) => person(db, `Decider ${at}`, 'maintainer')))
  })

  it.each(named)('$name: one wins, nineteen are told; 4 times', async ({ make }) => {
    for (let round = 0; round < 4; round++) await race(await make(), crowd)
  })
})

describe('a decision and its proposer at once', () => {
  it.each([
    ['withdraws', (proposal: number) => withdrawProposal(db, ada, { proposal, version: 1 }), ['withdrawn']],
    ['revises', (proposal: number) => reviseProposal(db, ada, { proposal, version: 1, input: { changes: [added()] } }), ['resubmitted']],
  ] as const)('who %s it: one of the two stands; 20 times', async (_, act, kinds) => {
    for (let round = 0; round < 20; round++) {
      const proposal = await submit([added()])
      const decide = () => decideProposal(db, max, { proposal, version: 1, verdict: 'accepted' }, now)
      const both = await Promise.all(round % 2 ? [decide(), act(proposal)] : [act(proposal), decide()])
      expect(both.map((result) => (result.ok ? 'ok' : result.code)).toSorted()).toEqual(['conflict', 'ok'])
      expect(await db.event.count({ where: { proposalId: proposal, kind: { in: ['accepted', ...kinds] } } })).toBe(1)
    }
  })
})

it('after all of it the README of each revision can still be written', async () => {
  const last = await revision()
  expect(last).toBeGreaterThan(100)
  for (const at of [1, last >> 1, last]) expect((await exportReadme(db, at))?.text).toContain('BioMistral')
})
