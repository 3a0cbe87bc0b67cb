import { publicName } from '@/lib/auth/name'
import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { sectionName } from '@/lib/catalog/section-name'
import type { EntryRef } from '@/lib/catalog/view'
import { transact, type Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import { allowUpdate } from '@/lib/limits/sending'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import { printSubject, type WatchSubject } from './subject'

/** Something that can be watched, by name. */
export interface Watchable {
  subject: WatchSubject
  /** "CLIP", "Text", "The whole catalog". */
  name: string
  entry: EntryRef | null
  section: { slug: string; heading: string } | null
}

/** What somebody watches, and what of `asked` they do. */
export interface Watching {
  all: boolean
  items: Watchable[]
  asked: (Watchable & { watched: boolean }) | null
}

const watchSelect = {
  sectionId: true,
  entryId: true,
  section: { select: { slug: true, heading: true, kind: true } },
  entry: { select: { kind: true, slug: true, name: true, section: { select: { slug: true, heading: true, kind: true } } } },
} satisfies Prisma.WatchSelect
type Row = Prisma.WatchGetPayload<{ select: typeof watchSelect }>

/** What one watches, newest first; `asked` is something that one thinks of watching. */
export async function watching(db: Db, actor: Actor, asked?: WatchSubject): Promise<Result<Watching>> {
  const permission = can(actor, 'watch.view')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const rows = await db.watch.findMany({ where: { personId: actor.id }, select: watchSelect, orderBy: { id: 'desc' }, take: mostWatched })
  const listed = rows.map(watchableOf)
  const found = asked && (await find(db, asked))
  const shown = found?.ok ? { ...watchableOf(found.value), watched: (await db.watch.count({ where: { personId: actor.id, sectionId: found.value.sectionId, entryId: found.value.entryId } })) > 0 } : null
  return ok({ all: listed.some(({ subject }) => subject.what === 'all'), items: listed.filter(({ subject }) => subject.what !== 'all'), asked: shown })
}

function watchableOf({ section, entry }: Omit<Row, 'sectionId' | 'entryId'>): Watchable {
  const told = (of: NonNullable<Row['section']>) => ({ slug: of.slug, heading: sectionName(of) })
  if (entry) {
    const { section: home, ...ref } = entry
    return { subject: { what: 'entry', kind: ref.kind, slug: ref.slug }, name: ref.name, entry: ref, section: told(home) }
  }
  if (section) return { subject: { what: 'section', slug: section.slug }, name: told(section).heading, entry: null, section: told(section) }
  return { subject: { what: 'all' }, name: 'The whole catalog', entry: null, section: null }
}

/** Watches something; watched already, nothing happens. Fails as `not-found`, as `conflict` where one watches as much as one can, and as `limited`. */
export async function watch(db: PrismaClient, actor: Actor, subject: WatchSubject): Promise<Result<{ name: string }>> {
  return change(db, actor, subject, 'watched', async (tx, data) => {
    await lockPerson(tx, data.personId)
    if ((await tx.watch.count({ where: data })) > 0) return ok(0)
    if ((await tx.watch.count({ where: { personId: data.personId } })) >= mostWatched) return full
    await tx.watch.create({ data })
    return ok(1)
  })
}

/** More than anybody follows by hand; who wants more watches a section, or everything. */
export const mostWatched = 1_000
/** Why one can watch no more. */
export const full = fail('conflict', 'You watch 1,000 entries and sections, as many as one can. Stop watching some, or watch a whole section.')

/** Watches it no longer; where one did not, nothing happens. Fails as `not-found` and as `limited`. */
export async function unwatch(db: PrismaClient, actor: Actor, subject: WatchSubject): Promise<Result<{ name: string }>> {
  return change(db, actor, subject, 'unwatched', async (tx, where) => ok((await tx.watch.deleteMany({ where })).count))
}

/** Two tabs at once: one waits here for the other. */
async function lockPerson(db: Db, id: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM "user" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

interface Key {
  personId: string
  sectionId: string | null
  entryId: string | null
}

async function change(
  db: PrismaClient,
  actor: Actor,
  subject: WatchSubject,
  kind: 'watched' | 'unwatched',
  write: (tx: Db, key: Key) => Promise<Result<number>>,
): Promise<Result<{ name: string }>> {
  const permission = can(actor, 'watch.change')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  return transact(db, async (tx) => {
    const found = await find(tx, subject)
    if (!found.ok) return found
    const { sectionId, entryId } = found.value
    const written = await write(tx, { personId: actor.id, sectionId, entryId })
    if (!written.ok) return written
    const allowed = written.value > 0 ? await allowUpdate(tx, actor) : ok(null)
    if (!allowed.ok) return allowed
    if (written.value > 0) await record(tx, actor, kind, subject)
    return ok({ name: watchableOf(found.value).name })
  })
}

async function record(db: Db, actor: Viewer, kind: 'watched' | 'unwatched', subject: WatchSubject): Promise<void> {
  await db.event.create({ data: { kind, actorId: actor.id, data: { actor: publicName(actor), subject: printSubject(subject) } } })
}

async function find(db: Db, subject: WatchSubject): Promise<{ ok: true; value: Row } | Failure> {
  const none = { sectionId: null, entryId: null, section: null, entry: null }
  if (subject.what === 'all') return ok(none)
  if (subject.what === 'section') {
    const section = await db.section.findUnique({ where: { slug: subject.slug }, select: { id: true, slug: true, heading: true, kind: true } })
    return section ? ok({ ...none, sectionId: section.id, section }) : fail('not-found', 'There is no such section.')
  }
  const where = { kind_slug: { kind: subject.kind, slug: subject.slug } }
  const entry = await db.entry.findUnique({ where, select: { id: true, ...watchSelect.entry.select } })
  return entry ? ok({ ...none, entryId: entry.id, entry }) : fail('not-found', 'There is no such entry.')
}
