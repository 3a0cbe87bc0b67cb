import { can, refused, type Actor } from '@/lib/auth/policy'
import { publicName } from '@/lib/auth/name'
import { note } from '@/lib/catalog/schema'
import { check } from '@/lib/check'
import { transact, type Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import type { Change } from '@/lib/readme/change'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { reachOfSteps } from '@/lib/readme/load-reach'
import type { Readme } from '@/lib/readme/parse'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import { isProposalNumber, noProposal } from './claim'
import { rebase } from './rebase'
import { between, stepBack } from './step-back'
import { cut, titleOfUndo } from './title'
import { undoing } from './undoing'
import { createProposal, type Version } from './write'

const rationaleSchema = note(2000, 'Keep the note under 2,000 characters.')

/**
 * Proposes to take an accepted proposal back: what leads from the README that it made to the one before, as changes against the revision that it
 * made, so that later changes stand. Accepted at once, README.md has its former bytes. Fails as `conflict` where the proposal was never
 * accepted, or an undo of it is open already.
 */
export async function undoProposal(
  db: PrismaClient,
  actor: Actor,
  { proposal, rationale }: { proposal: number; rationale: string },
): Promise<Result<{ id: number }>> {
  if (!actor) return refused('signed-out')
  const found = isProposalNumber(proposal) ? await db.proposal.findUnique({ where: { id: proposal }, select: undoSelect }) : null
  if (!found || !can(actor, 'proposal.view', found).allowed) return noProposal(proposal)
  const permission = can(actor, 'proposal.undo', found)
  if (!permission.allowed) return refused(permission.reason)
  const why = check(rationaleSchema, rationale)
  if (!why.ok) return fail('invalid', why.message, { rationale: Object.values(why.fields ?? {})[0] ?? why.message })
  if (!found.revision) return fail('conflict', 'It was not accepted, so there is nothing to undo.')
  const [open] = found.undoneBy
  if (open) return isUndone(open)
  const { number } = found.revision
  const changes = await stepBack(db, number)
  if (changes.length === 0) return fail('conflict', 'It changed nothing, so there is nothing to undo.')
  const version = versionOf({ title: titleOfUndo(found.title), rationale: why.value, changes, baseRevision: number })
  return transact(db, async (tx) => {
    // Of two who undo it at once the second waits here, and finds what the first sent.
    await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${proposal} FOR NO KEY UPDATE`
    const sent = await tx.undo.findFirst({ where: { ofId: proposal, ...undoing }, select: { byId: true } })
    return sent ? isUndone(sent) : createProposal(tx, actor, { ...version, undoes: [proposal] })
  })
}

function isUndone({ byId }: { byId: number }): Failure {
  return fail('conflict', `Proposal ${byId} undoes it already.`)
}

const undoSelect = {
  title: true,
  state: true,
  proposerId: true,
  revision: { select: { number: true } },
  undoneBy: { where: undoing, select: { byId: true }, take: 1 },
} satisfies Prisma.ProposalSelect

/** What undoing all of a person's contributions comes to: the proposal, and what of theirs stays, as later changes rest on it. */
export interface PersonUndone {
  id: number
  undone: number
  kept: string[]
}

// Each costs two readings of the history.
const mostUndone = 200

/**
 * Proposes to take back all that was accepted of a person, the newest first, as one proposal against the catalog as it is. What later
 * changes of others touched too stays, and is named. Fails as `conflict` where there is nothing to undo. `person` must be a UUID.
 */
export async function undoPerson(
  db: PrismaClient,
  actor: Actor,
  { person, rationale }: { person: string; rationale: string },
): Promise<Result<PersonUndone>> {
  const permission = can(actor, 'person.undo')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const why = check(rationaleSchema, rationale)
  if (!why.ok) return fail('invalid', why.message, { rationale: Object.values(why.fields ?? {})[0] ?? why.message })
  const found = await db.user.findUnique({ where: { id: person }, select: { id: true, name: true } })
  if (!found) return fail('not-found', 'There is no such person.')
  const baseRevision = await currentRevision(db)
  const { now, after, undone, kept, undoes } = await withoutPerson(db, found.id, baseRevision)
  const changes = between(now, after)
  if (changes.length === 0) return fail('conflict', 'Nothing of theirs can be taken back as the catalog is now.')
  const title = cut(`Undo all that was accepted of ${publicName(found)}`)
  const version = versionOf({ title, rationale: [why.value, sayKept(kept)].filter(Boolean).join('\n\n'), changes, baseRevision })
  const sent = await transact(db, (tx) => createProposal(tx, actor, { ...version, undoes }))
  return sent.ok ? ok({ ...sent.value, undone, kept }) : sent
}

/** The catalog as it is, as it would be had the person proposed nothing that others did not build on, and the proposals that this undoes. */
async function withoutPerson(db: Db, person: string, revision: number): Promise<{ now: Readme; after: Readme; undone: number; kept: string[]; undoes: number[] }> {
  const accepted = await db.catalogRevision.findMany({
    where: { proposal: { proposerId: person } },
    select: { number: true, proposal: { select: { id: true, title: true, undoneBy: { where: undoing, select: { byId: true }, take: 1 } } } },
    orderBy: { number: 'desc' },
    take: mostUndone,
  })
  const reach = await reachOfSteps(db, accepted.map(({ number }) => number), { now: revision })
  const now = await loadReadme(db, revision, reach)
  let after: Readme = now
  const kept: string[] = []
  const undoes: number[] = []
  for (const { number, proposal } of accepted) {
    const made = await loadReadme(db, number, reach)
    const undone = rebase(made, after, between(made, await loadReadme(db, number - 1, reach)))
    if (!undone.after.ok) {
      kept.push(proposal?.title ?? '')
      continue
    }
    after = undone.after.value
    // What was undone by itself already is not by this.
    if (proposal?.undoneBy.length === 0) undoes.push(proposal.id)
  }
  return { now, after, undone: accepted.length - kept.length, kept, undoes }
}

const named = 20

function sayKept(kept: readonly string[]): string {
  if (kept.length === 0) return ''
  const others = kept.length > named ? `; and ${kept.length - named} more` : ''
  return `Kept, as later changes touch the same: ${kept.slice(0, named).join('; ')}${others}.`
}

/** Whatever date the README told before, it tells again. */
function versionOf({ changes, ...version }: { title: string; rationale: string; changes: Change[]; baseRevision: number }): Version {
  return { ...version, changes: changes.map((change) => ({ change, entryId: null })), keepsDate: true }
}
