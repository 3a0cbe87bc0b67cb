import { expect, test } from '@playwright/test'
import { databaseAdapter, newSessionToken } from '@/lib/auth/adapter'
import { blockPerson } from '@/lib/auth/blocks'
import type { Viewer } from '@/lib/auth/policy'
import type { ProposalInput } from '@/lib/proposals/change'
import { decideProposal } from '@/lib/proposals/decide'
import { keepDraft } from '@/lib/proposals/drafts'
import { submitProposal } from '@/lib/proposals/service'
import { putInTray } from '@/lib/proposals/tray'
import type { PrismaClient } from '@/prisma/generated/client'
import { pack } from '@/app/review/import/carried'
import { databaseOf } from './support/database'
import { builtActions, callAction, contentOf, form, send, withoutLimits, writtenActions, writtenRoutes, type Answer, type Argument, type Headers } from './support/direct'
import { elsewhere, methodOf, posts, reads } from './support/direct-routes'
import { startPortal, type Portal } from './support/portal'

// Every door through which a request can change something, knocked at directly, past all pages: by everybody, and from elsewhere.
const casts = ['nobody', 'stranger', 'owner', 'maintainer', 'admin', 'blocked'] as const
type Cast = (typeof casts)[number]

/** One way to knock at a door. */
interface Knock {
  /** A page that has the action. */
  path: string
  args: () => readonly Argument[]
  /** Who may; the first is the one with whom it is seen to work. */
  may: readonly Cast[]
  /** Whether it changes nothing even for whoever may. */
  reads?: true
}

let limitAgain: () => void
let portal: Portal
let db: PrismaClient
let built: Map<string, string>
const people = new Map<Cast | 'victim' | 'spammer', Viewer>()
const cookies = new Map<Cast, string>()
const made = { back: 0, open: 0, edit: 0, accepted: 0, tray: { stranger: 0, maintainer: 0 } }
let readme = ''

function person(cast: Cast | 'victim' | 'spammer'): Viewer {
  const found = people.get(cast)
  if (!found) throw new Error(`there is no ${cast}`)
  return found
}

async function signedIn(cast: Cast | 'victim' | 'spammer', role: Viewer['role']): Promise<Viewer> {
  const one = await db.user.create({ data: { name: cast, role }, select: { id: true, name: true, role: true } })
  people.set(cast, one)
  const sessionToken = newSessionToken()
  await databaseAdapter(db).createSession?.({ sessionToken, userId: one.id, expires: new Date(Date.now() + 3_600_000) })
  if (casts.some((known) => known === cast)) cookies.set(cast as Cast, `next-auth.session-token=${sessionToken}`)
  return one
}

const addition = (name: string): ProposalInput => ({
  changes: [{ op: 'add', section: 'drug', entry: { kind: 'dataset', fields: { name, papers: [], description: null, links: [] } } }],
})
const edition = (subfield: string): ProposalInput => {
  const fields = { name: 'BioMistral', subfield, paper: null, code: null, base: [], data: [], starred: false }
  return { changes: [{ op: 'edit', section: 'language-models', key: 'biomistral', base: 2, entry: { kind: 'model', fields } }] }
}

async function sent(by: Viewer, input: ProposalInput): Promise<number> {
  const result = await submitProposal(db, by, input)
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields)}`)
  return result.value.id
}

test.beforeAll(async () => {
  test.setTimeout(180_000)
  limitAgain = withoutLimits()
  portal = await startPortal()
  db = databaseOf(portal)
  built = builtActions()
  const owner = await signedIn('owner', 'contributor')
  const maintainer = await signedIn('maintainer', 'maintainer')
  for (const [cast, role] of [['stranger', 'contributor'], ['admin', 'admin'], ['blocked', 'maintainer'], ['victim', 'contributor'], ['spammer', 'contributor']] as const) await signedIn(cast, role)
  const accept = async (proposal: number) => {
    const decided = await decideProposal(db, maintainer, { proposal, version: 1, verdict: 'accepted' }, new Date())
    if (!decided.ok) throw new Error(decided.message)
    return proposal
  }
  made.accepted = await accept(await sent(owner, addition('Accepted')))
  made.open = await sent(owner, addition('Open'))
  made.back = await sent(owner, addition('Taken back'))
  await sent(person('spammer'), addition('Spam'))
  // Of two who say something else of the same field one is accepted; the other clashes.
  made.edit = await sent(owner, edition('One subfield'))
  await accept(await sent(person('stranger'), edition('Another subfield')))
  for (const cast of ['stranger', 'maintainer'] as const) {
    const put = await putInTray(db, person(cast), { item: null, input: addition(`Of ${cast}`), from: null })
    made.tray[cast] = put.ok ? put.value.id : 0
  }
  for (const name of ['kept', 'kept too']) await keepDraft(db, person('stranger'), { form: name, over: null, title: 'Add it', content: {} })
  await blockPerson(db, 'system', { person: person('blocked').id, reason: 'Because.' })
  readme = `${await (await fetch(`${portal.url}/README.md`)).text()}\nA line more.\n`
})
test.afterAll(async () => {
  limitAgain()
  await db.$disconnect()
  await portal.stop()
})

const open = () => ({ proposal: made.open, version: 1 })
const deciders = ['maintainer', 'admin'] as const
const all = ['owner', 'stranger', 'maintainer', 'admin'] as const
const listed = { section: 'language-models', key: 'biomistral' }
const passage = { above: null, goes: { to: 'submit' } }

/** Every server action, in an order in which each finds what the one before has left. */
const doors: Record<string, readonly Knock[]> = {
  'app/propose/actions.ts#send': [
    { path: '/propose/model', args: () => [{ to: 'submit' }, addition('Direct'), null], may: all },
    { path: '/propose/model', args: () => [{ to: 'tray', item: null }, addition('Collected'), null], may: all },
    { path: '/propose/model', args: () => [{ to: 'amend', ...open(), ordinal: 0 }, addition('Amended'), null], may: deciders },
  ],
  'app/propose/actions.ts#sendRemoval': [{ path: '/propose/model/biomistral/remove', args: () => [{ ...listed, goes: { to: 'submit' } }, ...form({ base: 3, reason: 'It is gone.' })], may: all }],
  'app/propose/actions.ts#sendMove': [{ path: '/propose/model/biomistral/move', args: () => [{ ...listed, goes: { to: 'submit' } }, ...form({ base: 3, going: '["language-models","end"]', rationale: '' })], may: all }],
  'app/tray/actions.ts#send': [{ path: '/tray', args: () => form({ item: made.tray.stranger, rationale: '' }), may: ['stranger', 'owner', ...deciders] }],
  'app/tray/actions.ts#takeOut': [{ path: '/tray', args: () => form({ item: made.tray.maintainer }), may: ['maintainer', 'stranger', 'owner', 'admin'] }],
  'app/tray/actions.ts#drop': [{ path: '/tray', args: () => form({ form: 'kept' }), may: ['stranger', 'owner', ...deciders] }],
  'app/proposals/[id]/actions.ts#say': [{ path: '/proposals/1', args: () => form({ proposal: made.open, body: 'A word.' }), may: ['owner', ...deciders] }],
  'app/proposals/[id]/actions.ts#undo': [{ path: '/proposals/1', args: () => form({ proposal: made.accepted, rationale: '' }), may: ['owner', ...deciders] }],
  'app/review/[id]/actions.ts#claim': [{ path: '/review/1', args: () => form({ proposal: made.open }), may: deciders }],
  'app/review/[id]/actions.ts#release': [{ path: '/review/1', args: () => form({ proposal: made.open }), may: deciders }],
  'app/review/[id]/actions.ts#unamend': [{ path: '/review/1', args: () => form({ ...open(), ordinal: 0 }), may: deciders }],
  'app/review/[id]/actions.ts#settle': [{ path: '/review/1', args: () => form({ proposal: made.edit, version: 1, ordinal: 0, 'pick-subfield': 'theirs' }), may: deciders }],
  'app/proposals/[id]/actions.ts#putIntoTray': [{ path: '/proposals/1', args: () => form({ proposal: made.back, version: 1 }), may: ['owner'] }],
  'app/proposals/[id]/actions.ts#withdraw': [{ path: '/proposals/1', args: () => form({ proposal: made.edit, version: 1 }), may: ['owner'] }],
  'app/review/[id]/actions.ts#decide': [{ path: '/review/1', args: () => form({ ...open(), verdict: 'changes_requested', reason: 'Which?', because: '' }), may: deciders }],
  'app/propose/actions.ts#send again': [{ path: '/propose/model', args: () => [{ to: 'revise', ...open() }, addition('Revised'), null], may: ['owner'] }],
  'app/review/actions.ts#decidePicked': [{ path: '/review', args: () => form({ pick: `${made.open}-2`, verdict: 'accepted', reason: '', because: '' }), may: deciders }],
  'app/review/import/actions.ts#see': [{ path: '/review/import', args: () => form({ text: readme, base: 3 }), may: deciders, reads: true }],
  'app/review/import/actions.ts#send': [{ path: '/review/import', args: () => form({ readme: pack(Buffer.from(readme)), base: 3, pasted: 'false', rationale: '' }), may: deciders }],
  'app/review/people/[id]/actions.ts#undoAll': [{ path: `/review/people/x`, args: () => form({ person: person('owner').id, rationale: '' }), may: deciders }],
  'app/review/people/[id]/actions.ts#block': [{ path: '/review/people/x', args: () => form({ person: person('spammer').id, reason: 'Because.' }), may: deciders }],
  'app/review/people/[id]/actions.ts#rejectWaiting': [{ path: '/review/people/x', args: () => form({ person: person('spammer').id, reason: 'Because.' }), may: deciders }],
  'app/review/people/[id]/actions.ts#unblock': [{ path: '/review/people/x', args: () => form({ person: person('spammer').id }), may: deciders }],
  'app/propose/text/actions.ts#sendPassage': [{ path: '/propose/text/last', args: () => [passage, ...form({ text: 'The end.', rationale: '', base: 4, to: 'see' })], may: all, reads: true }],
  'app/propose/text/actions.ts#sendPassage again': [{ path: '/propose/text/last', args: () => [passage, ...form({ text: 'The end.', seen: 'The end.', rationale: '', base: 4 })], may: all }],
  'app/propose/paste/actions.ts#read': [{ path: '/propose/paste', args: () => ['@misc{a, title = {A}}'], may: all, reads: true }],
  'app/review/criteria/actions.ts#write': [{ path: '/review/criteria', args: () => form({ section: 'drug', was: '', criteria: 'What is of drugs.' }), may: deciders }],
  'app/watching/actions.ts#changeWatch': [{ path: '/watching', args: () => form({ subject: 'all', do: 'watch' }).slice(1), may: all }],
  'app/watching/actions.ts#savePaces': [{ path: '/watching', args: () => form({ commented: 'never' }).slice(1), may: all }],
  // No mail server is set, nobody has given an address, and the token is none: these change nothing here.
  'app/account/actions.ts#askForLink': [{ path: '/account', args: () => form({ address: 'me@example.org' }), may: all, reads: true }],
  'app/account/actions.ts#forgetAddress': [{ path: '/account', args: () => [], may: all, reads: true }],
  'app/account/actions.ts#confirmLink': [{ path: '/account/address', args: () => form({ token: 'none' }).slice(1), may: all, reads: true }],
  'app/admin/roles/actions.ts#changeRole': [{ path: '/admin/roles', args: () => form({ userId: person('victim').id, role: 'admin', q: '' }).slice(1), may: ['admin'] }],
}

const nameOf = (door: string) => door.replace(/ again$/, '')

function knock(door: string, { path, args }: Knock, cast: Cast, headers: Headers): Promise<Answer> {
  return callAction(`${portal.url}${path}`, built.get(nameOf(door)) ?? '', args(), { cookie: cookies.get(cast), ...headers })
}

/** Does something that must leave everything as it was. */
async function expectNothing<T>(act: () => Promise<T>): Promise<T> {
  const before = await contentOf(db)
  const answer = await act()
  expect(await contentOf(db)).toEqual(before)
  return answer
}

test('every action and every route is knocked at below', () => {
  const known = [...new Set(Object.keys(doors).map(nameOf))].toSorted()
  expect(writtenActions().toSorted()).toEqual(known)
  expect([...built.keys()].toSorted()).toEqual(known)
  expect(writtenRoutes().toSorted()).toEqual([...Object.keys(posts), ...reads.map(([route]) => route)].toSorted())
})

test('an action is refused to whoever may not, and changes nothing', async () => {
  for (const [door, knocks] of Object.entries(doors)) {
    for (const one of knocks) {
      for (const cast of casts.filter((each) => !one.may.includes(each))) {
        await test.step(`${door} by ${cast}`, async () => {
          const answer = await expectNothing(() => knock(door, one, cast, { origin: portal.url }))
          // Of several proposals the answer tells of each by itself.
          expect(answer.text).toMatch(/"code":"(signed-out|forbidden|not-found)"|problem=(signed-out|forbidden)|\/account(;|\/address\?token=)|"answer":\[\{"proposal":\d+,"failure":"[^"]+","state":null\}\]/)
        })
      }
    }
  }
})

test('an action is refused to those who may, where the request comes from elsewhere', async () => {
  for (const [door, knocks] of Object.entries(doors)) {
    for (const one of knocks) {
      for (const [from, headers] of Object.entries(elsewhere)) {
        await test.step(`${door} from ${from}`, async () => {
          const answer = await expectNothing(() => knock(door, one, one.may[0] as Cast, headers))
          expect(answer.status).toBe(403)
        })
      }
    }
  }
})

test('a route takes nothing from elsewhere', async () => {
  for (const [route, { path, body, by, anywhere }] of Object.entries(posts)) {
    for (const [from, headers] of Object.entries(elsewhere)) {
      await test.step(`${path} from ${from}`, async () => {
        const answer = await expectNothing(() => send(`${portal.url}${path}`, methodOf(route), body, { cookie: cookies.get(by), ...headers }))
        if (!anywhere) expect(answer.status).toBe(403)
      })
    }
  }
})

test('a route is refused to whoever may not, and changes nothing', async () => {
  const { path, body } = posts['PUT /api/drafts'] ?? { path: '', body: {} }
  for (const [cast, status] of [['nobody', 401], ['blocked', 403]] as const) {
    const answer = await expectNothing(() => send(`${portal.url}${path}`, 'PUT', body, { cookie: cookies.get(cast), origin: portal.url }))
    expect(answer.status).toBe(status)
  }
})

test('nothing is changed by asking, not even by an admin', async () => {
  const cookie = cookies.get('admin') ?? ''
  const ask = (path: string) => fetch(`${portal.url}${path}`, { headers: { cookie }, redirect: 'manual' })
  for (const [route, path] of reads) await test.step(route, () => expectNothing(() => ask(path)))
})

// Last: by it each door is seen to be one, so that what was refused above was refused for its reason alone.
test('each of them works for who may, from a page of the portal', async () => {
  for (const [door, knocks] of Object.entries(doors)) {
    for (const one of knocks) {
      await test.step(door, async () => {
        const before = await contentOf(db)
        const answer = await knock(door, one, one.may[0] as Cast, { origin: portal.url })
        expect(answer.text).not.toMatch(/"code":"(signed-out|forbidden|not-found|invalid|bug|limited)"|problem=/)
        if (one.reads) expect(await contentOf(db)).toEqual(before)
        else expect(await contentOf(db), answer.text.slice(0, 1000)).not.toEqual(before)
      })
    }
  }
  for (const [route, { path, body, by, reads: changesNothing, anywhere }] of Object.entries(posts)) {
    const before = await contentOf(db)
    await send(`${portal.url}${path}`, methodOf(route), body, { cookie: cookies.get(by), origin: portal.url })
    if (changesNothing || anywhere) expect(await contentOf(db)).toEqual(before)
    else expect(await contentOf(db)).not.toEqual(before)
  }
})
