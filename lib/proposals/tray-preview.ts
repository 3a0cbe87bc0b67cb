import type { Actor } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import type { Result } from '@/lib/errors'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { isLong, reachOf } from '@/lib/readme/load-reach'
import { patch } from '@/lib/readme/patch'
import { viewChanges, type ChangeView } from './change-view'
import { newFindings, type NewFinding } from './new-findings'
import { diffReadmes } from './readme-diff'
import { editsFirst, resolveEach, type ResolvedChange } from './resolve'
import { shortDiff, type ShortDiff } from './short-diff'
import { titleOf } from './title'
import { describe } from './told'
import { trayOf, type TrayItem } from './tray'

/** A change in the tray, as it would be sent now. */
export interface TrayRow extends TrayItem {
  /** Why it would not go; null where it would. */
  problem: string | null
  /** What it would do; null where it would not go. */
  view: ChangeView | null
}

/** What sending the tray would come to. */
export interface TrayPreview {
  items: TrayRow[]
  /** What the proposal would be called. */
  title: string
  /** What the README would become, and what the linter would find there that it does not find now. */
  readme: ShortDiff | null
  findings: NewFinding[]
}

/** What is in the actor's tray, each change tried against the list as it is now, and what they come to together. */
export async function previewTray(db: Db, actor: Actor): Promise<TrayPreview> {
  const items = await trayOf(db, actor)
  if (items.length === 0) return { items: [], title: titleOf([]), readme: null, findings: [] }
  const tried = await resolveEach(db, items.map(({ change }) => change))
  const going = tried.flatMap((one) => (one.ok ? [one.value] : []))
  const changes = going.toSorted(editsFirst).map(({ change }) => change)
  const revision = await currentRevision(db)
  // The linter looks over a list that is not long as a whole.
  const before = await loadReadme(db, revision, (await isLong(db)) ? await reachOf(db, changes, [revision]) : undefined)
  const after = patch(before, changes)
  const views = await viewChanges(db, describe(before, going.map(({ change }) => change)), { duplicates: true })
  return {
    items: items.map((item, index) => rowOf(item, tried[index] as Result<ResolvedChange>, going, views)),
    title: titleOf(going),
    readme: after.ok && changes.length > 0 ? shortDiff(diffReadmes(before, after.value)) : null,
    findings: after.ok ? newFindings(before, after.value) : [],
  }
}

function rowOf(item: TrayItem, tried: Result<ResolvedChange>, going: readonly ResolvedChange[], views: readonly ChangeView[]): TrayRow {
  if (tried.ok) return { ...item, problem: null, view: views[going.indexOf(tried.value)] ?? null }
  const [message = tried.message] = Object.values(tried.fields ?? {})
  return { ...item, problem: message, view: null }
}
