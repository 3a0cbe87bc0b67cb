import { can } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { EventKind } from '@/prisma/generated/enums'
import { audiencesOf, type Audience } from './audience'
import { kindRules, type NoticeKind } from './kinds'
import { recipientOf, recipientSelect } from './recipient'

/** An event of a proposal, and the comment that it is about. */
export interface Told {
  event: bigint
  kind: EventKind
  comment?: number
}

const eventSelect = {
  id: true,
  actorId: true,
  catalogRevision: true,
  proposal: { select: { id: true, version: true, state: true, proposerId: true, sections: true, undoes: { select: { of: { select: { proposerId: true } } } } } },
} satisfies Prisma.EventSelect

type Row = Prisma.EventGetPayload<{ select: typeof eventSelect }>
type Happened = Row & { proposal: NonNullable<Row['proposal']> }

/**
 * Writes who is to be told of an event, inside the transaction that it belongs to: so that whoever commits has told, and whoever
 * fails has not. Sending is another's matter (outbox).
 */
export async function tell(db: Db, { event, kind, comment }: Told): Promise<void> {
  const audiences = audiencesOf(kind)
  if (audiences.length === 0) return
  const found = await db.event.findUniqueOrThrow({ where: { id: event }, select: eventSelect })
  if (!found.proposal) throw new Error(`event ${event} is of no proposal`)
  const happened = { ...found, proposal: found.proposal }
  for (const [notice, audience] of audiences) await writeNotices(db, happened, notice, await peopleOf(db, happened, audience), comment ?? null)
}

/** One statement, however many watch. Who has no address, or wants no e-mail of this, has it in the inbox alone. */
async function writeNotices(db: Db, { id, actorId, proposal }: Happened, kind: NoticeKind, people: Prisma.Sql, comment: number | null): Promise<void> {
  await db.$executeRaw`
    INSERT INTO notice (recipient_id, event_id, kind, proposal_id, version, comment_id, at, waits)
    SELECT u.id, e.id, ${kind}::notice_kind, ${proposal.id}, ${proposal.version}, ${comment}::int, e.at,
      CASE WHEN ${hasAddress} THEN nullif(coalesce(p.pace, ${kindRules[kind].usual}::pace), 'never') END
    FROM event e CROSS JOIN (${people}) AS audience (person) JOIN "user" u ON u.id = audience.person
    LEFT JOIN notice_address a ON a.person_id = u.id LEFT JOIN notice_pace p ON p.person_id = u.id AND p.kind = ${kind}::notice_kind
    WHERE e.id = ${id} AND u.id IS DISTINCT FROM ${actorId}::uuid
    ON CONFLICT (recipient_id, event_id) DO NOTHING`
}

/** Either address was confirmed by a link. */
const hasAddress = Prisma.sql`(a.address IS NOT NULL OR (u.email IS NOT NULL AND u.email_verified IS NOT NULL))`

async function peopleOf(db: Db, happened: Happened, audience: Audience): Promise<Prisma.Sql> {
  const { proposal } = happened
  switch (audience) {
    case 'proposer':
      return these([proposal.proposerId])
    case 'undone':
      return these(proposal.undoes.map(({ of }) => of.proposerId))
    case 'participants':
      return these(await participantsOf(db, proposal))
    case 'watchers of the proposal':
      return watchersOfProposal(proposal)
    case 'watchers of the change':
      return watchersOfRevision(happened.catalogRevision ?? 0)
  }
}

function these(people: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT unnest(${people}::uuid[])`
}

/** Whoever had a part in a proposal and may still see it: a former maintainer may not. */
async function participantsOf(db: Db, proposal: Happened['proposal']): Promise<string[]> {
  const where = { proposalId: proposal.id }
  const found = await db.user.findMany({
    where: { OR: [{ id: proposal.proposerId }, { comments: { some: where } }, { decisions: { some: where } }, { amendments: { some: where } }, { claims: { some: { id: proposal.id } } }] },
    select: recipientSelect,
  })
  return found.map(recipientOf).filter((person) => can(person, 'proposal.view', proposal).allowed).map(({ id }) => id)
}

/** Who watches an entry or a section that the latest version is about, or everything; each told once of one proposal, however many versions it has. */
function watchersOfProposal({ id, version, sections }: Happened['proposal']): Prisma.Sql {
  const watched = watchersOf(
    Prisma.sql`SELECT s.id FROM section s WHERE s.slug = ANY(${sections})`,
    Prisma.sql`SELECT c.entry_id FROM change c WHERE c.proposal_id = ${id} AND c.version = ${version} UNION ${entriesNamed(id, version)}`,
  )
  return Prisma.sql`${watched} WHERE NOT EXISTS (SELECT FROM notice n WHERE n.recipient_id = w.person_id AND n.proposal_id = ${id} AND n.kind = 'proposed')`
}

/**
 * Who watches some sections, some entries, or everything, as `w.person_id`; not who is blocked. Each way to watch is looked up by its own index:
 * joined by OR they would have all watches of the portal read.
 */
function watchersOf(sections: Prisma.Sql, entries: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT w.person_id FROM (
      SELECT person_id FROM watch WHERE section_id IS NULL AND entry_id IS NULL
      UNION SELECT person_id FROM watch WHERE section_id = ANY(ARRAY(${sections}))
      UNION SELECT person_id FROM watch WHERE entry_id = ANY(ARRAY(${entries}))
    ) AS w JOIN "user" u ON u.id = w.person_id AND u.blocked_at IS NULL`
}

/** Changes of an edited README know their entries by section and slug alone, until they are accepted. */
function entriesNamed(id: number, version: number): Prisma.Sql {
  return Prisma.sql`
    SELECT e.id FROM change c JOIN section s ON s.slug = c.change ->> 'section'
    JOIN entry e ON e.kind = s.kind AND e.slug = c.change ->> 'entry'
    WHERE c.proposal_id = ${id} AND c.version = ${version} AND c.op IN ('edit', 'remove', 'move') AND c.entry_id IS NULL`
}

/** Who watches an entry that a revision changed, the section that it stands in or came from, or everything. */
function watchersOfRevision(revision: number): Prisma.Sql {
  const changed = Prisma.sql`SELECT r.entry_id FROM entry_revision r WHERE r.catalog_revision = ${revision}`
  const homes = Prisma.sql`
    SELECT r.section_id FROM entry_revision r WHERE r.catalog_revision = ${revision}
    UNION SELECT b.section_id FROM entry_revision r
    JOIN entry_revision b ON b.entry_id = r.entry_id AND b.number = r.number - 1 WHERE r.catalog_revision = ${revision}`
  return watchersOf(homes, changed)
}
