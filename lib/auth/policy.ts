import { fail, type Failure } from '@/lib/errors'

/** What a person may do in this portal; an admin also grants roles. */
export const roles = ['contributor', 'maintainer', 'admin'] as const
export type Role = (typeof roles)[number]

/** The person behind a request. `name` is what they are called in public; null: publicName makes one from the id. Who is `blocked` only reads their own. */
export type Viewer = { id: string; name: string | null; role: Role; blocked?: boolean }

/** Who asks; null: nobody signed in. */
export type Actor = Viewer | null

/** The states of a proposal, as the database writes them (DESIGN §5). */
export type SubjectState = 'draft' | 'submitted' | 'changes_requested' | 'accepted' | 'rejected' | 'withdrawn'

/** What the policy needs to know of a proposal. */
export interface ProposalSubject {
  proposerId: string
  state: SubjectState
}

/** `singleMaintainer`: nobody but the proposer could decide it; counted by the service, in its transaction. */
export interface DecisionSubject extends ProposalSubject {
  singleMaintainer?: boolean
}

/** What the policy needs to know of somebody to whom something is done. */
export interface PersonSubject {
  personId: string
  role: Role
}

/** What each action is done to; an action that stands in no line here is done to nothing in particular. */
interface SubjectOf {
  /** Absent: a new one. */
  'proposal.submit': [subject?: ProposalSubject]
  'proposal.view': [subject: ProposalSubject]
  'proposal.revise': [subject: ProposalSubject]
  'proposal.withdraw': [subject: ProposalSubject]
  'proposal.decide': [subject: DecisionSubject]
  'proposal.amend': [subject: DecisionSubject]
  'proposal.claim': [subject: DecisionSubject]
  'proposal.comment': [subject: ProposalSubject]
  'proposal.undo': [subject: ProposalSubject]
  'draft.view': []
  'draft.keep': []
  'queue.view': []
  'person.undo': []
  'person.block': [subject: PersonSubject]
  'duplicates.view': []
  'lookup.ask': []
  'inbox.view': []
  'inbox.mark': []
  'watch.view': []
  'watch.change': []
  'notices.view': []
  'notices.set': []
  'role.grant': []
  'criteria.write': []
  'catalog.import': []
}

/** Everything that needs permission. Reading the public catalog needs none. */
export type Action = keyof SubjectOf

/** Why not: nobody is signed in, the person may not or is blocked, it is their own proposal or they themselves, or not in its present state. */
export type Refusal = 'signed-out' | 'forbidden' | 'blocked' | 'own' | 'self' | 'state'

/** The policy's answer. */
export type Permission = { allowed: true } | { allowed: false; reason: Refusal }

interface Rule {
  /** Who may by role alone. */
  roles: readonly Role[]
  /** A proposer's part: 'may' whatever their role; 'alone' nobody else whatever theirs; 'never', but for an admin with no other maintainer. */
  proposer?: 'may' | 'alone' | 'never'
  /** Only the proposer, in these states. */
  closed?: readonly SubjectState[]
  /** Nothing is changed by it, so who is blocked may, with their own. */
  reads?: true
  /** Refuse where nothing is named that it is done to. */
  needsSubject?: true
}

const deciders = ['maintainer', 'admin'] as const

const rules: Record<Action, Rule> = {
  'proposal.submit': { roles, proposer: 'alone' },
  // One's own, as every question of the database about drafts says.
  'draft.view': { roles, reads: true },
  'draft.keep': { roles },
  // A draft is its author's until it is sent.
  'proposal.view': { roles: deciders, proposer: 'may', closed: ['draft'], reads: true, needsSubject: true },
  'proposal.revise': { roles, proposer: 'alone', needsSubject: true },
  'proposal.withdraw': { roles, proposer: 'alone', needsSubject: true },
  'proposal.decide': { roles: deciders, proposer: 'never', needsSubject: true },
  'proposal.amend': { roles: deciders, proposer: 'never', needsSubject: true },
  'proposal.claim': { roles: deciders, proposer: 'never', needsSubject: true },
  'proposal.comment': { roles: deciders, proposer: 'may', closed: ['draft'], needsSubject: true },
  // Whoever undoes something proposes it: somebody else decides.
  'proposal.undo': { roles: deciders, proposer: 'may', closed: ['draft'], needsSubject: true },
  'person.undo': { roles: deciders },
  // An admin blocks anybody else, a maintainer contributors.
  'person.block': { roles: deciders, needsSubject: true },
  'queue.view': { roles: deciders },
  // It names other people's open proposals: for people with a name, not for crawlers.
  'duplicates.view': { roles },
  // It makes the portal ask other services.
  'lookup.ask': { roles },
  // One's own, by whoever asks: these name no person.
  'inbox.view': { roles, reads: true },
  'inbox.mark': { roles },
  'watch.view': { roles, reads: true },
  'watch.change': { roles },
  'notices.view': { roles, reads: true },
  'notices.set': { roles },
  'role.grant': { roles: ['admin'] },
  'criteria.write': { roles: deciders },
  'catalog.import': { roles: deciders },
}

/** Every action, for tests and for checks that each has its rule. */
export const actions = Object.keys(rules) as Action[]

const yes: Permission = { allowed: true }
const no = (reason: Refusal): Permission => ({ allowed: false, reason })

/**
 * The one place that says who may do what. Fails closed: an action without a rule, or a subject that is not named, is
 * refused. In which states an action makes sense is lib/proposals/states' matter, but for who may see a proposal.
 */
export function can<A extends Action>(actor: Actor, action: A, ...subject: SubjectOf[A]): Permission {
  const rule = Object.hasOwn(rules, action) ? rules[action] : undefined
  const about: DecisionSubject | PersonSubject | undefined = subject[0]
  if (!actor) return no('signed-out')
  if (!rule || (rule.needsSubject && !about)) return no('forbidden')
  if (about && 'personId' in about) return actor.blocked ? no('blocked') : canToPerson(actor, rule, about)
  if (actor.blocked) return canBlocked(actor, rule, about)
  return about ? canAbout(actor, rule, about) : byRole(actor, rule)
}

/** What names nobody is one's own. */
function canBlocked(actor: Viewer, rule: Rule, about: DecisionSubject | undefined): Permission {
  if (!rule.reads) return no('blocked')
  if (!about) return byRole(actor, rule)
  return about.proposerId === actor.id ? yes : no('blocked')
}

function canToPerson(actor: Viewer, rule: Rule, { personId, role }: PersonSubject): Permission {
  const permission = byRole(actor, rule)
  if (!permission.allowed) return permission
  if (actor.id === personId) return no('self')
  return actor.role === 'admin' || role === 'contributor' ? yes : no('forbidden')
}

function canAbout(actor: Viewer, rule: Rule, subject: DecisionSubject): Permission {
  if (actor.id === subject.proposerId) return canOwn(actor, rule, subject)
  if (rule.proposer === 'alone') return no('forbidden')
  const permission = byRole(actor, rule)
  return permission.allowed && rule.closed?.includes(subject.state) ? no('state') : permission
}

function canOwn(actor: Viewer, rule: Rule, subject: DecisionSubject): Permission {
  if (rule.proposer === 'may') return yes
  const permission = byRole(actor, rule)
  if (!permission.allowed || rule.proposer !== 'never') return permission
  return actor.role === 'admin' && subject.singleMaintainer === true ? yes : no('own')
}

function byRole(actor: Viewer, rule: Rule): Permission {
  return rule.roles.includes(actor.role) ? yes : no('forbidden')
}

const refusals: Record<Refusal, Failure> = {
  'signed-out': fail('signed-out', 'Sign in first.'),
  forbidden: fail('forbidden', 'Your account may not do this.'),
  blocked: fail('forbidden', 'Your account is blocked, so you can read, and change nothing. Your account page says why.'),
  self: fail('forbidden', 'Nobody blocks themselves.'),
  own: fail('forbidden', 'Nobody decides their own proposal; another maintainer can.'),
  state: fail('forbidden', 'This proposal is a draft; only its author sees it.'),
}

/** The failure that a service returns for a refusal. */
export function refused(reason: Refusal): Failure {
  return refusals[reason]
}
