import type { EntryKind } from '@/lib/catalog/entry'
import type { Db } from '@/lib/db'
import { fail, ok, type Failure, type Result } from '@/lib/errors'
import { entryStates } from './entry-states'
import type { EntryAt } from './represent'
import type { Snapshot } from './snapshot'

/** An entry by its kind and slug, whether it is listed or not. Fails as `not-found`. */
export async function findEntry(db: Db, { kind, slug }: { kind: EntryKind; slug: string }) {
  const found = await db.entry.findUnique({
    where: { kind_slug: { kind, slug } },
    select: { id: true, kind: true, slug: true, name: true, removed: true, mergedInto: { select: { kind: true, slug: true } } },
  })
  return found ? ok(found) : missing
}

const missing = fail('not-found', 'There is no such entry.')

/** The failure of an entry that was removed: what it was, and which entry says what it said. */
export interface Gone extends Failure {
  gone: { name: string; mergedInto: { kind: EntryKind; slug: string } | null }
}

/** One entry at a state. Fails as `not-found`; of an entry that is no longer listed now, with what it was. */
export async function readEntry(db: Db, snapshot: Snapshot, path: { kind: EntryKind; slug: string }): Promise<Result<EntryAt> | Gone> {
  const found = await findEntry(db, path)
  if (!found.ok) return found
  const { id, name, removed, mergedInto } = found.value
  const [state] = await entryStates(db, [id], snapshot.revision)
  if (state) return ok(state)
  if (snapshot.current && removed) return { ...fail('not-found', `“${name}” was removed; earlier revisions have it.`), gone: { name, mergedInto } }
  return fail('not-found', `“${name}” was not listed at revision ${snapshot.revision}.`)
}
