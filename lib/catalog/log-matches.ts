import type { Db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { fold } from './fold'
import type { LogFilter } from './log-filter'

/** No page of the log looks at more revisions. */
const looked = 1_000

/** The newest revisions before one that a filter lets through, `take` at most; `more`: the `before` of the page that follows. */
export async function logMatches(db: Db, filter: LogFilter, before: number | undefined, take: number): Promise<{ numbers: number[]; more: number | null }> {
  const end = before ?? ((await db.catalogRevision.findFirst({ select: { number: true }, orderBy: { number: 'desc' } }))?.number ?? 0) + 1
  const first = Math.max(1, end - looked)
  const all = await db.$queryRaw<Match[]>`
    SELECT r.number, ${filter.person === '' ? Prisma.sql`NULL` : credited} AS people
    FROM catalog_revision r WHERE r.number < ${end} AND r.number >= ${first} ${Prisma.join(await conditions(db, filter), ' ')}
    ORDER BY r.number DESC LIMIT ${filter.person === '' ? take + 1 : looked}`
  const found = all.filter(({ people }) => names(people, filter.person)).slice(0, take + 1)
  const numbers = found.slice(0, take).map(({ number }) => number)
  if (found.length > take) return { numbers, more: numbers.at(-1) ?? null }
  // Revisions are numbered without a gap, so what was not looked at begins here.
  return { numbers, more: first > 1 ? first : null }
}

interface Match {
  number: number
  /** Who proposed and who accepted; null: nobody is looked for, or it is an import. */
  people: string[] | null
}

const credited = Prisma.sql`(SELECT array_remove(ARRAY[v.data->>'proposer', v.data->>'decider'], NULL) FROM event v WHERE v.catalog_revision = r.number AND v.kind = 'accepted' LIMIT 1)`

/** Whether somebody's name has what is looked for in it. Not by the database: which letters it takes for the same, its locale says. */
function names(people: string[] | null, person: string): boolean {
  return person === '' || (people ?? []).some((name) => fold(name).includes(fold(person)))
}

async function conditions(db: Db, { did, section }: LogFilter): Promise<Prisma.Sql[]> {
  const of = [Prisma.empty]
  if (did !== null) of.push(Prisma.sql`AND ${didOf(did)}`)
  if (section !== null) {
    const found = await db.section.findUnique({ where: { slug: section }, select: { id: true } })
    of.push(found ? Prisma.sql`AND ${touched(found.id)}` : Prisma.sql`AND false`)
  }
  return of
}

/** Whether one of the changes that were accepted did it; an import is what was added first. */
function didOf(did: NonNullable<LogFilter['did']>): Prisma.Sql {
  const ops = { added: ['add'], edited: ['edit'], removed: ['remove'], moved: ['move'], text: ['text', 'layout'] }[did]
  const changed = Prisma.sql`EXISTS (SELECT FROM change c WHERE c.proposal_id = r.proposal_id AND c.verdict = 'accepted' AND c.op::text = ANY(${ops}::text[]))`
  return did === 'added' ? Prisma.sql`(r.proposal_id IS NULL OR ${changed})` : changed
}

/** Whether it wrote anything of a section: its entries, its heading or its table. */
function touched(id: string): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT FROM entry_revision e WHERE e.section_id = ${id}::uuid AND e.catalog_revision = r.number)
    OR EXISTS (SELECT FROM section_revision s WHERE s.section_id = ${id}::uuid AND s.catalog_revision = r.number))`
}
