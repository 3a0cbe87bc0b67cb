import { describe, expect, it } from 'vitest'
import {
  actions, can, refused,
  type Action, type Actor, type DecisionSubject, type Permission, type PersonSubject, type Role, type SubjectState,
} from './policy'

const states = ['draft', 'submitted', 'changes_requested', 'accepted', 'rejected', 'withdrawn'] as const satisfies SubjectState[]
const casts = ['anonymous', 'contributor', 'owner', 'maintainer', 'owning maintainer', 'admin', 'owning admin'] as const
type Cast = (typeof casts)[number]

// One letter per state, in the order above: y allowed, a signed-out, f forbidden, o own, m oneself, s state.
const cells: Record<Action, Record<Cast, string>> = {
  'proposal.submit': row('aaaaaa', 'ffffff', 'yyyyyy', 'ffffff', 'yyyyyy', 'ffffff', 'yyyyyy'),
  'proposal.view': row('aaaaaa', 'ffffff', 'yyyyyy', 'syyyyy', 'yyyyyy', 'syyyyy', 'yyyyyy'),
  'proposal.revise': row('aaaaaa', 'ffffff', 'yyyyyy', 'ffffff', 'yyyyyy', 'ffffff', 'yyyyyy'),
  'proposal.withdraw': row('aaaaaa', 'ffffff', 'yyyyyy', 'ffffff', 'yyyyyy', 'ffffff', 'yyyyyy'),
  'proposal.decide': row('aaaaaa', 'ffffff', 'ffffff', 'yyyyyy', 'oooooo', 'yyyyyy', 'oooooo'),
  'proposal.amend': row('aaaaaa', 'ffffff', 'ffffff', 'yyyyyy', 'oooooo', 'yyyyyy', 'oooooo'),
  'proposal.claim': row('aaaaaa', 'ffffff', 'ffffff', 'yyyyyy', 'oooooo', 'yyyyyy', 'oooooo'),
  'proposal.comment': row('aaaaaa', 'ffffff', 'yyyyyy', 'syyyyy', 'yyyyyy', 'syyyyy', 'yyyyyy'),
  'proposal.undo': row('aaaaaa', 'ffffff', 'yyyyyy', 'syyyyy', 'yyyyyy', 'syyyyy', 'yyyyyy'),
  'person.undo': row('aaaaaa', 'ffffff', 'ffffff', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'draft.view': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'draft.keep': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'person.block': row('aaaaaa', 'ffffff', 'ffffff', 'yyyyyy', 'mmmmmm', 'yyyyyy', 'mmmmmm'),
  'queue.view': row('aaaaaa', 'ffffff', 'ffffff', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'duplicates.view': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'lookup.ask': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'inbox.view': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'inbox.mark': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'watch.view': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'watch.change': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'notices.view': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'notices.set': row('aaaaaa', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'role.grant': row('aaaaaa', 'ffffff', 'ffffff', 'ffffff', 'ffffff', 'yyyyyy', 'yyyyyy'),
  'criteria.write': row('aaaaaa', 'ffffff', 'ffffff', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
  'catalog.import': row('aaaaaa', 'ffffff', 'ffffff', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'),
}

function row(...letters: [string, string, string, string, string, string, string]): Record<Cast, string> {
  const [anonymous, contributor, owner, maintainer, owningMaintainer, admin, owningAdmin] = letters
  return { anonymous, contributor, owner, maintainer, 'owning maintainer': owningMaintainer, admin, 'owning admin': owningAdmin }
}

const letters: Record<string, Permission> = {
  y: { allowed: true },
  a: { allowed: false, reason: 'signed-out' },
  f: { allowed: false, reason: 'forbidden' },
  o: { allowed: false, reason: 'own' },
  m: { allowed: false, reason: 'self' },
  s: { allowed: false, reason: 'state' },
}

function play(cast: Cast): { actor: Actor; proposerId: string } {
  if (cast === 'anonymous') return { actor: null, proposerId: 'someone' }
  const role: Role = cast.endsWith('admin') ? 'admin' : cast.endsWith('maintainer') ? 'maintainer' : 'contributor'
  return { actor: { id: 'me', name: null, role }, proposerId: cast.startsWith('own') ? 'me' : 'someone' }
}

// The matrix names actions by value; only here is the tie between an action and its subject's type let go.
const ask = can as (actor: Actor, action: Action, subject?: DecisionSubject | PersonSubject) => Permission

/** What an action is done to: who owns a proposal, or a person, who is then that one. */
function subjectOf(action: Action, proposerId: string, state: SubjectState): DecisionSubject | PersonSubject {
  return action === 'person.block' ? { personId: proposerId, role: 'contributor' } : { proposerId, state }
}

describe('the policy', () => {
  it('has a full row of cells for every action', () => {
    expect(Object.keys(cells).toSorted()).toEqual(actions.toSorted())
    for (const cell of Object.values(cells).flatMap((rows) => casts.map((cast) => rows[cast]))) {
      expect(cell).toHaveLength(states.length)
    }
  })

  const matrix = actions.flatMap((action) =>
    casts.flatMap((cast) => states.map((state, at) => ({ action, cast, state, letter: cells[action][cast][at] ?? '' }))))

  it.each(matrix)('$action by $cast at $state: $letter', ({ action, cast, state, letter }) => {
    const { actor, proposerId } = play(cast)
    expect(ask(actor, action, subjectOf(action, proposerId, state))).toEqual(letters[letter])
  })

  it('lets an admin decide their own where nobody else could, and nobody but an admin', () => {
    const subject = { proposerId: 'me', state: 'submitted', singleMaintainer: true } as const
    expect(can({ id: 'me', name: null, role: 'admin' }, 'proposal.decide', subject)).toEqual({ allowed: true })
    expect(can({ id: 'me', name: null, role: 'maintainer' }, 'proposal.decide', subject)).toEqual({ allowed: false, reason: 'own' })
    expect(can({ id: 'me', name: null, role: 'contributor' }, 'proposal.decide', subject)).toEqual({ allowed: false, reason: 'forbidden' })
  })

  it('lets anyone who is signed in submit a new proposal', () => {
    for (const role of ['contributor', 'maintainer', 'admin'] as const) {
      expect(can({ id: 'me', name: null, role }, 'proposal.submit')).toEqual({ allowed: true })
    }
    expect(can(null, 'proposal.submit')).toEqual({ allowed: false, reason: 'signed-out' })
  })

  it.each(['contributor', 'maintainer', 'admin'] as const)('lets a %s who is blocked read their own, and do nothing else', (role) => {
    const blocked: Actor = { id: 'me', name: null, role, blocked: true }
    const views: Action[] = ['proposal.view', 'inbox.view', 'watch.view', 'notices.view', 'draft.view']
    for (const [action, proposerId, state] of actions.flatMap((one) => ['me', 'someone'].flatMap((owner) => states.map((at) => [one, owner, at] as const)))) {
      const reads = views.includes(action) && proposerId === 'me'
      expect(ask(blocked, action, subjectOf(action, proposerId, state))).toEqual(reads ? { allowed: true } : { allowed: false, reason: 'blocked' })
    }
    expect(can(blocked, 'proposal.submit')).toEqual({ allowed: false, reason: 'blocked' })
    for (const action of ['inbox.view', 'watch.view', 'notices.view', 'draft.view'] as const) expect(can(blocked, action)).toEqual({ allowed: true })
    for (const action of ['inbox.mark', 'watch.change', 'notices.set', 'draft.keep', 'queue.view'] as const) expect(can(blocked, action)).toEqual({ allowed: false, reason: 'blocked' })
  })

  it.each([
    ['maintainer', 'maintainer', false], ['maintainer', 'admin', false], ['maintainer', 'contributor', true],
    ['admin', 'maintainer', true], ['admin', 'admin', true],
  ] as const)('of a %s who blocks a %s says %s', (role, whom, allowed) =>
    expect(can({ id: 'me', name: null, role }, 'person.block', { personId: 'someone', role: whom })).toEqual(allowed ? { allowed } : { allowed, reason: 'forbidden' }))

  it('fails closed: an unknown action, an unknown role, a proposal that is not named', () => {
    const admin: Actor = { id: 'me', name: null, role: 'admin' }
    const forbidden = { allowed: false, reason: 'forbidden' }
    for (const action of ['proposal.burn', 'toString', '__proto__'] as string[] as Action[]) expect(ask(admin, action)).toEqual(forbidden)
    for (const action of ['proposal.view', 'proposal.decide', 'proposal.amend', 'proposal.claim', 'proposal.comment', 'proposal.undo', 'proposal.revise', 'proposal.withdraw', 'person.block'] as const) {
      expect(ask(admin, action)).toEqual(forbidden)
    }
    const stranger = { id: 'me', name: null, role: 'owner' as string as Role }
    for (const action of actions) expect(ask(stranger, action, subjectOf(action, 'someone', 'submitted'))).toEqual(forbidden)
  })

  it('says every refusal in a sentence', () => {
    expect(refused('signed-out').code).toBe('signed-out')
    for (const reason of ['forbidden', 'blocked', 'own', 'self', 'state'] as const) expect(refused(reason)).toMatchObject({ ok: false, code: 'forbidden' })
  })
})
