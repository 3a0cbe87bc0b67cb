import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amendChange } from '@/lib/proposals/amend'
import { claimReview, releaseReview } from '@/lib/proposals/claims'
import { comment } from '@/lib/proposals/comments'
import { decideMany } from '@/lib/proposals/decide-many'
import { decideProposal } from '@/lib/proposals/decide'
import { keepDraft, throwAway } from '@/lib/proposals/drafts'
import { findDuplicates } from '@/lib/proposals/duplicates'
import { previewReadme, proposeReadme } from '@/lib/proposals/import'
import { personRecord } from '@/lib/proposals/person-record'
import { previewText } from '@/lib/proposals/text-preview'
import { proposalView } from '@/lib/proposals/queries'
import { aroundInQueue, myProposals, nextInQueue, queue } from '@/lib/proposals/queue'
import { rejectOpen } from '@/lib/proposals/reject-open'
import { putInTray, sendTray, takeFromTray } from '@/lib/proposals/tray'
import { putBack } from '@/lib/proposals/put-back'
import { reviseProposal, submitProposal, withdrawProposal } from '@/lib/proposals/service'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person, seedBytes } from '@/scripts/testing/database'
import { servicesApart, tellSomething, type ServiceCall } from '@/scripts/testing/services-apart'
import { bringTo, newEntry, setBlocked } from '@/scripts/testing/states'
import { blockPerson, unblockPerson } from './blocks'
import { findPeople } from './people'
import { actions, type Action, type Actor, type SubjectState, type Viewer } from './policy'
import { settleClash } from '@/lib/proposals/settle'
import { undoPerson, undoProposal } from '@/lib/proposals/undo'
import { grantRole } from './roles'

const states = ['draft', 'submitted', 'changes_requested', 'accepted', 'rejected', 'withdrawn'] as const satisfies SubjectState[]
const owning = ['owner', 'owning maintainer', 'owning admin', 'blocked owner'] as const
const casts = [
  ...['anonymous', 'stranger', 'owner', 'maintainer', 'admin', 'owning maintainer', 'owning admin'],
  ...['blocked stranger', 'blocked owner', 'blocked maintainer', 'blocked admin'],
] as const
type Cast = 'anonymous' | 'stranger' | 'maintainer' | 'admin' | 'blocked stranger' | 'blocked maintainer' | 'blocked admin' | (typeof owning)[number]

const outcomes: Record<string, string> = { y: 'ok', s: 'signed-out', f: 'forbidden', n: 'not-found', c: 'conflict' }

let db: PrismaClient
let people: Record<Exclude<Cast, 'anonymous'>, Viewer>
let decider: Viewer
let undoable: Viewer

beforeAll(async () => {
  db = await freshCatalog()
  decider = await person(db, 'Decider', 'maintainer')
  undoable = await person(db, 'Undone')
  await bring(undoable, 'accepted')
  const blocked = async (role: Viewer['role']) => {
    const one = await person(db, `Blocked ${role}`, role)
    await block(one.id, true)
    return { ...one, blocked: true }
  }
  people = {
    stranger: await person(db, 'Stranger'),
    owner: await person(db, 'Owner'),
    maintainer: await person(db, 'Maintainer', 'maintainer'),
    admin: await person(db, 'Admin', 'admin'),
    'owning maintainer': await person(db, 'Owning maintainer', 'maintainer'),
    'owning admin': await person(db, 'Owning admin', 'admin'),
    'blocked stranger': await blocked('contributor'),
    'blocked owner': await blocked('contributor'),
    'blocked maintainer': await blocked('maintainer'),
    'blocked admin': await blocked('admin'),
  }
  for (const { blocked: isBlocked, ...one } of Object.values(people)) {
    if (isBlocked) await block(one.id, false)
    await tellSomething(db, one, decider)
    if (isBlocked) await block(one.id, true)
  }
})
afterAll(() => db.$disconnect())

let made = 0
const block = (id: string, blocked: boolean) => setBlocked(db, id, blocked)
const bring = (by: Viewer, state: SubjectState) => bringTo(db, by, decider, state)
const input = () => newEntry(`Cast ${++made}`)

const untouched = new Map<string, number>()

/** One in a state, of whoever owns it in this cast, as nobody's hand has left it since. */
async function inState(cast: Cast, state: SubjectState): Promise<{ id: number; key: string }> {
  const owner = owning.find((one) => one === cast) ?? 'owner'
  const key = `${owner} ${state}`
  const known = untouched.get(key)
  if (known !== undefined) return { id: known, key }
  const { blocked, ...by } = people[owner]
  if (blocked) await block(by.id, false)
  const id = await bring(by, state)
  if (blocked) await block(by.id, true)
  untouched.set(key, id)
  return { id, key }
}

/** The README of the first revision with a line more. */
async function edited(): Promise<{ bytes: Uint8Array; base: number }> {
  return { bytes: Buffer.concat([await seedBytes(), Buffer.from(`\nLine ${++made}.\n`)]), base: 1 }
}

const now = new Date('2026-11-24T12:00:00Z')
const like = { kind: 'model' as const, name: 'CLIP', urls: [] }
const decide = (verdict: 'accepted' | 'rejected' | 'changes_requested') => (actor: Actor, proposal: number) =>
  decideProposal(db, actor, { proposal, version: 1, verdict, reason: 'Because.' }, now)

// What the casts are told whose answers never differ: the anonymous; those who may not even know of a proposal, and who is blocked with their own.
const told = (says: string, blockedOwner = 'ffffff') => `ssssss nnnnnn ${says} nnnnnn ${blockedOwner} nnnnnn nnnnnn`
const blocked = 'f f f f'

/** Each service that asks the policy, under the action that it asks for.        owner  maintainer admin  owning maintainer, admin */
const services: Record<Action, Record<string, ServiceCall>> = {
  ...servicesApart(() => ({ db, owner: people.owner, decider })),
  'proposal.submit': {
    'preview text': { run: (actor) => previewText(db, actor, { op: 'text', base: 1, above: null, text: `Line ${++made}.` }), says: `s y y y y y y ${blocked}`, events: 0 },
    text: { run: (actor) => submitProposal(db, actor, { changes: [{ op: 'text', base: 1, above: null, text: `Line ${++made}.` }] }), says: `s y y y y y y ${blocked}`, events: 1 },
    submit: { run: (actor) => submitProposal(db, actor, input()), says: `s y y y y y y ${blocked}`, events: 1 },
    tray: {
      run: async (actor) => {
        const put = await putInTray(db, actor, { item: null, input: input(), from: null })
        return sendTray(db, actor, { items: put.ok ? [put.value.id] : [], rationale: '' })
      },
      says: `s y y y y y y ${blocked}`,
      events: 1,
    },
  },
  'proposal.view': { view: { run: (actor, id) => proposalView(db, actor, id, now), says: told('yyyyyy nyyyyy nyyyyy yyyyyy yyyyyy', 'yyyyyy'), events: 0 } },
  'proposal.revise': {
    revise: { run: (actor, proposal) => reviseProposal(db, actor, { proposal, version: 1, input: input() }), says: told('cyyccc nfffff nfffff cyyccc cyyccc'), events: 1 },
  },
  'proposal.withdraw': {
    withdraw: { run: (actor, proposal) => withdrawProposal(db, actor, { proposal, version: 1 }), says: told('yyyccc nfffff nfffff yyyccc yyyccc'), events: 1 },
    'put back': { run: (actor, proposal) => putBack(db, actor, { proposal, version: 1 }), says: told('yyyccc nfffff nfffff yyyccc yyyccc'), events: 1 },
  },
  'proposal.decide': {
    accept: { run: decide('accepted'), says: told('ffffff nycccc nycccc ffffff ffffff'), events: 1 },
    reject: { run: decide('rejected'), says: told('ffffff nycccc nycccc ffffff ffffff'), events: 1 },
    ask: { run: decide('changes_requested'), says: told('ffffff nycccc nycccc ffffff ffffff'), events: 1 },
    many: {
      run: async (actor, proposal) => {
        const [one] = await decideMany(db, actor, { proposals: [{ proposal, version: 1 }], verdict: 'accepted' }, now)
        return one?.result ?? { ok: false }
      },
      says: told('ffffff nycccc nycccc ffffff ffffff'),
      events: 1,
    },
  },
  'proposal.amend': {
    amend: { run: (actor, proposal) => amendChange(db, actor, { proposal, version: 1, ordinal: 0, ...input() }), says: told('ffffff nycccc nycccc ffffff ffffff'), events: 1 },
    // A new entry has nothing to settle: who may is told so.
    settle: {
      run: async (actor, proposal) => {
        const settled = await settleClash(db, actor, { proposal, version: 1, ordinal: 0, picks: {} })
        return settled.ok || !settled.message.startsWith('Only fields of an edit') ? settled : { ok: true }
      },
      says: told('ffffff nycccc nycccc ffffff ffffff'),
      events: 0,
    },
  },
  'proposal.claim': {
    claim: { run: (actor, proposal) => claimReview(db, actor, proposal, now), says: told('ffffff nycccc nycccc ffffff ffffff'), events: 1 },
    // Nobody's claim is released, so nothing changes.
    release: { run: (actor, proposal) => releaseReview(db, actor, proposal), says: told('ffffff nyyyyy nyyyyy ffffff ffffff'), events: 0 },
  },
  'proposal.comment': { comment: { run: (actor, proposal) => comment(db, actor, { proposal, body: 'A word.' }), says: told('yyyyyy nyyyyy nyyyyy yyyyyy yyyyyy'), events: 1 } },
  'proposal.undo': { undo: { run: (actor, proposal) => undoProposal(db, actor, { proposal, rationale: '' }), says: told('cccycc nccycc nccycc cccycc cccycc'), events: 1 } },
  'person.undo': {
    undo: {
      run: async (actor) => undoPerson(db, actor, { person: undoable.id, rationale: '' }),
      says: `s f f y y y y ${blocked}`,
      events: 1,
    },
  },
  'person.block': {
    block: { run: async (actor) => blockPerson(db, actor, { person: (await person(db, 'Spammer')).id, reason: 'Because.' }), says: `s f f y y y y ${blocked}`, events: 1 },
    unblock: {
      run: async (actor) => {
        const { id } = await person(db, 'Mended')
        await block(id, true)
        return unblockPerson(db, actor, id)
      },
      says: `s f f y y y y ${blocked}`,
      events: 1,
    },
  },
  // Of what is one's own and unsent no event tells.
  'draft.keep': {
    keep: { run: (actor) => keepDraft(db, actor, { form: `model:${++made}`, over: null, title: 'Add it', content: {} }), says: `s y y y y y y ${blocked}`, events: 0 },
    'throw away': { run: (actor) => throwAway(db, actor, 'model'), says: `s y y y y y y ${blocked}`, events: 0 },
    put: {
      run: async (actor) => {
        const put = await putInTray(db, actor, { item: null, input: input(), from: null })
        if (put.ok) await takeFromTray(db, actor, put.value.id)
        return put
      },
      says: `s y y y y y y ${blocked}`,
      events: 0,
    },
    'take out': { run: (actor) => takeFromTray(db, actor, 1), says: `s y y y y y y ${blocked}`, events: 0 },
  },
  'queue.view': {
    queue: { run: (actor) => queue(db, actor), says: `s f f y y y y ${blocked}`, events: 0 },
    record: { run: (actor) => personRecord(db, actor, people.owner.id), says: `s f f y y y y ${blocked}`, events: 0 },
    next: { run: (actor) => nextInQueue(db, actor, 0), says: `s f f y y y y ${blocked}`, events: 0 },
    around: { run: (actor) => aroundInQueue(db, actor, { id: 1, submittedAt: now }), says: `s f f y y y y ${blocked}`, events: 0 },
    rejectOpen: { run: (actor) => rejectOpen(db, actor, undoable.id, 'Because.', now), says: `s f f y y y y ${blocked}`, events: 0 },
  },
  'duplicates.view': { duplicates: { run: (actor) => findDuplicates(db, actor, like), says: `s y y y y y y ${blocked}`, events: 0 } },
  'role.grant': {
    grant: { run: async (actor) => grantRole(db, actor, (await person(db, 'Promoted')).id, 'maintainer'), says: `s f f f y f y ${blocked}`, events: 1 },
    people: { run: (actor) => findPeople(db, actor, ''), says: `s f f f y f y ${blocked}`, events: 0 },
  },
  'catalog.import': {
    preview: { run: async (actor) => previewReadme(db, actor, await edited()), says: `s f f y y y y ${blocked}`, events: 0 },
    propose: { run: async (actor) => proposeReadme(db, actor, { ...(await edited()), rationale: '' }), says: `s f f y y y y ${blocked}`, events: 1 },
  },
}


const rows = Object.values(services).flatMap((calls) =>
  Object.entries(calls).flatMap(([name, call]) => casts.map((cast, column) => ({ name, cast: cast as Cast, call, letters: call.says.split(' ')[column] ?? '' }))),
)

describe('every service, as everybody, in every state', () => {
  it('covers every action that a service asks for', () => {
    expect(Object.keys(services).toSorted()).toEqual(actions.toSorted())
  })

  it.each(rows)('$name as $cast: $letters', async ({ call, cast, letters }) => {
    const actor = cast === 'anonymous' ? null : people[cast]
    const isAbout = call.says.split(' ')[0]?.length === states.length
    expect(letters).toHaveLength(isAbout ? states.length : 1)
    for (const [at, letter] of [...letters].entries()) {
      const subject = isAbout ? await inState(cast, states[at] as SubjectState) : { id: 0, key: '' }
      const before = await db.event.count()
      const answer = await call.run(actor, subject.id)
      expect([states[at], answer.ok ? 'ok' : answer.code]).toEqual([states[at], outcomes[letter]])
      expect([states[at], (await db.event.count()) - before]).toEqual([states[at], answer.ok ? call.events : 0])
      if (answer.ok && call.events > 0) untouched.delete(subject.key)
    }
  })

  it('a list of one’s own proposals is one’s own', async () => {
    expect(await myProposals(db, null)).toMatchObject({ code: 'signed-out' })
    const own = await myProposals(db, people.owner)
    expect(own.ok && own.value.every((item) => item.own)).toBe(true)
  })
})
