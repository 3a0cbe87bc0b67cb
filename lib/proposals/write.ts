import { publicName } from '@/lib/auth/name'
import type { Actor, Viewer } from '@/lib/auth/policy'
import { identitiesOf } from '@/lib/catalog/identity'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import type { Evidence } from '@/lib/lookup/evidence'
import { tell } from '@/lib/notices/tell'
import { allowProposal, allowUpdate } from '@/lib/limits/sending'
import type { Change } from '@/lib/readme/change'
import { readContent } from '@/lib/readme/changes/content'
import type { EventKind } from '@/prisma/generated/enums'
import { aboutOf, sectionsIn, type About } from './about'
import { claim, lockProposal, movedOn } from './claim'
import { nextState } from './states'

/** A version of a proposal as it is written, its changes checked, each with the entry that it is about, where that is known. */
export interface Version {
  title: string
  rationale: string
  changes: readonly { change: Change; entryId: string | null; evidence?: readonly Evidence[] }[]
  /** The catalog revision that the changes were made against; null: they hold against any. */
  baseRevision: number | null
  /** Whether accepting it leaves the README's date line as the changes have it. */
  keepsDate: boolean
  /** The accepted proposals that it takes back. */
  undoes?: readonly number[]
}

/** Writes a proposal that is sent for review, with its first version and its event; answers its number. Fails as `limited`. */
export async function createProposal(db: Db, actor: Viewer, version: Version): Promise<Result<{ id: number }>> {
  const allowed = await allowProposal(db, actor)
  if (!allowed.ok) return allowed
  const { id } = await db.proposal.create({
    data: {
      ...{ proposerId: actor.id, state: 'submitted', title: version.title, submittedAt: new Date() },
      undoes: { create: version.undoes?.map((ofId) => ({ ofId })) ?? [] },
      ...(await aboutVersion(db, version)),
    },
    select: { id: true },
  })
  await writeVersion(db, id, 1, version)
  await recordEvent(db, 'submitted', actor, id)
  return ok({ id })
}

/**
 * Writes the next version of one's own open proposal, `version` being the one that was read. Asks the policy, and fails as
 * `conflict` where the proposal was decided or revised meanwhile, and as `limited`.
 */
export async function reviseVersion(
  db: Db,
  actor: Actor,
  { proposal, version }: { proposal: number; version: number },
  draft: Version,
): Promise<Result<{ id: number; version: number }>> {
  const found = await lockProposal(db, actor, proposal, 'proposal.revise')
  if (!found.ok) return found
  const to = nextState(found.value.state, 'revise')
  const moved = await movedOn(db, found.value, version, to)
  if (moved) return moved
  const allowed = await allowUpdate(db, found.value.actor)
  if (!allowed.ok) return allowed
  const next = version + 1
  const data = { version: next, title: draft.title, submittedAt: new Date(), ...(await aboutVersion(db, draft)) }
  const claimed = await claim(db, found.value, version, to, data)
  if (!claimed.ok) return claimed
  await writeVersion(db, proposal, next, draft)
  await recordEvent(db, 'resubmitted', found.value.actor, proposal)
  return ok({ id: proposal, version: next })
}

async function aboutVersion(db: Db, { changes }: Version): Promise<About> {
  const named = [...new Set(changes.flatMap(({ change }) => sectionsIn(change)))]
  const sections = await db.section.findMany({ where: { slug: { in: named } }, select: { slug: true, kind: true } })
  const kinds = new Map(sections.map(({ slug, kind }) => [slug, kind]))
  return aboutOf(changes.map(({ change }) => change), (section) => kinds.get(section))
}

// As lib/catalog/store: one statement for thousands of rows would leave the transaction idle until the database ends it.
const batch = 500

/** Writes a version of a proposal, its changes in their order, each with what makes its entry likely the same as another. */
async function writeVersion(
  db: Db,
  proposalId: number,
  number: number,
  { title, rationale, changes, baseRevision, keepsDate }: Version,
): Promise<void> {
  await db.proposalVersion.create({ data: { proposalId, number, title, rationale, baseRevision, keepsDate } })
  const of = { proposalId, version: number }
  for (let start = 0; start < changes.length; start += batch) {
    const part = changes.slice(start, start + batch).map((item, index) => ({ ...item, ordinal: start + index }))
    await db.change.createMany({ data: part.map(({ ordinal, change, entryId }) => ({ ...of, ordinal, op: change.op, change, entryId })) })
    await db.changeIdentity.createMany({
      data: part.flatMap(({ ordinal, change }) =>
        change.op === 'add' ? identitiesOf(readContent(change.entry)).map((identity) => ({ ...of, ordinal, identity })) : [],
      ),
    })
    await db.evidence.createMany({ data: part.flatMap(({ ordinal, evidence = [] }) => evidence.map((one) => ({ ...of, ordinal, ...one }))) })
  }
}

/** One event per mutation, in its transaction, and whoever is to be told of it; `comment` is the one that it is about. */
export async function recordEvent(db: Db, kind: EventKind, actor: Viewer, proposalId: number, comment?: number): Promise<void> {
  const { id } = await db.event.create({ data: { kind, actorId: actor.id, proposalId, data: { actor: publicName(actor) } }, select: { id: true } })
  await tell(db, { event: id, kind, comment })
}
