import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { publicName } from '@/lib/auth/name'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import type { Change } from '@/lib/readme/change'
import type { DiffLine } from '@/lib/readme/line-diff'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import type { Prisma } from '@/prisma/generated/client'
import type { ProposalState, Verdict } from '@/prisma/generated/enums'
import type { FormChange } from './change'
import { changesShown, reviewedChanges, type ReviewedChange } from './change-view'
import { claimsOf, type Claim } from './claims'
import { isOnlyMaintainer, isProposalNumber, noProposal } from './claim'
import type { ToldClash } from './clashes'
import { commentsOf, type CommentView } from './comments'
import type { FieldStep } from './field-steps'
import { draftOf } from './form-changes'
import type { NewFinding } from './new-findings'
import { outcomeOf } from './outcome'
import { countRecord, type ProposerRecord } from './person-record'
import { nextState, openStates } from './states'
import { titleOfChange } from './title'
import { describe, type Told } from './told'
import { undoing } from './undoing'
import { versionSteps, type VersionStep } from './version-diff'
import { storedChanges, type StoredChange } from './stored-changes'

/** What was said of one version. */
export interface DecisionView {
  version: number
  verdict: Verdict
  reason: string
  decider: string
  at: Date
  catalogRevision: number | null
}

/** A proposal as its proposer and the maintainers see it. */
export interface ProposalView {
  id: number
  version: number
  state: ProposalState
  title: string
  rationale: string
  /** `blocked`: by now; told to maintainers alone. */
  proposer: { id: string; name: string; blocked: boolean }
  /** How their other proposals ended; only for maintainers. */
  record: ProposerRecord | null
  submittedAt: Date
  /** The first of its changes; `total` counts them all. */
  changes: ReviewedChange[]
  total: number
  /** All its changes as a form sends them; null where a form could not have sent them. */
  drafts: FormChange[] | null
  /** The catalog revision that its changes were made against; null: they hold against any. */
  base: number | null
  /** What an acceptance now would do to the README, or what it did; null where it will never be accepted. */
  readme: DiffLine[] | null
  /** What the linter would find in that README, and does not find now. */
  findings: NewFinding[]
  /** What the catalog changed otherwise since; and why it cannot be accepted as the catalog is now, in a sentence. */
  clashes: ToldClash[]
  blocked: string | null
  /** Oldest first. */
  decisions: DecisionView[]
  versions: { number: number; submittedAt: Date; rationale: string }[]
  /** What the latest version says otherwise than the one before; null of a first one. */
  since: { version: number; steps: { sort: VersionStep['sort']; title: string; steps: FieldStep[] }[] } | null
  /** Oldest first. */
  comments: CommentView[]
  /** Who says to be reviewing it; only for maintainers. */
  claim: Claim | null
  /** Other open proposals about the same entries; only for maintainers. */
  others: { id: number; title: string }[]
  /** The accepted proposals that it takes back, and the one that takes it back, or would. */
  undoes: number[]
  undoneBy: { id: number; state: ProposalState } | null
  may: { decide: boolean; whyNotDecide: string | null; revise: boolean; withdraw: boolean; undo: boolean; claim: boolean; comment: boolean }
}

const viewSelect = {
  id: true,
  version: true,
  state: true,
  title: true,
  submittedAt: true,
  createdAt: true,
  proposer: { select: { id: true, name: true, blockedAt: true } },
  undoes: { select: { ofId: true }, orderBy: { ofId: 'asc' } },
  undoneBy: { where: undoing, select: { by: { select: { id: true, state: true } } }, take: 1 },
  decisions: { include: { decider: { select: { id: true, name: true } } }, orderBy: { version: 'asc' } },
  versions: {
    select: { number: true, submittedAt: true, rationale: true, baseRevision: true, keepsDate: true },
    orderBy: { number: 'asc' },
  },
} satisfies Prisma.ProposalSelect

type ProposalRow = Prisma.ProposalGetPayload<{ select: typeof viewSelect }>

/**
 * A proposal for whoever may see it; `not-found` for all others, as if there were none. `now` dates the README diff, which
 * tells of an acceptance `without` some of its changes, by their places.
 */
export async function proposalView(db: Db, actor: Actor, id: number, now: Date, without: readonly number[] = []): Promise<Result<ProposalView>> {
  if (!actor) return refused('signed-out')
  const row = isProposalNumber(id) ? await db.proposal.findUnique({ where: { id }, select: viewSelect }) : null
  const subject = row && { proposerId: row.proposer.id, state: row.state }
  if (!row || !subject || !can(actor, 'proposal.view', subject).allowed) return noProposal(id)
  // Of the version that stands: one sent while this is read must not show under the number before it.
  const [changes, version] = [await storedChanges(db, id, row.version), row.versions.find(({ number }) => number === row.version)]
  const earlier = row.version > 1 && changes.length <= changesShown ? (await storedChanges(db, id, row.version - 1)).map(({ change }) => change) : []
  const sent = { changes, earlier, base: version?.baseRevision ?? null, keepsDate: version?.keepsDate ?? false, without: new Set(without) }
  const isOpen = nextState(row.state, 'withdraw') !== undefined
  const made = row.decisions.find(({ catalogRevision }) => catalogRevision !== null)?.catalogRevision ?? null
  const { against, ...outcome } = await outcomeOf(db, sent, made, isOpen, now)
  return ok({
    ...{ id: row.id, version: row.version, state: row.state, title: row.title, rationale: version?.rationale ?? '' },
    proposer: { id: row.proposer.id, name: publicName(row.proposer), blocked: row.proposer.blockedAt !== null && can(actor, 'queue.view').allowed },
    ...(can(actor, 'queue.view').allowed ? await forMaintainers(db, row, now) : { record: null, claim: null, others: [] }),
    ...{ since: sinceLast(row, against, sent), comments: await commentsOf(db, id) },
    submittedAt: row.submittedAt ?? row.createdAt,
    changes: await reviewedChanges(db, against, changes, { duplicates: isOpen, proposal: row.id, version: row.version }),
    ...{ total: changes.length, drafts: sent.keepsDate ? null : draftsOf(against, sent), base: sent.base, ...outcome },
    decisions: row.decisions.map(({ decider, ...decision }) => ({ ...decision, decider: publicName(decider) })),
    versions: row.versions.map(({ number, submittedAt, rationale }) => ({ number, submittedAt, rationale })),
    ...{ undoes: row.undoes.map(({ ofId }) => ofId), undoneBy: row.undoneBy[0]?.by ?? null, may: await permissions(db, actor, row) },
  })
}

/** Changes as a form sends them again: their entries are what they were in the README that they were made against. */
function draftsOf(against: Readme, { changes, base }: { changes: readonly StoredChange[]; base: number | null }): FormChange[] | null {
  const kinds = new Map(sectionsOf(against.parts).map(({ key, kind }) => [key, kind]))
  return draftOf(changes.map(({ change }) => change), { base, kindIn: (section) => kinds.get(section), known: base === null ? null : against })
}

function sinceLast({ version }: ProposalRow, against: Readme, { changes, earlier }: { changes: readonly StoredChange[]; earlier: readonly Change[] }): ProposalView['since'] {
  if (version === 1 || changes.length > changesShown) return null
  const steps = versionSteps(earlier, changes.map(({ change }) => change))
  const told = describe(against, steps.map(({ change }) => change))
  return { version: version - 1, steps: steps.map(({ sort, steps: fields }, index) => ({ sort, title: titleOfChange(told[index] as Told), steps: fields })) }
}

/** What only maintainers are told of a proposal. */
async function forMaintainers(db: Db, { id, version, proposer }: ProposalRow, now: Date): Promise<Pick<ProposalView, 'record' | 'claim' | 'others'>> {
  return {
    record: await countRecord(db, proposer.id),
    claim: (await claimsOf(db, [id], now)).get(id) ?? null,
    others: await othersAbout(db, id, version),
  }
}

const othersShown = 10

/** Other open proposals whose latest version is about an entry that this one is about. */
function othersAbout(db: Db, id: number, version: number): Promise<ProposalView['others']> {
  return db.$queryRaw<ProposalView['others']>`
    SELECT DISTINCT p.id, p.title FROM change mine
    JOIN change other ON other.entry_id = mine.entry_id AND other.proposal_id <> mine.proposal_id
    JOIN proposal p ON p.id = other.proposal_id AND p.version = other.version AND p.state::text = ANY(${openStates})
    WHERE mine.proposal_id = ${id} AND mine.version = ${version} ORDER BY p.id LIMIT ${othersShown}`
}

async function permissions(db: Db, actor: Viewer, row: ProposalRow): Promise<ProposalView['may']> {
  const singleMaintainer = await isOnlyMaintainer(db, actor)
  const subject = { proposerId: row.proposer.id, state: row.state, singleMaintainer }
  const decide = can(actor, 'proposal.decide', subject)
  const mayDecide = decide.allowed && nextState(row.state, 'accept') !== undefined
  return {
    decide: mayDecide,
    whyNotDecide: decide.allowed ? null : refused(decide.reason).message,
    revise: can(actor, 'proposal.revise', subject).allowed && nextState(row.state, 'revise') !== undefined,
    withdraw: can(actor, 'proposal.withdraw', subject).allowed && nextState(row.state, 'withdraw') !== undefined,
    claim: can(actor, 'proposal.claim', subject).allowed && nextState(row.state, 'accept') !== undefined,
    comment: can(actor, 'proposal.comment', subject).allowed,
    undo: can(actor, 'proposal.undo', subject).allowed && row.state === 'accepted' && row.undoneBy.length === 0,
  }
}
