import type { EntryRef } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { Change } from '@/lib/readme/change'
import { laterDate } from '@/lib/readme/date-line'
import { loadDocument, loadReadme, toldDate } from '@/lib/readme/load'
import { storeReadme } from '@/lib/readme/store-readme'
import { addEntries, arePlainAdds } from './add-entries'
import type { Claimed } from './claim'
import { sayClashes, tellClashes } from './clashes'
import { entriesOfChanges } from './link'
import { rebase } from './rebase'
import { storedChanges } from './stored-changes'

/** What an acceptance made: its revision, and the first entry that it touched. */
export interface Accepted {
  revision: number
  entry: EntryRef | null
}

/**
 * Applies the changes of a proposal's version to the catalog as one new revision, inside the decision's transaction,
 * which holds the document's lock. Fails as `conflict` where what happened since they were made clashes with them.
 */
export async function acceptChanges(db: Db, { id, version }: Claimed, revision: number, now: Date): Promise<Result<Accepted>> {
  const sent = await db.proposalVersion.findUniqueOrThrow({
    where: { proposalId_number: { proposalId: id, number: version } },
    select: { baseRevision: true, keepsDate: true },
  })
  const before = await loadDocument(db, revision - 1)
  const updated = sent.keepsDate ? null : laterDate(now, before && toldDate(before))
  await db.catalogRevision.create({ data: { number: revision, proposalId: id, updated, at: now } })
  await db.document.update({ where: { id: 1 }, data: { revision } })
  const changes = (await storedChanges(db, id, version)).map(({ change }) => change)
  const entries =
    arePlainAdds(changes) && !sent.keepsDate
      ? await addEntries(db, changes, revision)
      : await mergeChanges(db, changes, sent, revision)
  if (!entries.ok) return entries
  await linkChanges(db, id, version, entries.value)
  const first = entries.value.find((entry) => entry !== null)
  const entry =
    first === undefined
      ? null
      : await db.entry.findUnique({ where: { id: first }, select: { kind: true, slug: true, name: true } })
  return ok({ revision, entry })
}

/** Merges changes of any sort with what happened since their base, and writes what comes of it; answers the entry of each. */
async function mergeChanges(
  db: Db,
  changes: readonly Change[],
  { baseRevision, keepsDate }: { baseRevision: number | null; keepsDate: boolean },
  revision: number,
): Promise<Result<(string | null)[]>> {
  const before = await loadReadme(db, revision - 1)
  const base = baseRevision === null || baseRevision === revision - 1 ? before : await loadReadme(db, baseRevision)
  const { after, clashes } = rebase(base, before, changes)
  if (clashes.length > 0) return fail('conflict', sayClashes(tellClashes(base, clashes)))
  if (!after.ok) return after
  const touched = await storeReadme(db, { revision, before, after: after.value, keepsDate })
  return ok(entriesOfChanges(before, after.value, changes).map((name) => touched.get(name ?? '') ?? null))
}

/** Notes at each change the entry that it touched or made, all in one statement. */
async function linkChanges(db: Db, id: number, version: number, entries: readonly (string | null)[]): Promise<void> {
  const linked = entries.flatMap((entry, ordinal) => (entry === null ? [] : [{ ordinal, entry }]))
  const [ordinals, ids] = [linked.map(({ ordinal }) => ordinal), linked.map(({ entry }) => entry)]
  await db.$executeRaw`
    UPDATE change SET entry_id = made.entry FROM unnest(${ordinals}::int[], ${ids}::uuid[]) AS made (ordinal, entry)
    WHERE change.proposal_id = ${id} AND change.version = ${version} AND change.ordinal = made.ordinal`
}
