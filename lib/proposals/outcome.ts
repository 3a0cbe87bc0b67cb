import type { Db } from '@/lib/db'
import { laterDate } from '@/lib/readme/date-line'
import type { DiffLine } from '@/lib/readme/line-diff'
import type { Change } from '@/lib/readme/change'
import { isSame } from '@/lib/readme/changes/content'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { isLong, reachOf } from '@/lib/readme/load-reach'
import type { Clash } from '@/lib/readme/merge'
import type { Readme } from '@/lib/readme/parse'
import type { Reach } from '@/lib/readme/reach'
import { tellClashes, type ToldClash } from './clashes'
import { diffReadmes } from './readme-diff'
import { groupsOf, type Group } from './groups'
import { whatItMade } from './made'
import { newFindings, type NewFinding } from './new-findings'
import { dateIn, rebase, withDate } from './rebase'
import { rebaseGroups, rebaseWithin } from './rebase-groups'
import { clashingPassage } from './settle-text'
import type { StoredChange } from './stored-changes'

/** A version of a proposal, as far as what comes of it goes. */
interface Version {
  changes: readonly StoredChange[]
  /** The revision that they were made against; null: they hold against any. */
  base: number | null
  keepsDate: boolean
  /** Changes that are to be left out. */
  without: ReadonlySet<number>
  /** The changes of the version before, where what became of them is told too. */
  earlier: readonly Change[]
}

/** What a proposal comes to, or came to. */
export interface Outcome {
  /** The README that its changes are told by. */
  against: Readme
  readme: DiffLine[] | null
  clashes: ToldClash[]
  /** What the linter would find in that README, and does not find now. */
  findings: NewFinding[]
  /** Why it cannot be accepted as the catalog is now, where nothing clashes. */
  blocked: string | null
}

/** What accepting changes on `now`'s day would do to the README; or what it did as the revision `made`. */
export async function outcomeOf(db: Db, sent: Version, made: number | null, isOpen: boolean, now: Date): Promise<Outcome> {
  const nothing = { readme: null, clashes: [], findings: [], blocked: null }
  const changes = sent.changes.flatMap(({ change, amended }) => (amended ? [change, amended.change] : [change]))
  if (made !== null) {
    const told = { changes: [...changes, ...sent.earlier], base: sent.base ?? made - 1 }
    return { ...nothing, ...(await whatItMade(db, told, made)) }
  }
  const revision = await currentRevision(db)
  const reach = await reachFor(db, sent, changes, revision)
  const against = () => loadReadme(db, sent.base ?? revision, reach)
  const groups = isOpen ? groupsOf(sent.changes, sent.base, sent.without) : []
  if (groups.length === 0) return { ...nothing, against: await against(), blocked: isOpen ? 'Nothing is left to accept.' : null }
  const { before, after, clashes, ...failed } = await (reach ? rebaseGroups(db, groups, revision) : rebaseWithin(db, groups, revision))
  const told = sent.base === null || sent.base === revision ? before : await against()
  if (!after.ok) {
    const said = tellClashes(failed.against, clashes).map((clash, index) => ({ ...clash, ...settledBy(groups, clashes[index] as Clash, failed.against, before) }))
    return { ...nothing, against: told, clashes: said, blocked: clashes.length > 0 ? null : after.message }
  }
  const date = laterDate(now, dateIn(before) ?? null)
  const readme = sent.keepsDate ? after.value : withDate(after.value, date)
  return { ...nothing, against: told, readme: diffReadmes(before, readme), findings: newFindings(before, readme) }
}

/** How much of a long list is read: what the changes touch, as they were sent and as they were amended. All of any other, for the linter. */
async function reachFor(db: Db, sent: Version, changes: readonly Change[], revision: number): Promise<Reach | undefined> {
  if (!(await isLong(db))) return undefined
  const bases = sent.changes.flatMap(({ amended }) => (amended ? [amended.base] : []))
  return reachOf(db, changes, [...bases, ...(sent.base === null ? [] : [sent.base]), revision])
}

/** The edit whose field clashes, or the change of the text, by which the clash can be settled. */
function settledBy(groups: readonly Group[], clash: Clash, against: Readme, now: Readme): Pick<ToldClash, 'of' | 'passage'> {
  const items = groups.flatMap((group) => group.items)
  if (clash.field !== null) {
    const found = items.find(({ change }) => change.op === 'edit' && change.section === clash.section && change.entry === clash.entry)
    return { of: found ? { ordinal: found.ordinal, name: clash.field } : null, passage: null }
  }
  for (const { ordinal, change } of clash.section === '' ? items : []) {
    if (change.op !== 'text' || !rebase(against, now, [change]).clashes.some((one) => isSame(one.theirs, clash.theirs))) continue
    const passage = clashingPassage(against, now, change)
    if (passage) return { of: { ordinal, name: 'text' }, passage: passage.theirs }
  }
  return { of: null, passage: null }
}
