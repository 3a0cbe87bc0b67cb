import type { Db } from '@/lib/db'
import { ok } from '@/lib/errors'
import type { Change } from '@/lib/readme/change'
import { currentRevision, loadReadme, loadTables } from '@/lib/readme/load'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { isSameButWidths } from '@/lib/readme/reach'
import type { Group } from './groups'
import { arePlain, rowsNamed } from './plain-changes'
import type { RebasedGroups, Rebasing } from './rebase-groups'

/**
 * The same as `rebaseGroups` where no more than the rows has to be read that changes name: changes of one base that a form can send, of rows
 * that nobody touched since, and no column becomes narrower. Null where that does not hold, so that more has to be read.
 */
export async function rebaseExcerpt(db: Db, groups: readonly Group[], revision: number, { uncounted }: Rebasing = {}): Promise<RebasedGroups | null> {
  const [group, ...others] = groups
  const changes = (group?.items ?? []).map(({ change }) => change)
  if (!group || others.length > 0 || changes.length > mostChanges || !arePlain(changes)) return null
  const rows = rowsNamed(changes)
  if (group.base !== null && group.base !== revision && !(await isUntouched(db, changes, rows, [group.base, revision]))) return null
  const before = await loadReadme(db, revision, { sections: new Set(rows.keys()), frames: false, rows, uncounted })
  // Excerpts are of the list as it is, which may have moved on while it was read.
  if ((await currentRevision(db)) !== revision && !(await isWritten(db, revision))) return null
  const after = patch(before, changes)
  if (!after.ok || narrows(before, after.value)) return null
  return { before, after: ok(after.value), clashes: [], against: before }
}

/** A form sends 200; more are read with their tables. */
const mostChanges = 200

/** Within a decision the revision that is being made is told already, and nobody else makes one. */
async function isWritten(db: Db, revision: number): Promise<boolean> {
  const current = await currentRevision(db)
  return current === revision + 1 && (await db.decision.count({ where: { catalogRevision: current } })) === 0
}

/** Whether nobody touched since what plain changes rest on: their rows, their tables but for the widths, and, of additions, any row. */
async function isUntouched(db: Db, changes: readonly Change[], rows: ReadonlyMap<string, readonly string[]>, [base, now]: [number, number]): Promise<boolean> {
  const slugs = [...new Set([...rows.values()].flat())]
  const sections = await db.section.findMany({ where: { slug: { in: [...rows.keys()] } }, select: { id: true, removed: true } })
  const ids = sections.map(({ id }) => id)
  if (ids.length < rows.size || sections.some(({ removed }) => removed)) return false
  const since = { gt: base, lte: now }
  const about = changes.some(({ op }) => op === 'add') ? { sectionId: { in: ids } } : { entry: { slug: { in: slugs } } }
  if (await db.entryRevision.findFirst({ where: { catalogRevision: since, ...about }, select: { number: true } })) return false
  if (!(await db.sectionRevision.findFirst({ where: { catalogRevision: since, sectionId: { in: ids } }, select: { sectionId: true } }))) return true
  const [was, is] = [await loadTables(db, base, ids), await loadTables(db, now, ids)]
  return ids.every((id) => isSameButWidths(was.get(id)?.frame, is.get(id)?.frame))
}

/** Whether a column becomes narrower: then any row that was not read may be as wide as it was. */
function narrows(before: Readme, after: Readme): boolean {
  const widths = new Map(sectionsOf(before.parts).map(({ key, frame }) => [key, frame.widths]))
  return sectionsOf(after.parts).some(({ key, frame }) => frame.widths.some((width, index) => width < (widths.get(key)?.[index] ?? 0)))
}
