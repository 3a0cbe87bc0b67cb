import type { Actor } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import type { Result } from '@/lib/errors'
import { allowPreview } from '@/lib/limits/sending'
import type { Change } from '@/lib/readme/change'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { isLong, reachOf } from '@/lib/readme/load-reach'
import type { Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { viewChanges, type ChangeView } from './change-view'
import type { FormChange } from './change'
import { nameOfAdd } from './form-changes'
import { headingsOf } from './headings'
import { newFindings, type NewFinding } from './new-findings'
import { diffReadmes } from './readme-diff'
import { editsFirst, resolveEach, type ResolvedChange } from './resolve'
import { shortDiff, type ShortDiff } from './short-diff'
import { passageName, titleOf } from './title'
import { describe } from './told'
import { trayOf, type TrayItem } from './tray'

/** A change in the tray, as it would be sent now. */
export interface TrayRow extends TrayItem {
  /** What it is about: an entry, or "the text above Vision Models". */
  name: string
  /** Why it would not go; null where it would. */
  problem: string | null
  /** What it would do, place by place; nothing where it would not go, or is not told. */
  views: ChangeView[]
}

/** What sending the tray would come to. */
export interface TrayPreview {
  items: TrayRow[]
  /** What the proposal would be called. */
  title: string
  /** What the README would become, and what the linter would find there that it does not find now. */
  readme: ShortDiff | null
  findings: NewFinding[]
  /** Why this and what each change would do is not told, in a sentence, where somebody looked too often in a short time. */
  limited: string | null
}

/** What is in the actor's tray, each change tried against the list as it is now, and what they come to together. */
export async function previewTray(db: Db, actor: Actor): Promise<TrayPreview> {
  const items = await trayOf(db, actor)
  if (!actor || items.length === 0) return { items: [], title: titleOf([]), readme: null, findings: [], limited: null }
  const tried = await resolveEach(db, items.map(({ change }) => change))
  const going = tried.flatMap((one) => (one.ok ? one.value : []))
  const allowed = await allowPreview(db, actor)
  const readme = allowed.ok ? await readFor(db, going.map(({ change }) => change)) : null
  const views = readme ? await viewChanges(db, describe(readme, going.map(({ change }) => change)), { duplicates: true }) : []
  const headings = await headingsOf(db, items.flatMap(({ change }) => (change.op === 'text' && change.above !== null ? [change.above] : [])))
  return {
    items: items.map((item, index) => ({ ...item, ...tell(tried[index] as Result<ResolvedChange[]>, going, views), name: nameOf(item.change, tried[index], headings) })),
    title: titleOf(going),
    ...together(readme, going.toSorted(editsFirst).map(({ change }) => change)),
    limited: allowed.ok ? null : allowed.message,
  }
}

/** The list as it is now, which the linter looks over as a whole where it is not long; of a long one no more than changes touch. */
async function readFor(db: Db, changes: readonly Change[]): Promise<Readme> {
  const revision = await currentRevision(db)
  return loadReadme(db, revision, (await isLong(db)) ? await reachOf(db, changes, [revision]) : undefined)
}

function together(before: Readme | null, changes: readonly Change[]): Pick<TrayPreview, 'readme' | 'findings'> {
  const after = before && patch(before, changes)
  if (!before || !after?.ok || changes.length === 0) return { readme: null, findings: [] }
  return { readme: shortDiff(diffReadmes(before, after.value)), findings: newFindings(before, after.value) }
}

function tell(tried: Result<ResolvedChange[]>, going: readonly ResolvedChange[], views: readonly ChangeView[]): Pick<TrayRow, 'problem' | 'views'> {
  if (tried.ok) return { problem: null, views: tried.value.flatMap((one) => views[going.indexOf(one)] ?? []) }
  const [message = tried.message] = Object.values(tried.fields ?? {})
  return { problem: message, views: [] }
}

function nameOf(change: FormChange, tried: Result<ResolvedChange[]> | undefined, headings: ReadonlyMap<string, string>): string {
  if (tried?.ok && tried.value[0]) return tried.value[0].name
  if (change.op === 'text') return passageName(change.above && (headings.get(change.above) ?? change.above))
  return change.op === 'add' ? nameOfAdd(change) : change.key
}
