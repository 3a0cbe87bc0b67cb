import type { EntryRef } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { Change } from '@/lib/readme/change'
import { laterDate } from '@/lib/readme/date-line'
import { toldDate } from '@/lib/readme/load'
import { storeReadme } from '@/lib/readme/store-readme'
import { addEntries, arePlainAdds } from './add-entries'
import type { Claimed } from './claim'
import { sayClashes, tellClashes } from './clashes'
import { groupsOf, type Group } from './groups'
import { entriesOfChanges } from './link'
import { rebaseGroups } from './rebase-groups'
import { storedChanges } from './stored-changes'

/** What an acceptance made: its revision, and the first entry that it touched. */
export interface Accepted {
  revision: number
  entry: EntryRef | null
}

/** The revision that an acceptance makes, when, and the changes that are left out of it, by their places. */
export interface Acceptance {
  revision: number
  now: Date
  without: ReadonlySet<number>
}

/**
 * Applies the changes of a proposal's version to the catalog as one new revision, as they were sent or as maintainers amended them,
 * inside the decision's transaction, which holds the document's lock. Fails as `conflict` where what happened since they were
 * made clashes with them, and as `invalid` where none is left in.
 */
export async function acceptChanges(db: Db, { id, version }: Claimed, { revision, now, without }: Acceptance): Promise<Result<Accepted>> {
  const sent = await db.proposalVersion.findUniqueOrThrow({
    where: { proposalId_number: { proposalId: id, number: version } },
    select: { baseRevision: true, keepsDate: true },
  })
  const updated = sent.keepsDate ? null : laterDate(now, await toldDate(db, revision - 1))
  await db.catalogRevision.create({ data: { number: revision, proposalId: id, updated, at: now } })
  await db.document.update({ where: { id: 1 }, data: { revision } })
  const stored = await storedChanges(db, id, version)
  if ([...without].some((ordinal) => ordinal >= stored.length)) return fail('invalid', 'What is to be left out is no part of this version.')
  const groups = groupsOf(stored, sent.baseRevision, without)
  const items = groups.flatMap((group) => group.items)
  if (items.length === 0) return fail('invalid', 'Nothing is left to accept. Reject the proposal, or leave in what is right.')
  const changes = items.map(({ change }) => change)
  const entries =
    arePlainAdds(changes) && !sent.keepsDate
      ? await addEntries(db, changes, revision)
      : await mergeChanges(db, groups, sent.keepsDate, revision)
  if (!entries.ok) return entries
  await linkChanges(db, id, version, items.map(({ ordinal }, index) => ({ ordinal, entry: entries.value[index] ?? null })))
  await mergeEntries(db, changes, entries.value)
  const first = entries.value.find((one) => one !== null)
  const entry = first === undefined ? null : await db.entry.findUnique({ where: { id: first }, select: { kind: true, slug: true, name: true } })
  return ok({ revision, entry })
}

/** Merges changes of any sort with what happened since their bases, and writes what comes of it; answers the entry of each. */
async function mergeChanges(db: Db, groups: readonly Group[], keepsDate: boolean, revision: number): Promise<Result<(string | null)[]>> {
  const { before, after, clashes, against } = await rebaseGroups(db, groups, revision - 1, { uncounted: true })
  if (clashes.length > 0) return fail('conflict', sayClashes(tellClashes(against, clashes)))
  if (!after.ok) return after
  const changes = groups.flatMap(({ items }) => items.map(({ change }) => change))
  const touched = await storeReadme(db, { revision, before, after: after.value, keepsDate })
  return ok(entriesOfChanges(before, after.value, changes).map((name) => touched.get(name ?? '') ?? null))
}

/** Has the page of each entry that went because another says the same lead to that one, while the list has it. */
async function mergeEntries(db: Db, changes: readonly Change[], entries: readonly (string | null)[]): Promise<void> {
  for (const [index, change] of changes.entries()) {
    if (change.op !== 'remove' || change.into === undefined) continue
    await db.$executeRaw`
      UPDATE entry SET merged_into = stays.id FROM entry AS stays
      WHERE entry.id = ${entries[index]}::uuid AND entry.removed AND stays.kind = entry.kind AND stays.slug = ${change.into} AND NOT stays.removed`
  }
}

/** Notes at each change the entry that it touched or made, all in one statement. */
async function linkChanges(db: Db, id: number, version: number, items: readonly { ordinal: number; entry: string | null }[]): Promise<void> {
  const linked = items.filter(({ entry }) => entry !== null)
  const [ordinals, ids] = [linked.map(({ ordinal }) => ordinal), linked.map(({ entry }) => entry)]
  await db.$executeRaw`
    UPDATE change SET entry_id = made.entry FROM unnest(${ordinals}::int[], ${ids}::uuid[]) AS made (ordinal, entry)
    WHERE change.proposal_id = ${id} AND change.version = ${version} AND change.ordinal = made.ordinal`
}
