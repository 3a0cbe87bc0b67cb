import { publicName } from '@/lib/auth/name'
import { can, type Viewer } from '@/lib/auth/policy'
import { kindOf } from '@/lib/catalog/entry'
import type { Db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { NoticeView } from './notice'

/** The columns that a notice's view is made of. */
export const noticeSelect = {
  id: true,
  kind: true,
  at: true,
  readAt: true,
  version: true,
  comment: { select: { body: true } },
  event: { select: { catalogRevision: true, actor: { select: { id: true, name: true } } } },
  proposal: {
    select: {
      ...{ id: true, proposerId: true, state: true, sections: true },
      undoes: { select: { ofId: true }, orderBy: { ofId: 'desc' }, take: 1 },
      versions: { select: { number: true, title: true, rationale: true } },
      decisions: { select: { version: true, verdict: true, reason: true } },
    },
  },
} satisfies Prisma.NoticeSelect

type Row = Prisma.NoticeGetPayload<{ select: typeof noticeSelect }>

/** Notices as `viewer` may see them now: who may no longer see a proposal is told its title alone. */
export async function noticeViews(db: Db, viewer: Viewer, rows: readonly Row[]): Promise<NoticeView[]> {
  const hidden = rows.filter((row) => !isOpen(viewer, row)).map(({ proposal }) => proposal.id)
  const entries = await entriesOf(db, hidden)
  return rows.map((row) => viewOf(viewer, row, entries.get(row.proposal.id)))
}

/** What an acceptance made is public; before, a proposal is its proposer's and the maintainers'. */
function isOpen(viewer: Viewer, { event, proposal }: Row): boolean {
  return event.catalogRevision !== null || can(viewer, 'proposal.view', proposal).allowed
}

function viewOf(viewer: Viewer, row: Row, entry: string | undefined): NoticeView {
  const { proposal, event, version } = row
  const open = isOpen(viewer, row)
  const sent = proposal.versions.find(({ number }) => number === version)
  const own = proposal.proposerId === viewer.id
  return {
    ...{ id: String(row.id), kind: row.kind, at: row.at, read: row.readAt !== null },
    ...{ proposal: proposal.id, title: sent?.title ?? '', version, own, revision: event.catalogRevision },
    actor: open && event.actor ? publicName(event.actor) : null,
    accepted: proposal.decisions.find((decision) => decision.version === version)?.verdict === 'accepted',
    said: open ? saidOf(row, sent?.rationale ?? '') : '',
    path: pathOf(viewer, row, entry),
  }
}

function saidOf({ kind, comment, proposal, version }: Row, rationale: string): string {
  if (comment) return comment.body
  if (kind === 'proposed' || kind === 'revised' || kind === 'undone') return rationale
  return kind === 'amended' ? '' : (proposal.decisions.find((decision) => decision.version === version)?.reason ?? '')
}

function pathOf(viewer: Viewer, { kind, proposal, event }: Row, entry: string | undefined): string {
  if (kind === 'changed' && event.catalogRevision !== null) return `/log?before=${event.catalogRevision + 1}#r${event.catalogRevision}`
  if (can(viewer, 'proposal.view', proposal).allowed) {
    const reviews = can(viewer, 'queue.view').allowed && proposal.proposerId !== viewer.id
    return `/${reviews ? 'review' : 'proposals'}/${proposal.id}`
  }
  // The latest of what it undoes: its page leads on.
  const [undone] = proposal.undoes
  if (kind === 'undone' && undone) return `/proposals/${undone.ofId}`
  const [section] = proposal.sections
  return entry ?? (section === undefined ? '/' : `/sections/${section}`)
}

/** The page of the first entry that each of some proposals is about. */
async function entriesOf(db: Db, proposals: number[]): Promise<Map<number, string>> {
  if (proposals.length === 0) return new Map()
  const found = await db.change.findMany({
    where: { proposalId: { in: proposals }, entryId: { not: null } },
    select: { proposalId: true, entry: { select: { kind: true, slug: true } } },
    distinct: ['proposalId'],
    orderBy: [{ proposalId: 'asc' }, { version: 'desc' }, { ordinal: 'asc' }],
  })
  return new Map(found.flatMap(({ proposalId, entry }) => (entry ? [[proposalId, `/${kindOf(entry.kind).words.many}/${entry.slug}`] as const] : [])))
}
