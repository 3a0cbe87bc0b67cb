import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sectionCriteria, writeCriteria } from '@/lib/catalog/criteria'
import { lookUp } from '@/lib/lookup/look-up'
import { askAddress, confirmAddress, removeAddress } from '@/lib/notices/address'
import { inbox, openNotice, readAll } from '@/lib/notices/inbox'
import { printAddressAsked } from '@/lib/notices/links'
import { noticeSettings, setPaces } from '@/lib/notices/settings'
import { seal } from '@/lib/notices/token'
import { unwatch, watch, watching } from '@/lib/notices/watching'
import { amendChange } from '@/lib/proposals/amend'
import { claimReview, releaseReview } from '@/lib/proposals/claims'
import { comment } from '@/lib/proposals/comments'
import { decideMany, type Outcome as Outcomes } from '@/lib/proposals/decide-many'
import { decideProposal } from '@/lib/proposals/decide'
import { keepDraft, throwAway } from '@/lib/proposals/drafts'
import { findDuplicates } from '@/lib/proposals/duplicates'
import { previewReadme, proposeReadme } from '@/lib/proposals/import'
import { personRecord } from '@/lib/proposals/person-record'
import { previewText, proposeText } from '@/lib/proposals/propose-text'
import { proposalView } from '@/lib/proposals/queries'
import { aroundInQueue, myProposals, nextInQueue, queue } from '@/lib/proposals/queue'
import { putInTray, sendTray, takeFromTray } from '@/lib/proposals/tray'
import { reviseProposal, submitProposal, withdrawProposal } from '@/lib/proposals/service'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person, seedBytes } from '@/scripts/testing/database'
import { findPeople } from './people'
import { actions, type Action, type Actor, type Viewer } from './policy'
import { settleClash } from '@/lib/proposals/settle'
import { undoPerson, undoProposal } from '@/lib/proposals/undo'
import { grantRole } from './roles'

const casts = ['anonymous', 'stranger', 'owner', 'maintainer', 'admin', 'owning maintainer', 'owning admin'] as const
type Cast = (typeof casts)[number]
type Outcome = 'ok' | 'signed-out' | 'forbidden' | 'not-found'

let db: PrismaClient
let people: Record<Exclude<Cast, 'anonymous'>, Viewer>

beforeAll(async () => {
  db = await freshCatalog()
  people = {
    stranger: await person(db, 'Stranger'),
    owner: await person(db, 'Owner'),
    maintainer: await person(db, 'Maintainer', 'maintainer'),
    admin: await person(db, 'Admin', 'admin'),
    'owning maintainer': await person(db, 'Owning maintainer', 'maintainer'),
    'owning admin': await person(db, 'Owning admin', 'admin'),
  }
})
afterAll(() => db.$disconnect())

let made = 0

function input(): Parameters<typeof submitProposal>[2] {
  const fields = { name: `Cast ${++made}`, papers: [], description: null, links: [] }
  return { changes: [{ op: 'add', section: 'drug', entry: { kind: 'dataset', fields } }] }
}

/** A fresh proposal of whoever owns it in this cast, as nobody else's hand has left it. */
async function fresh(cast: Cast): Promise<number> {
  const owner = cast === 'owning maintainer' || cast === 'owning admin' ? people[cast] : people.owner
  const sent = await submitProposal(db, owner, input())
  if (!sent.ok) throw new Error(sent.message)
  return sent.value.id
}

/** One that was accepted. */
async function accepted(cast: Cast): Promise<number> {
  const id = await fresh(cast)
  return acceptIt(id)
}

async function acceptedOf(one: Viewer): Promise<number> {
  const sent = await submitProposal(db, one, input())
  return acceptIt(sent.ok ? sent.value.id : 0)
}

async function acceptIt(proposal: number): Promise<number> {
  const decider = await person(db, 'Decider', 'maintainer')
  const decided = await decideProposal(db, decider, { proposal, version: 1, verdict: 'accepted' }, now)
  if (!decided.ok) throw new Error(decided.message)
  return proposal
}

/** The README of the first revision with a line more. */
async function edited(): Promise<{ bytes: Uint8Array; base: number }> {
  return { bytes: Buffer.concat([await seedBytes(), Buffer.from(`\nLine ${++made}.\n`)]), base: 1 }
}

const secret = 'a secret of the tests, long enough'

/** The latest notice of somebody, one made for them where there is none. */
async function noticeFor(actor: Actor): Promise<bigint> {
  if (!actor) return 1n
  await acceptedOf(actor)
  return (await db.notice.findFirstOrThrow({ where: { recipientId: actor.id }, orderBy: { id: 'desc' } })).id
}

type Call = (actor: Actor, cast: Cast) => Promise<{ ok: true } | { ok: false; code: string }>

const now = new Date('2026-11-24T12:00:00Z')
const like = { kind: 'model' as const, name: 'CLIP', urls: [] }
const decide = (verdict: 'accepted' | 'rejected' | 'changes_requested'): Call => async (actor, cast) =>
  decideProposal(db, actor, { proposal: await fresh(cast), version: 1, verdict, reason: 'Because.' }, now)

/** Each service that asks the policy, under the action that it asks for. */
const services: Record<Action, Record<string, Call>> = {
  'proposal.submit': {
    submit: (actor) => submitProposal(db, actor, input()),
    'preview text': async (actor) => previewText(db, actor, { base: 1, index: 0, text: `Line ${++made}.` }),
    text: async (actor) => proposeText(db, actor, { base: 1, index: 0, text: `Line ${++made}.` }, null),
    // Only who has something in their tray gets so far; everybody else is told that it is empty.
    tray: async (actor) => {
      const sent = await sendTray(db, actor, { items: [], rationale: '' })
      return sent.ok || sent.code !== 'conflict' ? sent : { ok: true, value: null }
    },
  },
  'proposal.view': { view: async (actor, cast) => proposalView(db, actor, await fresh(cast), now) },
  'proposal.revise': {
    revise: async (actor, cast) => reviseProposal(db, actor, { proposal: await fresh(cast), version: 1, input: input() }),
  },
  'proposal.withdraw': { withdraw: async (actor, cast) => withdrawProposal(db, actor, { proposal: await fresh(cast), version: 1 }) },
  'proposal.decide': {
    ...{ accept: decide('accepted'), reject: decide('rejected'), ask: decide('changes_requested') },
    many: async (actor, cast) => {
      const proposals = [{ proposal: await fresh(cast), version: 1 }]
      const [one] = await decideMany(db, actor, { proposals, verdict: 'accepted' }, now)
      return (one as Outcomes).result
    },
  },
  'proposal.amend': {
    amend: async (actor, cast) => amendChange(db, actor, { proposal: await fresh(cast), version: 1, ordinal: 0, ...input() }),
    // A new entry has nothing to settle: who may is told so.
    settle: async (actor, cast) => {
      const settled = await settleClash(db, actor, { proposal: await fresh(cast), version: 1, ordinal: 0, picks: {} })
      return settled.ok || settled.code !== 'conflict' ? settled : { ok: true, value: null }
    },
  },
  'proposal.claim': {
    claim: async (actor, cast) => claimReview(db, actor, await fresh(cast), now),
    release: async (actor, cast) => releaseReview(db, actor, await fresh(cast)),
  },
  'proposal.comment': { comment: async (actor, cast) => comment(db, actor, { proposal: await fresh(cast), body: 'A word.' }) },
  'proposal.undo': { undo: async (actor, cast) => undoProposal(db, actor, { proposal: await accepted(cast), rationale: '' }) },
  'person.undo': {
    undo: async (actor) => {
      const one = await person(db, 'Undone')
      await acceptedOf(one)
      return undoPerson(db, actor, { person: one.id, rationale: '' })
    },
  },
  'draft.keep': {
    keep: (actor) => keepDraft(db, actor, { form: `model:${++made}`, over: null, title: 'Add it', content: {} }),
    'throw away': (actor) => throwAway(db, actor, 'model'),
    put: (actor) => putInTray(db, actor, { item: null, input: input(), form: null }),
    'take out': (actor) => takeFromTray(db, actor, 1),
  },
  'queue.view': { queue: (actor) => queue(db, actor), record: (actor) => personRecord(db, actor, people.owner.id), next: (actor) => nextInQueue(db, actor, 0), around: (actor) => aroundInQueue(db, actor, { id: 1, submittedAt: now }) },
  'duplicates.view': { duplicates: (actor) => findDuplicates(db, actor, like) },
  'lookup.ask': { look: (actor) => lookUp(db, actor, { text: '@misc{a, title = {A}}' }, { now, reach: null }) },
  'inbox.view': {
    inbox: (actor) => inbox(db, actor),
    open: async (actor) => openNotice(db, actor, await noticeFor(actor), now),
    read: (actor) => readAll(db, actor, 1n, now),
  },
  'watch.change': {
    watch: (actor) => watch(db, actor, { what: 'all' }),
    watching: (actor) => watching(db, actor),
    unwatch: (actor) => unwatch(db, actor, { what: 'section', slug: 'text' }),
  },
  'notices.set': {
    settings: (actor) => noticeSettings(db, actor),
    set: (actor) => setPaces(db, actor, { commented: 'never' }),
    address: (actor) => askAddress(db, actor, { address: 'me@example.org' }, { secret, now, send: async () => {} }),
    confirm: (actor) => confirmAddress(db, actor, seal(secret, 'address', printAddressAsked({ person: actor?.id ?? people.owner.id, address: 'me@example.org', until: now })), { secret, now }),
    remove: (actor) => removeAddress(db, actor),
  },
  'role.grant': {
    grant: (actor) => grantRole(db, actor, people.stranger.id, 'contributor'),
    people: (actor) => findPeople(db, actor, ''),
  },
  'criteria.write': {
    read: (actor) => sectionCriteria(db, actor),
    write: async (actor) => writeCriteria(db, actor, { section: 'drug', was: (await db.section.findUniqueOrThrow({ where: { slug: 'drug' } })).criteria, criteria: `Rule ${++made}.` }),
  },
  'catalog.import': {
    preview: async (actor) => previewReadme(db, actor, await edited()),
    propose: async (actor) => proposeReadme(db, actor, { ...(await edited()), rationale: '' }),
  },
}

/** What each cast is told, in the order of `casts`. */
const expected: Record<keyof typeof services, [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome]> = {
  'proposal.submit': ['signed-out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'proposal.view': ['signed-out', 'not-found', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'proposal.revise': ['signed-out', 'not-found', 'ok', 'forbidden', 'forbidden', 'ok', 'ok'],
  'proposal.withdraw': ['signed-out', 'not-found', 'ok', 'forbidden', 'forbidden', 'ok', 'ok'],
  'proposal.decide': ['signed-out', 'not-found', 'forbidden', 'ok', 'ok', 'forbidden', 'forbidden'],
  'proposal.amend': ['signed-out', 'not-found', 'forbidden', 'ok', 'ok', 'forbidden', 'forbidden'],
  'proposal.claim': ['signed-out', 'not-found', 'forbidden', 'ok', 'ok', 'forbidden', 'forbidden'],
  'proposal.comment': ['signed-out', 'not-found', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'proposal.undo': ['signed-out', 'not-found', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'person.undo': ['signed-out', 'forbidden', 'forbidden', 'ok', 'ok', 'ok', 'ok'],
  'draft.keep': ['signed-out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'queue.view': ['signed-out', 'forbidden', 'forbidden', 'ok', 'ok', 'ok', 'ok'],
  'duplicates.view': ['signed-out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'lookup.ask': ['signed-out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'inbox.view': ['signed-out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'watch.change': ['signed-out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'notices.set': ['signed-out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'role.grant': ['signed-out', 'forbidden', 'forbidden', 'forbidden', 'ok', 'forbidden', 'ok'],
  'criteria.write': ['signed-out', 'forbidden', 'forbidden', 'ok', 'ok', 'ok', 'ok'],
  'catalog.import': ['signed-out', 'forbidden', 'forbidden', 'ok', 'ok', 'ok', 'ok'],
}

const cells = Object.entries(services).flatMap(([action, calls]) =>
  Object.entries(calls).flatMap(([name, call]) =>
    casts.map((cast, column) => ({ name, cast, call, outcome: expected[action as keyof typeof services][column] })),
  ),
)

describe('every service, as everybody', () => {
  it('covers every action that a service asks for', () => {
    expect(Object.keys(services).toSorted()).toEqual(actions.toSorted())
  })

  it.each(cells)('$name as $cast: $outcome', async ({ call, cast, outcome }) => {
    const result = await call(cast === 'anonymous' ? null : people[cast], cast)
    expect(result.ok ? 'ok' : result.code).toBe(outcome)
  })

  it('a list of one’s own proposals is one’s own', async () => {
    expect(await myProposals(db, null)).toMatchObject({ code: 'signed-out' })
    const own = await myProposals(db, people.owner)
    expect(own.ok && own.value.every((item) => item.own)).toBe(true)
  })
})
