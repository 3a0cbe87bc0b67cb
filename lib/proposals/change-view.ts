import { viewsOfContent, type EntryRef, type EntryView } from '@/lib/catalog/view'
import type { Db } from '@/lib/db'
import type { Evidence } from '@/lib/lookup/evidence'
import { storedEvidence } from '@/lib/lookup/sent-evidence'
import { duplicatesOf, likenessOf, type Duplicate } from './duplicates'
import type { Readme } from '@/lib/readme/parse'
import type { StoredChange } from './stored-changes'
import { describe, type Told } from './told'

/** A change as its readers see it. */
export type ChangeView = Told & {
  /** What is added or removed, as the catalog would show it. */
  view: EntryView | null
  /** What an added entry may repeat. */
  duplicates: Duplicate[]
  /** The entry's page: of one that is added, once accepted. */
  entry: EntryRef | null
}

/** A change of a proposal, with what maintainers made of it. */
export type ReviewedChange = ChangeView & {
  /** Its place among the version's changes. */
  ordinal: number
  /** What would be accepted in its place, and who says so. */
  amended: { by: string; change: ChangeView; evidence: Evidence[] } | null
  /** Why it was left out of an acceptance; null where it was not. */
  leftOut: string | null
  /** What look-ups bore out of it when it was sent. */
  evidence: Evidence[]
}

interface Options {
  /** Whether duplicates are looked for. */
  duplicates: boolean
  /** The proposal that they belong to, if there is one yet. */
  proposal?: number
  /** The entries that were made of added ones, by their changes' places. */
  made?: readonly (EntryRef | null)[]
}

/** So many changes of a proposal are shown one by one. */
export const changesShown = 200

/** Looking for duplicates costs two questions each; nobody reads more warnings. */
const most = 50

/** Changes with what only the database knows: whether entries repeat others, and where names lead. */
export async function viewChanges(
  db: Db,
  told: readonly Told[],
  { duplicates, proposal, made = [] }: Options,
): Promise<ChangeView[]> {
  const shown = told.flatMap((change, index) => (change.op === 'add' || change.op === 'remove' ? [{ ...change, index }] : []))
  const views = await viewsOfContent(db, shown)
  const byIndex = new Map(shown.map(({ index }, at) => [index, views[at] as EntryView]))
  const asked = new Set(
    shown
      .filter(({ op }) => duplicates && op === 'add')
      .slice(0, most)
      .map(({ index }) => index),
  )
  return Promise.all(
    told.map(async (change, index) => ({
      ...change,
      view: byIndex.get(index) ?? null,
      duplicates: change.op === 'add' && asked.has(index) ? await duplicatesOf(db, likenessOf(change.content), { proposal }) : [],
      entry: made[index] ?? pageOf(change),
    })),
  )
}

/** The first changes of a proposal, told by the README that they were made against. */
export async function reviewedChanges(
  db: Db,
  against: Readme,
  stored: readonly StoredChange[],
  { duplicates, proposal, version }: { duplicates: boolean; proposal: number; version: number },
): Promise<ReviewedChange[]> {
  const shown = stored.slice(0, changesShown)
  const views = await viewChanges(db, describe(against, shown.map(({ change }) => change)), { duplicates, proposal, made: shown.map(({ entry }) => entry) })
  const amendments = shown.flatMap(({ ordinal, amended }) => (amended ? [{ ordinal, ...amended }] : []))
  const amendedViews = await viewChanges(db, describe(against, amendments.map(({ change }) => change)), { duplicates, proposal })
  const amended = new Map(amendments.map(({ ordinal, by, evidence }, index) => [ordinal, { by, change: amendedViews[index] as ChangeView, evidence }]))
  const borneOut = await storedEvidence(db, proposal, version)
  return views.map((view, index) => {
    const { ordinal, verdict, reason } = shown[index] as StoredChange
    const evidence = borneOut.filter((one) => one.ordinal === ordinal).map((one) => one.evidence)
    return { ...view, ordinal, evidence, amended: amended.get(ordinal) ?? null, leftOut: verdict === 'rejected' && reason !== '' ? reason : null }
  })
}

function pageOf(change: Told): EntryRef | null {
  if (change.op === 'add' || change.op === 'text' || change.op === 'layout') return null
  return { kind: change.kind, slug: change.slug, name: change.name }
}
