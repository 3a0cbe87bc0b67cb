import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { publicName } from '@/lib/auth/name'
import type { EntryKind } from '@/lib/catalog/entry'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { changeSchema, type Change } from '@/lib/readme/change'
import type { Prisma } from '@/prisma/generated/client'
import type { ProposalState } from '@/prisma/generated/enums'
import { countDuplicates } from './duplicates'
import { headingsOf } from './headings'

/** A proposal in a list. */
export interface ListedProposal {
  id: number
  title: string
  state: ProposalState
  version: number
  proposer: string
  submittedAt: Date
  /** Headings of the sections that it changes, as far as its first changes tell. */
  sections: string[]
  /** The kind of the entries that it adds; null: it changes the README in other ways too. */
  kind: EntryKind | null
  /** The reader's own. */
  own: boolean
}

/** A proposal that waits for a decision. */
export interface QueueItem extends ListedProposal {
  /** How many entries and open proposals are likely the same. */
  duplicates: number
}

const queueRows = 50
/** An import may change thousands of things; a list tells of it by these. */
const changesRead = 50
const countLimit = 1001

/** Proposals that wait for a decision, oldest first, `after` the `more` of the page before; `total` counts to 1,001. */
export async function queue(
  db: Db,
  actor: Actor,
  { after }: { after?: string } = {},
): Promise<Result<{ items: QueueItem[]; more: string | null; total: number }>> {
  const permission = can(actor, 'queue.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const where = { state: 'submitted' as const }
  const found = await db.proposal.findMany({
    where: { ...where, ...behind(after) },
    select: listSelect,
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: queueRows + 1,
  })
  const listed = await listItems(db, actor, found.slice(0, queueRows))
  const duplicates = await countDuplicates(db, listed.map(({ id }) => id))
  const items = listed.map((item) => ({ ...item, duplicates: duplicates.get(item.id) ?? 0 }))
  const last = items.at(-1)
  const total = (await db.proposal.findMany({ where, select: { id: true }, take: countLimit })).length
  return ok({ items, more: found.length > queueRows && last ? `${last.submittedAt.getTime()}-${last.id}` : null, total })
}

function behind(cursor: string | undefined): Prisma.ProposalWhereInput {
  const [, time, id] = /^(\d{1,15})-(\d{1,9})$/.exec(cursor ?? '') ?? []
  if (!time || !id) return {}
  const at = new Date(Number(time))
  return { OR: [{ submittedAt: { gt: at } }, { submittedAt: at, id: { gt: Number(id) } }] }
}

/** The oldest proposal but `current` that waits for a decision by somebody else than its proposer; null where none does. */
export async function nextInQueue(db: Db, actor: Actor, current: number): Promise<Result<number | null>> {
  const permission = can(actor, 'queue.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const next = await db.proposal.findFirst({
    where: { state: 'submitted', id: { not: current }, proposerId: { not: actor.id } },
    select: { id: true },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  })
  return ok(next?.id ?? null)
}

/** The reader's own proposals, newest first. */
export async function myProposals(db: Db, actor: Actor): Promise<Result<ListedProposal[]>> {
  if (!actor) return refused('signed-out')
  const found = await db.proposal.findMany({ where: { proposerId: actor.id }, select: listSelect, orderBy: { id: 'desc' }, take: 200 })
  return ok(await listItems(db, actor, found))
}

/** The columns that a listed proposal is made of. */
export const listSelect = {
  id: true,
  title: true,
  state: true,
  version: true,
  submittedAt: true,
  createdAt: true,
  proposer: { select: { id: true, name: true } },
  versions: {
    select: { changes: { select: { change: true }, where: { ordinal: { lt: changesRead } }, orderBy: { ordinal: 'asc' } } },
    orderBy: { number: 'desc' },
    take: 1,
  },
} satisfies Prisma.ProposalSelect

type ListRow = Prisma.ProposalGetPayload<{ select: typeof listSelect }>

/** Makes listed proposals of rows, for whoever reads them. */
export async function listItems(db: Db, actor: Viewer, rows: readonly ListRow[]): Promise<ListedProposal[]> {
  const read = rows.map((row) => ({
    row,
    changes: (row.versions[0]?.changes ?? []).map(({ change }) => changeSchema.parse(change)),
  }))
  const headings = await headingsOf(db, read.flatMap(({ changes }) => changes.flatMap(sectionsIn)))
  return read.map(({ row, changes }) => ({
    ...{ id: row.id, title: row.title, state: row.state, version: row.version },
    ...{ proposer: publicName(row.proposer), own: row.proposer.id === actor.id },
    submittedAt: row.submittedAt ?? row.createdAt,
    sections: [...new Set(changes.flatMap(sectionsIn).map((section) => headings.get(section) ?? section))],
    kind: kindOfAll(changes),
  }))
}

function sectionsIn(change: Change): string[] {
  if (change.op === 'text') return []
  return change.op === 'move' && change.to !== undefined ? [change.section, change.to] : [change.section]
}

function kindOfAll(changes: readonly Change[]): EntryKind | null {
  const [kind, ...others] = new Set(changes.map((change) => (change.op === 'add' ? change.entry.kind : null)))
  return others.length === 0 ? (kind ?? null) : null
}
