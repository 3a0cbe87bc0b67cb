import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { publicName } from '@/lib/auth/name'
import { kindOf } from '@/lib/catalog/entry'
import { viewOfDraft, type EntryRef, type EntrySection, type EntryView } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import type { DiffLine } from '@/lib/readme/line-diff'
import { currentRevision } from '@/lib/readme/load'
import type { Prisma } from '@/prisma/generated/client'
import type { ProposalState, Verdict } from '@/prisma/generated/enums'
import { changeSchema, type Change } from './change'
import { isOnlyMaintainer, isProposalNumber, noProposal } from './claim'
import { duplicatesOf, likenessOf, type Duplicate } from './duplicates'
import { sectionsOf } from './headings'
import { diffOfChanges, diffOfRevision } from './readme-diff'
import { nextState } from './states'

/** A change as its readers see it. */
export interface ChangeView {
  change: Change
  /** The heading of its section; its slug where the section is gone. */
  section: string
  /** As the catalog would show it. */
  view: EntryView
  duplicates: Duplicate[]
  /** The entry that it added, once accepted. */
  entry: EntryRef | null
}

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
  proposer: { id: string; name: string }
  submittedAt: Date
  changes: ChangeView[]
  /** What an acceptance now would do to the README, or what it did; null where it will never be accepted. */
  readme: DiffLine[] | null
  /** Oldest first. */
  decisions: DecisionView[]
  versions: { number: number; submittedAt: Date; rationale: string }[]
  may: { decide: boolean; whyNotDecide: string | null; revise: boolean; withdraw: boolean }
}

const viewSelect = {
  id: true,
  version: true,
  state: true,
  title: true,
  submittedAt: true,
  createdAt: true,
  proposer: { select: { id: true, name: true } },
  decisions: { include: { decider: { select: { id: true, name: true } } }, orderBy: { version: 'asc' } },
  versions: { select: { number: true, submittedAt: true, rationale: true }, orderBy: { number: 'asc' } },
} satisfies Prisma.ProposalSelect

type ProposalRow = Prisma.ProposalGetPayload<{ select: typeof viewSelect }>

/** A proposal for whoever may see it; `not-found` for all others, as if there were none. `now` dates the README diff. */
export async function proposalView(db: Db, actor: Actor, id: number, now: Date): Promise<Result<ProposalView>> {
  if (!actor) return refused('signed-out')
  const row = isProposalNumber(id) ? await db.proposal.findUnique({ where: { id }, select: viewSelect }) : null
  const subject = row && { proposerId: row.proposer.id, state: row.state }
  if (!row || !subject || !can(actor, 'proposal.view', subject).allowed) return noProposal(id)
  const changes = await changesOf(db, row)
  return ok({
    ...{ id: row.id, version: row.version, state: row.state, title: row.title, rationale: row.versions.find(({ number }) => number === row.version)?.rationale ?? '' },
    proposer: { id: row.proposer.id, name: publicName(row.proposer) },
    submittedAt: row.submittedAt ?? row.createdAt,
    changes: await viewChanges(db, row, changes),
    readme: await readmeDiff(db, row, changes.map(({ change }) => change), now),
    decisions: row.decisions.map(({ decider, ...decision }) => ({ ...decision, decider: publicName(decider) })),
    versions: row.versions,
    may: await permissions(db, actor, row),
  })
}

/** The changes of the version that stands: a version sent while this is read must not show under the number before it. */
async function changesOf(db: Db, { id, version }: ProposalRow): Promise<{ change: Change; entry: EntryRef | null }[]> {
  const found = await db.change.findMany({
    where: { proposalId: id, version },
    select: { change: true, entry: { select: { kind: true, slug: true, name: true } } },
    orderBy: { ordinal: 'asc' },
  })
  return found.map(({ change, entry }) => ({ change: changeSchema.parse(change), entry }))
}

async function viewChanges(
  db: Db,
  row: ProposalRow,
  changes: readonly { change: Change; entry: EntryRef | null }[],
): Promise<ChangeView[]> {
  const sections = await sectionsOf(db, changes.map(({ change }) => change.section))
  const isOpen = nextState(row.state, 'withdraw') !== undefined
  return Promise.all(
    changes.map(async ({ change, entry }) => {
      const section = sections.get(change.section) ?? goneSection(change)
      const view = await viewOfDraft(db, section, change.entry)
      return {
        ...{ change, entry, view, section: section.heading },
        duplicates: isOpen ? await duplicatesOf(db, likenessOf(view.entry), row.id) : [],
      }
    }),
  )
}

/** A section that is gone, as far as the change tells of it. */
function goneSection({ section: slug, entry }: Change): EntrySection {
  return { slug, heading: slug, columns: [...kindOf(entry.kind).columns.map(({ key }) => key), ...Object.keys(entry.more ?? {})] }
}

async function readmeDiff(db: Db, row: ProposalRow, changes: readonly Change[], now: Date): Promise<DiffLine[] | null> {
  const made = row.decisions.find(({ catalogRevision }) => catalogRevision !== null)?.catalogRevision
  if (made) return diffOfRevision(db, made)
  if (nextState(row.state, 'withdraw') === undefined) return null
  return diffOfChanges(db, changes, await currentRevision(db), now)
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
  }
}
