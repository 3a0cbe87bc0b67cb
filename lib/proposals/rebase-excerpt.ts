import { nameKey } from '@/lib/catalog/fold'
import type { Db } from '@/lib/db'
import { ok } from '@/lib/errors'
import type { Change, TextChange } from '@/lib/readme/change'
import { contentName } from '@/lib/readme/changes/content'
import { itemsOf } from '@/lib/readme/changes/items'
import { dateGiven } from '@/lib/readme/changes/merge-text'
import { readDate } from '@/lib/readme/date-line'
import { follows } from '@/lib/readme/fit'
import { currentRevision, loadReadme, loadTables, toldDate } from '@/lib/readme/load'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { isSameButWidths } from '@/lib/readme/reach'
import type { Group } from './groups'
import { areOfValues, arePlain, rowsNamed } from './plain-changes'
import { dateIn, laterOf, withDate } from './rebase'
import type { RebasedGroups, Rebasing } from './rebase-groups'

/** The revisions that a list moved on from, and to. */
export type Since = readonly [base: number, now: number]

/**
 * The same as `rebaseGroups` where no more than the rows has to be read that changes name: changes of one base, of rows alone and of the date
 * line, that nobody touched since, and no column becomes narrower. Null where that does not hold, so that more has to be read.
 */
export async function rebaseExcerpt(db: Db, groups: readonly Group[], revision: number, { uncounted }: Rebasing = {}): Promise<RebasedGroups | null> {
  const [group, ...others] = groups
  const changes = (group?.items ?? []).map(({ change }) => change)
  const [date, ...texts] = changes.filter((change) => change.op === 'text')
  const plain = changes.filter(({ op }) => op !== 'text')
  if (!group || others.length > 0 || changes.length > mostChanges || texts.length > 0 || !arePlain(plain)) return null
  // Seen without reading anything; where the line stands is looked at further down.
  if (date && dateGiven(date) === undefined) return null
  const rows = rowsNamed(plain)
  const since: Since | null = group.base === null || group.base === revision ? null : [group.base, revision]
  if (since && !(await isUntouched(db, plain, rows, since))) return null
  const before = await loadReadme(db, revision, { sections: new Set(rows.keys()), frames: false, rows, uncounted })
  // Excerpts are of the list as it is, which may have moved on while it was read.
  if ((await currentRevision(db)) !== revision && !(await isWritten(db, revision))) return null
  const patched = isFixed(before, plain) ? patch(before, plain) : null
  if (!patched?.ok || narrows(before, patched.value, plain)) return null
  const after = await withDateGiven(db, before, patched.value, date, since)
  return after && { before, after: ok(after), clashes: [], against: before }
}

/** A form sends 200; more are read with their tables. */
const mostChanges = 200

/** Within a decision the revision that is being made is told already, and nobody else makes one. */
async function isWritten(db: Db, revision: number): Promise<boolean> {
  const current = await currentRevision(db)
  return current === revision + 1 && (await db.decision.count({ where: { catalogRevision: current } })) === 0
}

/**
 * Whether nobody touched since what plain changes rest on: their rows, their tables but for the widths, and whether a row came that is called as
 * one that they add.
 */
async function isUntouched(db: Db, changes: readonly Change[], rows: ReadonlyMap<string, readonly string[]>, [base, now]: Since): Promise<boolean> {
  const sections = await db.section.findMany({ where: { slug: { in: [...rows.keys()] } }, select: { id: true, removed: true } })
  const ids = sections.map(({ id }) => id)
  if (!areOfValues(changes) || ids.length < rows.size || sections.some(({ removed }) => removed)) return false
  const since = { gt: base, lte: now }
  const slugs = [...new Set([...rows.values()].flat())]
  if (await db.entryRevision.findFirst({ where: { catalogRevision: since, entry: { slug: { in: slugs } } }, select: { number: true } })) return false
  const names = [...new Set(changes.flatMap((change) => (change.op === 'add' ? [nameKey(contentName(change.entry))] : [])))]
  // Without a name two rows are the same where they say the same.
  const alike = names.includes('') ? {} : { entry: { nameKey: { in: names } } }
  if (names.length > 0 && (await db.entryRevision.findFirst({ where: { catalogRevision: since, sectionId: { in: ids }, ...alike }, select: { number: true } }))) return false
  if (!(await db.sectionRevision.findFirst({ where: { catalogRevision: since, sectionId: { in: ids } }, select: { sectionId: true } }))) return true
  const [was, is] = [await loadTables(db, base, ids), await loadTables(db, now, ids)]
  return ids.every((id) => isSameButWidths(was.get(id)?.frame, is.get(id)?.frame))
}

/** Whether tables that get other widths have no rows of a hand's own: with those a line may come to be, or cease to be, one. */
function isFixed({ parts }: Readme, changes: readonly Change[]): boolean {
  const given = widthsGiven(changes)
  return sectionsOf(parts).every(({ key, frame }) => !given.has(key) || follows(frame))
}

/** Whether a column becomes narrower by itself: then any row that was not read may be as wide as it was. */
function narrows(before: Readme, after: Readme, changes: readonly Change[]): boolean {
  const given = widthsGiven(changes)
  const widths = new Map(sectionsOf(before.parts).map(({ key, frame }) => [key, frame.widths]))
  return sectionsOf(after.parts).some(({ key, frame }) => !given.has(key) && frame.widths.some((width, index) => width < (widths.get(key)?.[index] ?? 0)))
}

function widthsGiven(changes: readonly Change[]): Set<string> {
  return new Set(changes.flatMap((change) => (change.op === 'layout' ? [change.section] : [])))
}

/** The README with the date that a change gives it; in a list that moved on the later one stands. Null where the text is to be read again. */
async function withDateGiven(db: Db, before: Readme, after: Readme, change: TextChange | undefined, since: Since | null): Promise<Readme | null> {
  const then = since ? ((await toldDate(db, since[0])) ?? undefined) : dateIn(before)
  const given = change && dateGiven(change)
  if (change) {
    const lineAt = (date: string | undefined) => itemsOf(withDate(before, date).parts)[change.at]
    const isDateLine = lineAt(then) === change.before[0] && lineAt(given) === change.after[0]
    // A table's heading may tell the date, and be told by the text.
    const isInHeading = sectionsOf(before.parts).some(({ heading }) => readDate(heading) !== undefined)
    if (given === undefined || !isDateLine || isInHeading || (since && (await isRewritten(db, since)))) return null
  }
  return withDate(after, since ? laterOf(given ?? then, dateIn(before)) : given)
}

/** Whether the text around the tables was changed since. */
export async function isRewritten(db: Db, [base, now]: Since): Promise<boolean> {
  return (await db.documentRevision.count({ where: { catalogRevision: { gt: base, lte: now } } })) > 0
}
